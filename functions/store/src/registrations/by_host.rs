//! What a host does by hand: takes somebody off the list with a reason, and notes what came of a call.

use domain::audit::Actor;
use domain::ids::{EventId, RegistrationId};
use domain::registration::{Call, CallAbout, CallOutcome, RegistrationAct};
use jiff::Timestamp;

use super::acts::{Done, Wish};
use super::changes::{next, step};
use super::{RegistrationError, Registrations, TRIES, outcome};
use crate::error::StoreError;
use crate::tx::Tx;

impl Registrations {
    /// Cancels somebody's booking for them, with a reason that they see.
    pub async fn remove(&self, event: &EventId, id: &RegistrationId, reason: &str, now: Timestamp) -> Done {
        let wish = Wish { act: RegistrationAct::Cancel, actor: Actor::Host, reason: Some(reason), calls: Vec::new() };
        self.act(event, id, &wish, now).await
    }

    /// Notes what came of a call to somebody who can't be written to, about one thing or several. What they said about an offer is done at once.
    pub async fn note_call(&self, event: &EventId, id: &RegistrationId, about: &[CallAbout], outcome: CallOutcome, now: Timestamp) -> Done {
        let calls = Call::about_all(about, outcome, now);
        let act = match outcome {
            CallOutcome::Accepts => RegistrationAct::Accept,
            CallOutcome::Declines => RegistrationAct::Decline,
            CallOutcome::Reached | CallOutcome::NoAnswer | CallOutcome::GaveUp => return self.only_note(event, id, &calls, now).await,
        };
        self.act(event, id, &Wish { act, actor: Actor::Host, reason: None, calls }, now).await
    }

    async fn only_note(&self, event: &EventId, id: &RegistrationId, calls: &[Call], now: Timestamp) -> Done {
        for _ in 0..TRIES {
            let before = self.stored(event, id).await?.ok_or(RegistrationError::Unknown)?;
            let places = self.places(event).await?.ok_or(RegistrationError::Closed)?;
            let mut after = next(&before, now);
            after.record.calls.extend_from_slice(calls);
            after.record.forget_what_was_said();
            let mut tx = Tx::new(&self.db);
            step(&before, &after, &places, Actor::Host, "call", now).write(&mut tx);
            if outcome(tx.commit().await)?.is_ok() {
                return Ok(after.record);
            }
        }
        Err(StoreError::Busy.into())
    }
}

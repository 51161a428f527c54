//! Erasing: nothing is known of the person any more, counts stay right (quality-bar P-06, P-10).

use domain::audit::Actor;
use domain::ids::{EventId, RegistrationId};
use domain::registration::{Person, RegistrationRecord, RegistrationState};
use jiff::Timestamp;

use super::acts::Done;
use super::changes::{next, step};
use super::write::Act;
use super::{RegistrationError, Registrations, TRIES, outcome};
use crate::erased::{self, Gone};
use crate::error::StoreError;
use crate::tx::Tx;

/// What stands in place of a name.
const ERASED: &str = "Erased";

impl Registrations {
    /// Erases who it was. A place or turn goes back first, in the same transaction; links to it open nothing any more. Once the event
    /// is over, or is on and they came, no place goes back: they stay in the event's counts, as a number.
    pub async fn erase(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Done {
        for _ in 0..TRIES {
            let before = self.stored(event, id).await?.ok_or(RegistrationError::Unknown)?;
            if is_erased(&before.record.person) {
                return Err(RegistrationError::NotNow(before.record.state));
            }
            let places = self.places(event).await?.ok_or(RegistrationError::Closed)?;
            let over = before.record.state.is_active() && self.was_there(&before.record, now).await?;
            let mut after = next(&before, now);
            let record = &mut after.record;
            if record.state.is_active() {
                record.comes_to(RegistrationState::Cancelled, now);
            }
            (record.until, record.warn) = (None, None);
            (record.reason, record.reason_at) = (None, None);
            (record.has_needs, record.kept) = (false, 0);
            record.person = Person { name: ERASED.into(), email: None, phone: None };
            record.calls.clear();
            record.to_say.clear();
            record.generation += 1;
            after.contacts.clear();
            let mut tx = Tx::new(&self.db);
            let act = Act { over, ..step(&before, &after, &places, Actor::Attendee, "erase", now) };
            act.write(&mut tx);
            erased::add(&mut tx, Gone::Registration(id), now);
            if outcome(tx.commit().await)?.is_ok() {
                self.serve_after(event, &act, now).await;
                return Ok(after.record);
            }
        }
        Err(StoreError::Busy.into())
    }

    /// Whether they had their part in the event: it has ended, or it has begun and they came. One that is postponed has not ended.
    async fn was_there(&self, of: &RegistrationRecord, now: Timestamp) -> Result<bool, StoreError> {
        let Some(page) = self.event(&of.event).await?.and_then(|event| event.page()) else { return Ok(false) };
        let begun = page.when.start().is_none_or(|start| start <= now);
        Ok(page.is_over(now) || (of.came.is_some() && begun))
    }
}

fn is_erased(person: &Person) -> bool {
    person.email.is_none() && person.phone.is_none()
}

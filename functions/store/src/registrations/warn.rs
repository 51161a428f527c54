//! The warning before an offer runs out.

use domain::ids::{EventId, RegistrationId};
use domain::message::{Message, Waiting};
use domain::registration::RegistrationState;
use jiff::Timestamp;

use super::offers::to_call;
use super::{Registrations, outcome};
use crate::error::StoreError;
use crate::outbox;
use crate::tx::Tx;

impl Registrations {
    /// Writes to somebody whose offer runs out soon, or to the host who has to call them. The message's id is made of the offer's end:
    /// once for each offer.
    pub async fn warn_if_due(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Result<bool, StoreError> {
        let Some(record) = self.load(event, id).await?.filter(|r| r.state == RegistrationState::Offered) else { return Ok(false) };
        let (Some(until), Some(warn)) = (record.until, record.warn) else { return Ok(false) };
        if now < warn || until <= now {
            return Ok(false);
        }
        let waiting = match &record.person.email {
            Some(to) => {
                let message = Message::RegistrationWarning { event: event.clone(), registration: id.clone(), until };
                let id = format!("registration-warning-{id}-{}", until.as_second());
                Some(Waiting { id, to: to.clone().into(), message, created: now })
            }
            None => self.event(event).await?.and_then(|of| to_call(&of, &record, "warning", now)),
        };
        let Some(waiting) = waiting else { return Ok(false) };
        let mut tx = Tx::new(&self.db);
        outbox::add(&mut tx, &waiting);
        Ok(outcome(tx.commit().await)?.is_ok())
    }
}

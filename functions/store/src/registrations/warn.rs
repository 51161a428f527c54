//! The warning before an offer runs out.

use domain::ids::{EventId, RegistrationId};
use domain::message::{Message, Waiting};
use domain::registration::RegistrationState;
use jiff::Timestamp;

use super::{Registrations, outcome};
use crate::error::StoreError;
use crate::outbox;
use crate::tx::Tx;

impl Registrations {
    /// Writes to somebody whose offer runs out soon. The message's id is made of the offer's end: once for each offer.
    pub async fn warn_if_due(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Result<bool, StoreError> {
        let Some(record) = self.load(event, id).await?.filter(|r| r.state == RegistrationState::Offered) else { return Ok(false) };
        let (Some(until), Some(warn), Some(to)) = (record.until, record.warn, record.person.email) else { return Ok(false) };
        if now < warn || until <= now {
            return Ok(false);
        }
        let message = Message::RegistrationWarning { event: event.clone(), registration: id.clone(), until };
        let mut tx = Tx::new(&self.db);
        outbox::add(&mut tx, &Waiting { id: format!("registration-warning-{id}-{}", until.as_second()), to: to.into(), message, created: now });
        Ok(outcome(tx.commit().await)?.is_ok())
    }
}

//! Telling many people about one thing: a job, done in chunks, that goes on where it stopped (design, decision 6).

use aws_sdk_dynamodb::types::AttributeValue;
use domain::ids::EventId;
use domain::message::{Message, Waiting};
use domain::registration::RegistrationRecord;
use jiff::Timestamp;

use crate::db::Db;
use crate::due::{Due, DueNow};
use crate::error::StoreError;
use crate::tables::Table;
use crate::tx::{Tx, TxError, s};
use crate::{keys, outbox};

/// How many registrations one transaction looks after.
pub const CHUNK: i32 = 25;

/// Writes the messages that tell people something.
#[derive(Clone, Debug)]
pub struct Teller {
    db: Db,
}

impl Teller {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// Tells the next chunk of people registered at a cancelled event, and gives the job as it stands then; none when everybody
    /// was told, and the job is taken off the list. Each chunk is one transaction with the note of how far it came, refused where
    /// somebody else took the job further: nobody is told twice.
    pub async fn cancelled(&self, job: &DueNow, now: Timestamp) -> Result<Option<DueNow>, StoreError> {
        let Due::TellCancelled { event, after } = &job.due else { return Ok(None) };
        let page = self.db.list::<RegistrationRecord>(Table::Hub, &keys::event_pk(event), "REG#", CHUNK, after.as_deref(), false).await?;
        let mut tx = Tx::new(&self.db);
        for (_, registration) in page.records.iter().filter(|(_, r)| r.state.is_active()) {
            if let Some(to) = &registration.person.email {
                let message = Message::EventCancelled { event: event.clone(), registration: registration.id.clone() };
                outbox::add(&mut tx, &Waiting { id: cancelled_id(event, registration), to: to.clone().into(), message, created: now });
            }
        }
        let last = page.more.as_ref().and(page.records.last()).map(|(place, _)| place.clone());
        match &last {
            Some(last) => {
                let before = after.clone().map_or(AttributeValue::Null(true), AttributeValue::S);
                let values = vec![(":last", s(last)), (":before", before)];
                tx.update("so far", Table::Hub, job.key(), "SET #after = :last", "#after = :before", values);
            }
            None => {
                tx.delete_existing("so far", Table::Hub, job.key());
            }
        }
        match tx.commit().await {
            Ok(()) => Ok(last.map(|last| job.further(Due::TellCancelled { event: event.clone(), after: Some(last) }))),
            // Somebody else is at it.
            Err(TxError::Refused(_)) => Ok(None),
            Err(TxError::Store(error)) => Err(error),
        }
    }
}

/// One registration, one cancelled event, one mail (I6).
fn cancelled_id(event: &EventId, registration: &RegistrationRecord) -> String {
    format!("event-cancelled-{event}-{}", registration.id)
}

//! When an event is over, its host learns that they can tell what happened.

use domain::event::{EventRecord, EventState, happened_fields};
use jiff::Timestamp;

use super::{Events, letters};
use crate::due::{Due, DueNow};
use crate::error::StoreError;
use crate::outbox;
use crate::tables::Table;
use crate::tx::{Tx, TxError};

/// Whether it took place, is over, and its host neither told what happened nor began to. Materials alone are no telling: they may
/// have been there before it.
pub fn is_untold(event: &EventRecord, now: Timestamp) -> bool {
    let over = event.state == EventState::Published && event.page().is_some_and(|page| page.is_over(now));
    let told = !event.answers.get("happened").trim().is_empty();
    let begun = event.change.as_ref().is_some_and(|change| happened_fields().iter().any(|name| change.answers.get(name) != event.answers.get(name)));
    over && !told && !begun
}

impl Events {
    /// Writes to a confirmed host that their event is over, and takes the note off the list in the same transaction: once, whoever else
    /// is at it. Where it was moved, postponed, cancelled or told meanwhile, the note only goes.
    pub async fn tell_host_it_is_over(&self, job: &DueNow, now: Timestamp) -> Result<(), StoreError> {
        let Due::EventOver { event, ends } = &job.due else { return Ok(()) };
        // A moved event has another note, for the day it was moved to.
        let still = |record: &EventRecord| is_untold(record, now) && record.page().and_then(|page| page.ends()) == Some(*ends);
        let record = self.load(event).await?.filter(still);
        let mut tx = Tx::new(&self.db);
        if let Some((record, to)) = record.as_ref().and_then(|record| Some((record, record.confirmed_email.clone()?))) {
            outbox::add(&mut tx, &letters::over(record, to, *ends, now));
        }
        tx.delete_existing("due", Table::Hub, job.key());
        match tx.commit().await {
            // Refused where somebody else was quicker.
            Ok(()) | Err(TxError::Refused(_)) => Ok(()),
            Err(TxError::Store(error)) => Err(error),
        }
    }
}

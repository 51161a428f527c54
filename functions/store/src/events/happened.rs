//! What a host tells when an event is over: a change like any other, which the desk reads.

use domain::answers::Answers;
use domain::event::{Change, EventAct, EventRecord, happened_fields};

use super::act::{VERSION, after, refused, write};
use super::{EventError, Events};
use crate::deed::Deed;
use crate::keys;
use crate::tables::Table;
use crate::tx::Tx;

impl Events {
    /// Keeps what happened and its materials in a change of the event, word for word as typed; begins the change where there is none.
    pub async fn tell_what_happened(&self, record: &EventRecord, typed: &Answers, deed: &Deed) -> Result<EventRecord, EventError> {
        if record.sent_change().is_some() {
            return Err(EventError::NotNow(record.state));
        }
        let mut next = after(record, EventAct::BeginChange, true, deed)?;
        let begun = record.change.is_some();
        if !begun {
            next.change = Some(Change { answers: record.answers.clone(), sent: None });
            next.desk_words = None;
        }
        next.working_mut().take(&happened_fields(), typed);
        let mut tx = Tx::new(&self.db);
        // Typing into a change that was begun is no act of its own.
        match begun {
            true => drop(tx.replace(VERSION, Table::Hub, &keys::event(&next.id), &next, record.version)),
            false => write(&mut tx, record, &next, EventAct::BeginChange, "", deed),
        }
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}

//! Entering for somebody who phoned or wrote: a draft that a coordinator fills in, with how its host or author agreed.

use domain::audit::{Actor, AuditEntry, Subject};
use domain::event::EventRecord;
use domain::ids::{EventId, StaffId, StoryId};
use domain::story::StoryRecord;
use jiff::{Timestamp, tz::TimeZone};

use super::{Staff, StaffError};
use crate::audit;
use crate::form_keys::FormUse;
use crate::keys;
use crate::tables::Table;
use crate::tx::Tx;

/// How somebody agreed, and who wrote it down.
#[derive(Clone, Debug)]
pub struct OnBehalf<'a> {
    /// The coordinator.
    pub by: &'a StaffId,
    /// In words: "by phone on 3 November".
    pub agreed: &'a str,
    /// Random, for the audit.
    pub mark: &'a str,
}

impl Staff {
    /// Keeps a new draft of an event; `record` names the coordinator in `entered_by`.
    pub async fn enter_event(&self, record: &EventRecord, on_behalf: &OnBehalf<'_>, form: &FormUse, now: Timestamp) -> Result<EventId, StaffError> {
        if let Some(id) = self.earlier(form).await? {
            return Ok(id);
        }
        let mut tx = Tx::new(&self.db);
        tx.put_new("event", Table::Hub, &keys::event(&record.id), record);
        form.use_up(&mut tx, &record.id, now);
        note(&mut tx, Subject::Event(record.id.clone()), on_behalf, now);
        self.commit_form(tx, form, record.id.clone(), |_| StaffError::Changed).await
    }

    /// Keeps a new draft of a story; `record` names the coordinator in `entered_by`. No record of it keeps an hour (I7).
    pub async fn enter_story(&self, record: &StoryRecord, on_behalf: &OnBehalf<'_>, form: &FormUse, now: Timestamp) -> Result<StoryId, StaffError> {
        if let Some(id) = self.earlier(form).await? {
            return Ok(id);
        }
        let mut tx = Tx::new(&self.db);
        tx.put_new("story", Table::Hub, &keys::story(&record.id), record);
        let tomorrow = now.to_zoned(TimeZone::UTC).end_of_day().map_or(now, |end| end.timestamp());
        form.use_up(&mut tx, &record.id, tomorrow);
        note(&mut tx, Subject::Story(record.id.clone()), on_behalf, now);
        self.commit_form(tx, form, record.id.clone(), |_| StaffError::Changed).await
    }
}

fn note(tx: &mut Tx<'_>, subject: Subject, on_behalf: &OnBehalf<'_>, now: Timestamp) {
    let entry = AuditEntry::new(now, Actor::Staff(on_behalf.by.clone()), "enter", subject).because(on_behalf.agreed);
    audit::add(tx, &entry, on_behalf.mark);
}

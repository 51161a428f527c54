//! What every act has in common: the next record, its version, its audit entry, its place in the queue.

use domain::audit::{AuditEntry, Subject};
use domain::event::{EventAct, EventRecord, EventState};
use domain::ids::EventId;
use domain::text::one_line;

use super::{EventError, Events, waited};
use crate::deed::Deed;
use crate::form_keys::{Earlier, FormUse};
use crate::queue::{self, QueueEntry, Queued};
use crate::tables::Table;
use crate::tx::{Tx, TxError};
use crate::{audit, keys};

/// The condition that nobody else changed the event.
pub(super) const VERSION: &str = "event version";

/// The record as it is after an act, with its next version. Out of the queue unless the act puts it there.
pub(super) fn after(record: &EventRecord, act: EventAct, confirmed: bool, deed: &Deed) -> Result<EventRecord, EventError> {
    let state = record.state.after(act, confirmed).ok_or(EventError::NotNow(record.state))?;
    let mut next = record.clone();
    next.state = state;
    next.version += 1;
    next.changed = deed.at;
    // A change at the desk goes on waiting while its host does what waits for nobody.
    if !matches!(act, EventAct::ChangeAtOnce | EventAct::Postpone | EventAct::GoAhead) {
        next.waiting_since = None;
    }
    if act == EventAct::Cancel {
        next.change = None;
    }
    if state != EventState::Postponed {
        next.postponed = None;
    }
    Ok(next)
}

/// Writes the changed record, moves it in the queue, and notes the act.
pub(super) fn write(tx: &mut Tx<'_>, old: &EventRecord, new: &EventRecord, act: EventAct, reason: &str, deed: &Deed) {
    tx.replace(VERSION, Table::Hub, &keys::event(&new.id), new, old.version);
    if let Some(since) = old.waiting_since.filter(|_| old.waiting_since != new.waiting_since) {
        queue::remove(tx, &Queued::Event(old.id.clone()), since);
    }
    if let Some(since) = new.waiting_since.filter(|_| old.waiting_since != new.waiting_since) {
        let who = one_line(new.answers.get("host"));
        let what = Queued::Event(new.id.clone());
        queue::add(tx, &QueueEntry { what, week: new.week, title: waiting_title(new), who, since, brought: None });
    }
    waited::note(tx, old, act, deed);
    note(tx, &new.id, act, reason, deed);
}

/// What the queue calls it.
fn waiting_title(record: &EventRecord) -> String {
    match record.sent_change() {
        Some(_) => format!("Change to: {}", record.title()),
        None => record.title(),
    }
}

/// The audit entry of an act.
pub(super) fn note(tx: &mut Tx<'_>, id: &EventId, act: EventAct, reason: &str, deed: &Deed) {
    let entry = AuditEntry::new(deed.at, deed.by.clone(), act.value(), Subject::Event(id.clone())).because(reason);
    audit::add(tx, &entry, &deed.mark);
}

/// What a refused transaction means.
pub(super) fn refused(error: TxError) -> EventError {
    match error {
        TxError::Refused(_) => EventError::Changed,
        TxError::Store(error) => EventError::Store(error),
    }
}

impl Events {
    /// The same form was sent before: then its result stands, and a double press is no error.
    pub(super) async fn unless_done(&self, form: &FormUse, error: EventError) -> Result<EventId, EventError> {
        if let EventError::Store(error) = error {
            return Err(EventError::Store(error));
        }
        match form.earlier::<EventId>(&self.db).await? {
            Some(Earlier::Same(id)) => Ok(id),
            Some(Earlier::Other) => Err(EventError::FormUsed),
            None => Err(error),
        }
    }
}

//! Many events at once, brought in by a coordinator: all of them wait at the desk, or none is there.

use domain::audit::{AuditEntry, Subject};
use domain::event::{EventAct, EventRecord};
use domain::ids::EventId;
use domain::text::one_line;

use super::act::{VERSION, after, refused};
use super::send::known;
use super::{EventError, Events, HostContact};
use crate::audit;
use crate::deed::Deed;
use crate::form_keys::{Earlier, FormUse};
use crate::keys;
use crate::queue::{self, QueueEntry, Queued};
use crate::tables::Table;
use crate::tx::{Tx, TxError};

/// How many events one form brings in at most: with the queue, the audit and their hosts' addresses they are one transaction.
pub const AT_ONCE: usize = 24;

impl Events {
    /// Puts complete drafts into the queue, each as if its coordinator had entered and sent it. The same form sent twice brings them in
    /// once: the first ones' names come back.
    pub async fn bring_in(
        &self,
        drafts: &[(EventRecord, HostContact)],
        agreed: &str,
        form: &FormUse,
        deed: &Deed,
    ) -> Result<Vec<EventId>, EventError> {
        let ids: Vec<EventId> = drafts.iter().map(|(draft, _)| draft.id.clone()).collect();
        let mut tx = Tx::new(&self.db);
        form.use_up(&mut tx, &ids, deed.at);
        for (nth, (draft, contact)) in drafts.iter().enumerate() {
            let mut next = after(draft, EventAct::Send, true, deed)?;
            known(&mut tx, &mut next, contact);
            next.waiting_since = Some(deed.at);
            next.version = draft.version;
            tx.put_new(VERSION, Table::Hub, &keys::event(&next.id), &next);
            let who = one_line(next.answers.get("host"));
            queue::add(&mut tx, &QueueEntry { what: Queued::Event(next.id.clone()), week: next.week, title: next.title(), who, since: deed.at });
            let entry = AuditEntry::new(deed.at, deed.by.clone(), "bring-in", Subject::Event(next.id.clone())).because(agreed);
            audit::add(&mut tx, &entry, &format!("{}{nth:02}", deed.mark));
        }
        match tx.commit().await {
            Ok(()) => Ok(ids),
            Err(TxError::Store(error)) => Err(error.into()),
            Err(error) => match form.earlier::<Vec<EventId>>(&self.db).await? {
                Some(Earlier::Same(first)) => Ok(first),
                Some(Earlier::Other) => Err(EventError::FormUsed),
                None => Err(refused(error)),
            },
        }
    }
}

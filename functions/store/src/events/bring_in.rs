//! Many events at once, brought in by a coordinator: all of them wait at the desk, or none is there.

use domain::audit::{AuditEntry, Subject};
use domain::event::{EventAct, EventRecord};
use domain::ids::{EventId, ImportId};
use domain::text::one_line;
use jiff::Timestamp;

use super::act::{VERSION, after, refused};
use super::send::known;
use super::{EventError, Events, HostContact};
use crate::deed::Deed;
use crate::error::StoreError;
use crate::form_keys::{Earlier, FormUse};
use crate::imports::{self, Import, OPEN};
use crate::queue::{self, QueueEntry, Queued};
use crate::tables::Table;
use crate::tx::{Tx, TxError};
use crate::{audit, keys};

/// How many events one form brings in at most.
pub const AT_ONCE: usize = 500;

/// How many are written at once: with the queue, the audit, their hosts' addresses and the import they are one transaction of at most
/// 100 records.
const IN_ONE: usize = 24;

type Draft = (EventRecord, HostContact);

impl Events {
    /// Puts complete drafts into the queue, each as if its coordinator had entered and sent it. They are written some at a time, and are
    /// there for nobody until all are. The same form sent again brings them in once: it goes on where an earlier one broke off, and
    /// gives the first ones' names. The drafts' names are those of [`imports::event`].
    pub async fn bring_in(&self, drafts: &[Draft], agreed: &str, form: &FormUse, deed: &Deed) -> Result<Vec<EventId>, EventError> {
        if let Some(first) = self.brought(form).await? {
            return Ok(first);
        }
        match self.bring_all_in(drafts, agreed, form, deed).await {
            // A twin of this very form may have been quicker.
            Err(EventError::Changed) => self.brought(form).await?.ok_or(EventError::Changed),
            done => done,
        }
    }

    /// What an earlier sending of the form brought in.
    async fn brought(&self, form: &FormUse) -> Result<Option<Vec<EventId>>, EventError> {
        match form.earlier(&self.db).await? {
            Some(Earlier::Same(first)) => Ok(Some(first)),
            Some(Earlier::Other) => Err(EventError::FormUsed),
            None => Ok(None),
        }
    }

    async fn bring_all_in(&self, drafts: &[Draft], agreed: &str, form: &FormUse, deed: &Deed) -> Result<Vec<EventId>, EventError> {
        let id = imports::of(form);
        let import = Import::begin(&self.db, &id, drafts.len() as u32, deed.at).await.map_err(refused)?;
        // As it was first sent, whenever this is.
        let deed = Deed { at: import.since, ..deed.clone() };
        for some in drafts.chunks(IN_ONE) {
            self.write_some(some, agreed, &id, &deed).await?;
        }
        let ids: Vec<EventId> = drafts.iter().map(|(draft, _)| draft.id.clone()).collect();
        let mut tx = Tx::new(&self.db);
        form.use_up(&mut tx, &ids, deed.at);
        import.finish(&mut tx, &id, deed.at);
        tx.commit().await.map_err(refused)?;
        Ok(ids)
    }

    /// Writes some of them, with all that belongs to each, unless that was done before.
    async fn write_some(&self, drafts: &[Draft], agreed: &str, id: &ImportId, deed: &Deed) -> Result<(), EventError> {
        let mut tx = Tx::new(&self.db);
        Import::check(&mut tx, id);
        for (draft, contact) in drafts {
            let mut next = after(draft, EventAct::Send, true, deed)?;
            known(&mut tx, &mut next, contact);
            next.waiting_since = Some(deed.at);
            next.version = draft.version;
            tx.put_new(VERSION, Table::Hub, &keys::event(&next.id), &next);
            let (what, who) = (Queued::Event(next.id.clone()), one_line(next.answers.get("host")));
            queue::add(&mut tx, &QueueEntry { what, week: next.week, title: next.title(), who, since: deed.at, brought: Some(id.clone()) });
            let entry = AuditEntry::new(deed.at, deed.by.clone(), "bring-in", Subject::Event(next.id.clone())).because(agreed);
            audit::add(&mut tx, &entry.brought(id.clone()), next.id.as_str());
        }
        match tx.commit().await {
            Ok(()) => Ok(()),
            Err(error) if error.refused_by(VERSION) && !error.refused_by(OPEN) => Ok(()),
            Err(error) => Err(refused(error)),
        }
    }

    /// Takes out what came of an import that broke off and was not sent again. `hash` gives an address as records name it.
    ///
    /// # Errors
    /// Where the database doesn't answer; done again, it goes on.
    pub async fn give_up_import(&self, id: &ImportId, hash: &(dyn Fn(&str) -> String + Sync), now: Timestamp) -> Result<(), StoreError> {
        let Some(import) = Import::give_up(&self.db, id, now).await? else { return Ok(()) };
        let ids: Vec<EventId> = (0..import.events as usize).map(|nth| imports::event(id, nth)).collect();
        for some in ids.chunks(IN_ONE) {
            let mut tx = Tx::new(&self.db);
            for event in some {
                queue::remove(&mut tx, &Queued::Event(event.clone()), import.since);
                let Some(record) = self.load(event).await? else { continue };
                tx.delete(Table::Hub, &keys::event(event));
                if let Some(email) = &record.confirmed_email {
                    tx.delete(Table::Hub, &keys::contact_hosts(&hash(&format!("email:{}", email.folded())), event));
                }
            }
            match tx.commit().await {
                Ok(()) => {}
                Err(TxError::Refused(_)) => return Err(StoreError::Busy),
                Err(TxError::Store(error)) => return Err(error),
            }
        }
        Ok(())
    }
}

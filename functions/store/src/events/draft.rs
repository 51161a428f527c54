//! Drafts: begun, saved page by page as typed, and the private link that brings them back.

use domain::answers::Answers;
use domain::event::{EventAct, EventRecord, EventStep};
use domain::ids::EventId;
use domain::text::one_line;
use jiff::Timestamp;

use super::act::{VERSION, after, note, refused};
use super::{EventError, Events, HostContact, letters};
use crate::deed::Deed;
use crate::form_keys::FormUse;
use crate::tables::Table;
use crate::tx::{Tx, TxError};
use crate::{keys, outbox};

impl Events {
    /// Keeps a new draft. The same form sent twice begins one draft: the first one's name comes back.
    pub async fn begin(&self, record: &EventRecord, form: &FormUse, deed: &Deed) -> Result<EventId, EventError> {
        let mut tx = Tx::new(&self.db);
        tx.put_new(VERSION, Table::Hub, &keys::event(&record.id), record);
        form.use_up(&mut tx, &record.id, deed.at);
        note(&mut tx, &record.id, EventAct::Save, "", deed);
        match tx.commit().await {
            Ok(()) => Ok(record.id.clone()),
            Err(error) => self.unless_done(form, refused(error)).await,
        }
    }

    /// Saves one page of the form over the draft, word for word as typed. With `link_to`, the private link goes to that address,
    /// once for each address of an event. Another address revokes the links that went to the one before: it may have been
    /// somebody else's.
    pub async fn save(
        &self,
        record: &EventRecord,
        step: EventStep,
        typed: &Answers,
        link_to: Option<&HostContact>,
        deed: &Deed,
    ) -> Result<EventRecord, EventError> {
        let mut next = match record.open_change() {
            Some(_) => after(record, EventAct::BeginChange, true, deed)?,
            None => after(record, EventAct::Save, false, deed)?,
        };
        next.working_mut().take(&step.fields(), typed);
        let address = |record: &EventRecord| one_line(record.answers.get("contact_email")).to_lowercase();
        // Also where the field was empty for a while: only the very first address has no other before it.
        let first = record.generation == 1 && !record.answers.has("contact_email");
        if !first && address(record) != address(&next) {
            next.generation += 1;
        }
        let mut tx = Tx::new(&self.db);
        tx.replace(VERSION, Table::Hub, &keys::event(&next.id), &next, record.version);
        if let Some(contact) = link_to {
            outbox::add(&mut tx, &letters::draft(&next, contact));
        }
        // Typing changes no state, but an event that was sent goes back to being a draft.
        if next.state != record.state {
            note(&mut tx, &next.id, EventAct::Save, "", deed);
        }
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }

    /// Sends the private link once more to the event's host. `form` makes a double press one mail.
    pub async fn mail_link(&self, record: &EventRecord, contact: &HostContact, form: &FormUse, now: Timestamp) -> Result<(), EventError> {
        let mut tx = Tx::new(&self.db);
        form.use_up(&mut tx, &record.id, now);
        outbox::add(&mut tx, &letters::link_again(record, contact, form.key.as_str(), now));
        match tx.commit().await {
            Ok(()) => Ok(()),
            Err(error @ TxError::Refused(_)) => self.unless_done(form, refused(error)).await.map(drop),
            Err(TxError::Store(error)) => Err(error.into()),
        }
    }
}

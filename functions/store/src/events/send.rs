//! An event on its way to the desk: sent by its host, and its host's address confirmed.

use domain::event::{EventAct, EventRecord, EventState};
use domain::ids::EventId;
use domain::message::Message;
use serde::Serialize;

use super::act::{after, refused, write};
use super::{EventError, Events, HostContact, letters};
use crate::deed::Deed;
use crate::form_keys::FormUse;
use crate::tables::Table;
use crate::tx::Tx;
use crate::{keys, outbox};

/// What an address is known for: holding an event.
#[derive(Serialize)]
struct Holds<'a> {
    event: &'a EventId,
}

impl Events {
    /// Sends a complete event: to the desk where its host's address is confirmed already or a coordinator entered it,
    /// else to its host's mailbox first. The same form sent twice is one sending.
    pub async fn send(&self, record: &EventRecord, contact: &HostContact, form: &FormUse, deed: &Deed) -> Result<EventId, EventError> {
        let known = record.confirmed_email.as_ref().is_some_and(|email| email.folded() == contact.email.folded());
        let mut next = match after(record, EventAct::Send, known || record.entered_by.is_some(), deed) {
            Ok(next) => next,
            Err(error) => return self.unless_done(form, error).await,
        };
        let mut tx = Tx::new(&self.db);
        let event = record.id.clone();
        let message = match next.state {
            EventState::Queued => {
                enter_queue(&mut tx, &mut next, contact, deed);
                Message::EventReceived { event }
            }
            _ => Message::EventConfirm { event },
        };
        // A coordinator who writes for somebody needs no mail to that person for it.
        if record.entered_by.is_none() {
            outbox::add(&mut tx, &letters::news(&next, contact.email.clone(), message));
        }
        write(&mut tx, record, &next, EventAct::Send, "", deed);
        self.settle(tx, &next, form, deed).await
    }

    /// Confirms the host's address, by the button behind the mailed link, and brings the event to the desk.
    pub async fn confirm(&self, record: &EventRecord, contact: &HostContact, form: &FormUse, deed: &Deed) -> Result<EventId, EventError> {
        let mut next = match after(record, EventAct::Confirm, true, deed) {
            Ok(next) => next,
            Err(error) => return self.unless_done(form, error).await,
        };
        let mut tx = Tx::new(&self.db);
        enter_queue(&mut tx, &mut next, contact, deed);
        outbox::add(&mut tx, &letters::news(&next, contact.email.clone(), Message::EventReceived { event: record.id.clone() }));
        write(&mut tx, record, &next, EventAct::Confirm, "", deed);
        self.settle(tx, &next, form, deed).await
    }

    pub(super) async fn settle(&self, mut tx: Tx<'_>, next: &EventRecord, form: &FormUse, deed: &Deed) -> Result<EventId, EventError> {
        form.use_up(&mut tx, &next.id, deed.at);
        match tx.commit().await {
            Ok(()) => Ok(next.id.clone()),
            Err(error) => self.unless_done(form, refused(error)).await,
        }
    }
}

/// It waits for the desk from now on.
fn enter_queue(tx: &mut Tx<'_>, next: &mut EventRecord, contact: &HostContact, deed: &Deed) {
    next.waiting_since = Some(deed.at);
    known(tx, next, contact);
}

/// The address is known: it finds the event from now on, a former one doesn't, and links mailed there open nothing any more.
pub(super) fn known(tx: &mut Tx<'_>, next: &mut EventRecord, contact: &HostContact) {
    next.confirmed_email = Some(contact.email.clone());
    tx.put(Table::Hub, &keys::contact_hosts(&contact.hash, &next.id), &Holds { event: &next.id });
    if let Some(former) = contact.former.as_deref().filter(|former| *former != contact.hash) {
        tx.delete(Table::Hub, &keys::contact_hosts(former, &next.id));
        next.generation += 1;
    }
}

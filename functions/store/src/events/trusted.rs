//! Publishing what a trusted host lists, without waiting (I8).

use domain::event::{EventAct, EventDetails, EventRecord, Published};
use domain::ids::EventId;
use domain::message::Message;

use super::act::{VERSION, after, refused, write};
use super::review::{addresses, put_in_public, remind};
use super::send::known;
use super::{EventError, Events, HostContact, letters};
use crate::deed::Deed;
use crate::error::StoreError;
use crate::form_keys::FormUse;
use crate::keys;
use crate::outbox;
use crate::public::SLUG;
use crate::tables::Table;
use crate::trusted::TrustedHost;
use crate::tx::{Tx, TxError};

/// The condition that the host is trusted at this very moment.
const TRUSTED: &str = "trusted";

impl Events {
    /// Whether a coordinator trusts this address. Decided anew with what is written.
    pub async fn is_trusted(&self, contact: &HostContact) -> Result<bool, StoreError> {
        let found: Option<TrustedHost> = self.db.get(Table::Hub, &keys::trusted(&contact.hash)).await?;
        Ok(found.is_some())
    }

    /// Publishes a new event as its trusted host sends or confirms it. None where the host is no longer trusted: then it goes the way of
    /// every other.
    pub async fn publish_trusted(
        &self,
        record: &EventRecord,
        contact: &HostContact,
        details: &EventDetails,
        form: &FormUse,
        deed: &Deed,
    ) -> Result<Option<EventId>, EventError> {
        let same = record.confirmed_email.as_ref().is_some_and(|email| email.folded() == contact.email.folded());
        let first = match after(record, EventAct::PublishTrusted, same, deed) {
            Ok(next) => next,
            Err(error) => return self.unless_done(form, error).await.map(Some),
        };
        for slug in addresses(details, &deed.mark) {
            let mut next = first.clone();
            next.published = Some(Published::new(slug, details.clone(), deed.at));
            let mut tx = Tx::new(&self.db);
            tx.check(TRUSTED, Table::Hub, &keys::trusted(&contact.hash), "attribute_exists(pk)", Vec::new());
            known(&mut tx, &mut next, contact);
            put_in_public(&mut tx, &next);
            remind(&mut tx, &next, deed.at);
            outbox::add(&mut tx, &letters::news(&next, contact.email.clone(), Message::EventPublished { event: next.id.clone() }));
            write(&mut tx, record, &next, EventAct::PublishTrusted, "", deed);
            form.use_up(&mut tx, &next.id, deed.at);
            match tx.commit().await {
                Ok(()) => return Ok(Some(next.id)),
                Err(error) if error.refused_by(TRUSTED) => return Ok(None),
                Err(error) if only_the_address(&error) => {}
                Err(error) => return self.unless_done(form, refused(error)).await.map(Some),
            }
        }
        Err(EventError::Changed)
    }
}

/// Whether another event has the address, and nothing else was in the way.
fn only_the_address(error: &TxError) -> bool {
    error.refused_by(SLUG) && !error.refused_by(VERSION)
}

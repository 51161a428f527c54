//! Registering again: the same form, or somebody who is known already.

use domain::ids::EventId;
use domain::message::{Message, Waiting};
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use super::{Got, NewRegistration, Registered};
use crate::error::StoreError;
use crate::form_keys::{Earlier, FormUse};
use crate::registrations::stored::ContactAt;
use crate::registrations::{RegistrationError, Registrations, outcome};
use crate::tables::Table;
use crate::tx::Tx;
use crate::{keys, outbox};

impl Registrations {
    /// What an earlier sending of the same form did, if there was one. Asked before anything is counted against the sender.
    pub async fn sent_before<T: DeserializeOwned>(&self, form: &FormUse) -> Result<Option<T>, RegistrationError> {
        match form.earlier(&self.db).await? {
            Some(Earlier::Same(result)) => Ok(Some(result)),
            Some(Earlier::Other) => Err(RegistrationError::FormUsed),
            None => Ok(None),
        }
    }

    /// The same where the form was found used: its first result, or another reason that it was refused.
    pub(in crate::registrations) async fn earlier<T: DeserializeOwned>(&self, form: &FormUse) -> Result<T, RegistrationError> {
        self.sent_before(form).await?.ok_or_else(|| StoreError::Busy.into())
    }

    /// Sends the link of an earlier registration again; none where that has ended meanwhile.
    pub(super) async fn again(
        &self,
        event: &EventId,
        new: &NewRegistration,
        got: Got,
        now: Timestamp,
    ) -> Result<Option<Registered>, RegistrationError> {
        let mut known = None;
        for hash in &new.contacts {
            let at: Option<ContactAt> = self.db.get(Table::Hub, &keys::contact_at_event(hash, event)).await?;
            let Some(at) = at else { continue };
            known = self.load(event, &at.registration).await?.filter(|r| r.state.is_active());
            if known.is_some() {
                break;
            }
        }
        let Some(known) = known else { return Ok(None) };
        let result = Registered { registration: new.id.clone(), got, is_new: false };
        let mut tx = Tx::new(&self.db);
        new.form.use_up(&mut tx, &result, now);
        if let Some(to) = known.person.email.clone() {
            let registration = known.id.clone();
            let message = match known.address_confirmed {
                true => Message::LinksAgain { events: vec![], registrations: vec![(event.clone(), registration)], stories: vec![] },
                false => Message::RegistrationConfirm { event: event.clone(), registration },
            };
            outbox::add(&mut tx, &Waiting { id: format!("registration-again-{}-{}", known.id, new.form.key), to: to.into(), message, created: now });
        }
        match outcome(tx.commit().await)? {
            Ok(()) => Ok(Some(result)),
            Err(_) => self.earlier(&new.form).await.map(Some),
        }
    }
}

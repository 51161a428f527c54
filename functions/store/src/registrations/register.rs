//! Registering: a place where there is one, a turn on the waiting list where there is none.

use domain::audit::Actor;
use domain::ids::{EventId, RegistrationId};
use domain::message::{Message, Waiting};
use domain::registration::{AccessRequest, CONFIRM_WITHIN, Person, Places, RegistrationRecord, RegistrationState};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::shift::Demand;
use super::stored::{ContactAt, KeptNeeds, Stored, kept_until, whole_seconds};
use super::write::Act;
use super::{RegistrationError, Registrations, TRIES, UNIQUE, outcome};
use crate::error::StoreError;
use crate::form_keys::{Earlier, FORM_KEY, FormUse};
use crate::tables::Table;
use crate::tx::Tx;
use crate::{keys, outbox};

/// Somebody who registers.
#[derive(Clone, Debug)]
pub struct NewRegistration {
    /// A fresh random id.
    pub id: RegistrationId,
    /// Who.
    pub person: Person,
    /// Hashes of their address and number.
    pub contacts: Vec<String>,
    /// What would help them, if they said.
    pub needs: Option<AccessRequest>,
    /// When the event ends; access answers are kept for a time after it.
    pub event_ends: Option<Timestamp>,
    /// The form that is sent.
    pub form: FormUse,
}

/// What a newcomer got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Got {
    /// A place.
    Place,
    /// A turn on the waiting list.
    Turn,
}

/// The result of a form, kept under its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    /// The new registration. For somebody who was registered already a fresh id that leads nowhere, so that nothing on the
    /// screen tells the two apart.
    pub registration: RegistrationId,
    /// What a newcomer gets now.
    pub got: Got,
    /// Whether there is a registration of this id.
    pub is_new: bool,
}

impl Registrations {
    /// Registers somebody. Decides by the places as they are; where others were quicker, decides anew.
    /// Somebody who is registered already is sent their link again, and gets the answer of a newcomer.
    pub async fn register(&self, event: &EventId, new: &NewRegistration, now: Timestamp) -> Result<Registered, RegistrationError> {
        for attempt in 0..TRIES {
            let places = self.places(event).await?.filter(|p| p.open).ok_or(RegistrationError::Closed)?;
            let got = if places.has_room() { Got::Place } else { Got::Turn };
            let stored = self.newcomer(event, new, got, now).await?;
            let result = Registered { registration: new.id.clone(), got, is_new: true };
            let refused = match outcome(self.enter(&stored, new, &places, &result, now).await)? {
                Ok(()) => {
                    // In a rush the keeper does it, once a minute.
                    if attempt == 0 {
                        self.refresh_if_possible(event).await;
                    }
                    return Ok(result);
                }
                Err(refused) => refused,
            };
            if refused.refused_by(FORM_KEY) {
                return self.earlier(&new.form).await;
            }
            if refused.refused_by(UNIQUE)
                && let Some(result) = self.again(event, new, got, now).await?
            {
                return Ok(result);
            }
        }
        Err(StoreError::Busy.into())
    }

    async fn newcomer(&self, event: &EventId, new: &NewRegistration, got: Got, now: Timestamp) -> Result<Stored, StoreError> {
        let by_mail = new.person.email.is_some();
        let state = match (got, by_mail) {
            (Got::Turn, _) => RegistrationState::Waiting,
            (Got::Place, true) => RegistrationState::Unconfirmed,
            (Got::Place, false) => RegistrationState::Confirmed,
        };
        let turn = match got {
            Got::Turn => Some(self.take_turn(event).await?),
            Got::Place => None,
        };
        let record = RegistrationRecord {
            id: new.id.clone(),
            event: event.clone(),
            person: new.person.clone(),
            state,
            until: by_mail.then(|| whole_seconds(now + CONFIRM_WITHIN)),
            turn,
            address_confirmed: !by_mail,
            has_needs: new.needs.is_some(),
            generation: 1,
            version: 1,
            created: now,
            changed: now,
        };
        Ok(Stored { record, contacts: new.contacts.clone() })
    }

    async fn enter(
        &self,
        stored: &Stored,
        new: &NewRegistration,
        places: &Places,
        result: &Registered,
        now: Timestamp,
    ) -> Result<(), crate::TxError> {
        let record = &stored.record;
        let act = Act {
            before: None,
            after: stored,
            demand: if result.got == Got::Place { Demand::Room } else { Demand::NoRoom },
            limited: places.left.is_some(),
            actor: Actor::Attendee,
            verb: "register",
            message: Some(Message::RegistrationConfirm { event: record.event.clone(), registration: record.id.clone() }),
            now,
        };
        let mut tx = Tx::new(&self.db);
        act.write(&mut tx);
        new.form.use_up(&mut tx, result, now);
        if let Some(request) = &new.needs {
            let kept_until = kept_until(new.event_ends, now);
            let kept = KeptNeeds { registration: record.id.clone(), request: request.clone(), kept_until };
            tx.put_until(Table::Confidential, &keys::access_answers(&record.event, &record.id), &kept, kept_until);
        }
        tx.commit().await
    }

    /// What an earlier sending of the same form did, if there was one. Asked before anything is counted against the sender.
    pub async fn sent_before(&self, form: &FormUse) -> Result<Option<Registered>, RegistrationError> {
        match form.earlier(&self.db).await? {
            Some(Earlier::Same(result)) => Ok(Some(result)),
            Some(Earlier::Other) => Err(RegistrationError::FormUsed),
            None => Ok(None),
        }
    }

    async fn earlier(&self, form: &FormUse) -> Result<Registered, RegistrationError> {
        self.sent_before(form).await?.ok_or_else(|| StoreError::Busy.into())
    }

    /// Sends the link of an earlier registration again; none where that has ended meanwhile.
    async fn again(&self, event: &EventId, new: &NewRegistration, got: Got, now: Timestamp) -> Result<Option<Registered>, RegistrationError> {
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

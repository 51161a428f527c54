//! Registering: a place where there is one, a turn on the waiting list where there is none.

mod again;
mod newcomer;

use domain::ids::{EventId, RegistrationId};
use domain::registration::{AccessRequest, OnBehalf, Party, Person, Places};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{RegistrationError, Registrations, TRIES, UNIQUE, outcome};
use crate::error::StoreError;
use crate::form_keys::{FORM_KEY, FormUse};

/// Somebody who registers.
#[derive(Clone, Debug)]
pub struct NewRegistration {
    /// A fresh random id.
    pub id: RegistrationId,
    /// Who.
    pub person: Person,
    /// Hashes of their address and number.
    pub contacts: Vec<String>,
    /// For how many, in the room or online.
    pub party: Party,
    /// What would help them, if they said.
    pub needs: Option<AccessRequest>,
    /// With what agreement its host wrote it down, where it was not the person: for somebody who phones or writes.
    pub on_behalf: Option<OnBehalf>,
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
            let places = self.places(event).await?.filter(Places::takes_bookings).ok_or(RegistrationError::Closed)?;
            let stored = self.newcomer(event, new, &places, now).await?;
            let got = if stored.record.turn.is_some() { Got::Turn } else { Got::Place };
            let result = Registered { registration: new.id.clone(), got, is_new: true };
            let refused = match outcome(self.enter(&stored, new, &places, &result, now).await)? {
                Ok(()) => {
                    // In a rush the keeper does it, once a minute.
                    if attempt == 0 {
                        self.refresh_if_possible(event, now).await;
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
}

//! What a person changes about their registration without changing where it stands.

use domain::audit::Actor;
use domain::ids::{EventId, RegistrationId};
use domain::registration::{AccessRequest, Person, Places, RegistrationRecord};
use domain::retention::needs_until;
use jiff::Timestamp;

use super::demand::Demand;
use super::stored::{KeptNeeds, Stored};
use super::write::Act;
use super::{RegistrationError, Registrations, TRIES, UNIQUE, outcome};
use crate::erased::{self, Gone};
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::Tx;

type Done = Result<RegistrationRecord, RegistrationError>;

impl Registrations {
    /// Another name or number; the address stays. A number that somebody else gave is kept without a record of its own:
    /// nothing tells that it was known.
    pub async fn change_person(&self, event: &EventId, id: &RegistrationId, person: &Person, contacts: &[String], now: Timestamp) -> Done {
        let mut contacts = contacts.to_vec();
        for _ in 0..TRIES {
            let (before, places) = self.active(event, id).await?;
            let mut after = next(&before, now);
            after.record.person = Person { email: before.record.person.email.clone(), ..person.clone() };
            after.contacts = contacts.clone();
            let mut tx = Tx::new(&self.db);
            step(&before, &after, &places, Actor::Attendee, "change-person", now).write(&mut tx);
            match outcome(tx.commit().await)? {
                Ok(()) => return Ok(after.record),
                Err(refused) if refused.refused_by(UNIQUE) => contacts.retain(|hash| before.contacts.contains(hash)),
                Err(_) => {}
            }
        }
        Err(StoreError::Busy.into())
    }

    /// Other access answers, under their consent.
    pub async fn change_needs(
        &self,
        event: &EventId,
        id: &RegistrationId,
        needs: &AccessRequest,
        event_ends: Option<Timestamp>,
        now: Timestamp,
    ) -> Done {
        self.put_needs(event, id, Some((needs, needs_until(event_ends, now))), now).await
    }

    /// No access answers any more; the consent ends with them (quality-bar P-04).
    pub async fn erase_needs(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Done {
        self.put_needs(event, id, None, now).await
    }

    async fn put_needs(&self, event: &EventId, id: &RegistrationId, needs: Option<(&AccessRequest, Timestamp)>, now: Timestamp) -> Done {
        for _ in 0..TRIES {
            let (before, places) = self.active(event, id).await?;
            let mut after = next(&before, now);
            after.record.has_needs = needs.is_some();
            let verb = if needs.is_some() { "change-needs" } else { "erase-needs" };
            let key = keys::access_answers(event, id);
            let mut tx = Tx::new(&self.db);
            step(&before, &after, &places, Actor::Attendee, verb, now).write(&mut tx);
            match needs {
                Some((request, until)) => {
                    let earlier: Option<KeptNeeds> = self.db.get(Table::Confidential, &key).await?;
                    let request = earlier.map_or_else(|| request.clone(), |earlier| request.clone().keeping(&earlier.request));
                    let kept = KeptNeeds { registration: id.clone(), request, kept_until: until };
                    tx.put_until(Table::Confidential, &key, &kept, until);
                }
                None => {
                    tx.delete(Table::Confidential, &key);
                    erased::add(&mut tx, Gone::Answers(id), now);
                }
            }
            if outcome(tx.commit().await)?.is_ok() {
                return Ok(after.record);
            }
        }
        Err(StoreError::Busy.into())
    }

    async fn active(&self, event: &EventId, id: &RegistrationId) -> Result<(Stored, Places), RegistrationError> {
        let stored = self.stored(event, id).await?.ok_or(RegistrationError::Unknown)?;
        let places = self.places(event).await?.ok_or(RegistrationError::Closed)?;
        match stored.record.state.is_active() {
            true => Ok((stored, places)),
            false => Err(RegistrationError::NotNow(stored.record.state)),
        }
    }
}

/// The next version of a registration.
pub(super) fn next(before: &Stored, now: Timestamp) -> Stored {
    let mut after = before.clone();
    after.record.version += 1;
    after.record.changed = now;
    after
}

/// A change that demands nothing and tells nobody.
pub(super) fn step<'a>(before: &'a Stored, after: &'a Stored, places: &'a Places, actor: Actor, verb: &'static str, now: Timestamp) -> Act<'a> {
    Act { before: Some(before), after, demand: Demand::Nothing, over: false, places, actor, verb, reason: "", message: None, now }
}

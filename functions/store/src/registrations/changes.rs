//! What a person changes about their registration: who they are, and what would help. Saying that they need support may bring an offer.

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

    /// Other access answers, under their consent. Whoever says what would help needs support: on the waiting list places that are held
    /// back are for them too from now on, and an offer lasts longer.
    pub async fn change_needs(
        &self,
        event: &EventId,
        id: &RegistrationId,
        needs: &AccessRequest,
        event_ends: Option<Timestamp>,
        now: Timestamp,
    ) -> Done {
        self.put_needs(event, id, Some((needs, needs_until(event_ends, now))), true, now).await
    }

    /// No access answers any more; the consent ends with them (quality-bar P-04). `more_time` is whether they still say that they need
    /// time to arrange support. Who says so no longer keeps their place; one that was held back for them is held back again for the next.
    pub async fn erase_needs(&self, event: &EventId, id: &RegistrationId, more_time: bool, now: Timestamp) -> Done {
        self.put_needs(event, id, None, more_time, now).await
    }

    async fn put_needs(
        &self,
        event: &EventId,
        id: &RegistrationId,
        needs: Option<(&AccessRequest, Timestamp)>,
        support: bool,
        now: Timestamp,
    ) -> Done {
        for _ in 0..TRIES {
            let (before, places) = self.active(event, id).await?;
            let mut after = next(&before, now);
            after.record.has_needs = needs.is_some();
            after.record.says_support(support);
            let verb = match (needs.is_some(), before.record.has_needs) {
                (true, _) => "change-needs",
                (false, true) => "erase-needs",
                (false, false) => "change-support",
            };
            let key = keys::access_answers(event, id);
            let mut tx = Tx::new(&self.db);
            let act = step(&before, &after, &places, Actor::Attendee, verb, now);
            act.write(&mut tx);
            match needs {
                Some((request, until)) => {
                    let earlier: Option<KeptNeeds> = self.db.get(Table::Confidential, &key).await?;
                    let request = earlier.map_or_else(|| request.clone(), |earlier| request.clone().keeping(&earlier.request));
                    let kept = KeptNeeds { registration: id.clone(), request, kept_until: until };
                    tx.put_until(Table::Confidential, &key, &kept, until);
                }
                None if before.record.has_needs => {
                    tx.delete(Table::Confidential, &key);
                    erased::add(&mut tx, Gone::Answers(id), now);
                }
                None => {}
            }
            if outcome(tx.commit().await)?.is_ok() {
                if act.shift().is_nothing() {
                    return Ok(after.record);
                }
                self.serve_after(event, &act, now).await;
                return Ok(self.load(event, id).await?.unwrap_or(after.record));
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

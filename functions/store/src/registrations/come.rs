//! On the day: who came, and how many came without having registered.

use domain::audit::{Actor, AuditEntry, Subject};
use domain::ids::{EventId, RegistrationId};
use domain::registration::{Places, RegistrationRecord, RegistrationState};
use jiff::Timestamp;

use super::acts::Done;
use super::changes::{next, step};
use super::demand::Demand;
use super::shift::Shift;
use super::{PLACES, RegistrationError, Registrations, TRIES, outcome};
use crate::deed::Deed;
use crate::error::StoreError;
use crate::tables::Table;
use crate::tx::{Tx, n};
use crate::{audit, keys};

/// Counts somebody who came for good: their registration goes in the same transaction.
pub(crate) fn count_who_came(tx: &mut Tx<'_>, of: &RegistrationRecord, places: &Places, now: Timestamp) {
    Shift::came(of).add(tx, &of.event, places, Demand::Nothing, now);
}

impl Registrations {
    /// Notes that somebody who has a place came, or that this was noted by mistake. Twice is once.
    pub async fn check_in(&self, event: &EventId, id: &RegistrationId, came: bool, now: Timestamp) -> Done {
        for _ in 0..TRIES {
            let before = self.stored(event, id).await?.ok_or(RegistrationError::Unknown)?;
            if before.record.state != RegistrationState::Confirmed {
                return Err(RegistrationError::NotNow(before.record.state));
            }
            if before.record.came.is_some() == came {
                return Ok(before.record);
            }
            let places = self.places(event).await?.ok_or(RegistrationError::Closed)?;
            let mut after = next(&before, now);
            after.record.came = came.then_some(now);
            let mut tx = Tx::new(&self.db);
            step(&before, &after, &places, Actor::Host, if came { "came" } else { "did-not-come" }, now).write(&mut tx);
            if outcome(tx.commit().await)?.is_ok() {
                return Ok(after.record);
            }
        }
        Err(StoreError::Busy.into())
    }

    /// Counts people who came without having registered; the whole number, so that pressing twice counts once.
    pub async fn count_walk_ins(&self, event: &EventId, people: u32, deed: &Deed) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        let values = vec![(":people", n(people)), (":one", n(1))];
        let sets = "SET #walk_ins = :people, version = version + :one";
        tx.update(PLACES, Table::Hub, &keys::places(event), sets, "attribute_exists(version)", values);
        let entry = AuditEntry::new(deed.at, deed.by.clone(), "count-walk-ins", Subject::Event(event.clone()));
        audit::add(&mut tx, &entry, &deed.mark);
        match outcome(tx.commit().await)? {
            Ok(()) => Ok(()),
            // This very press has its entry: it was done, and only the answer was lost.
            Err(refused) if refused.refused_by(audit::ENTRY) => Ok(()),
            Err(_) => Err(StoreError::Busy),
        }
    }
}

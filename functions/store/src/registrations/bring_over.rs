//! An event's way to take part was changed: everybody who registered is brought to the way that is there now, and keeps what they have.

use domain::audit::Actor;
use domain::ids::{EventId, RegistrationId};
use domain::registration::{Places, RegistrationRecord, Way};
use jiff::Timestamp;

use super::changes::{next, step};
use super::{PLACES, Registrations, TRIES, outcome};
use crate::due::{self, Due};
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, n, s};

/// How many people are brought over at once.
const AT_ONCE: usize = 25;

impl Registrations {
    /// Brings some people over, each in a transaction with both counts; `true` when nobody is left and places are given again. Who has a
    /// place keeps it, even where there are fewer: then none is given until enough came back. Who waits keeps their turn.
    pub async fn bring_over(&self, event: &EventId, now: Timestamp) -> Result<bool, StoreError> {
        let Some(places) = self.places(event).await? else { return Ok(true) };
        let Some(from) = places.moving else { return Ok(true) };
        let to_bring = |r: &RegistrationRecord| r.state.is_active() && r.party.way == from;
        let left: Vec<RegistrationRecord> = self.of_event(event).await?.into_iter().filter(to_bring).collect();
        for one in left.iter().take(AT_ONCE) {
            self.bring_one(event, &one.id, from, now).await?;
        }
        if left.len() > AT_ONCE || !self.all_brought(event, &places, from, now).await? {
            return Ok(false);
        }
        self.offer_all(event, now).await?;
        self.refresh_public_places(event, now).await?;
        Ok(true)
    }

    async fn bring_one(&self, event: &EventId, id: &RegistrationId, from: Way, now: Timestamp) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            let Some(before) = self.stored(event, id).await? else { return Ok(()) };
            if !before.record.state.is_active() || before.record.party.way != from {
                return Ok(());
            }
            let Some(places) = self.places(event).await? else { return Ok(()) };
            let mut after = next(&before, now);
            after.record.party.way = from.other();
            let mut tx = Tx::new(&self.db);
            step(&before, &after, &places, Actor::Hub, "bring-over", now).write(&mut tx);
            if outcome(tx.commit().await)?.is_ok() {
                return Ok(());
            }
        }
        Err(StoreError::Busy)
    }

    /// Gives places again, where nobody is left to be brought over; `false` where somebody is.
    async fn all_brought(&self, event: &EventId, places: &Places, from: Way, now: Timestamp) -> Result<bool, StoreError> {
        let (path, removes) = match from {
            Way::Room => ("", "#moving"),
            Way::Online => ("#online.", "#moving, #online"),
        };
        let nobody = ["confirmed", "held", "waiting"].map(|count| format!("{path}#{count} = :none")).join(" AND ");
        let condition = format!("#moving = :from AND #settings = :settings AND {nobody}");
        let update = format!("SET #settings = #settings + :one, version = version + :one REMOVE {removes}");
        let values = vec![(":from", s(from.value())), (":settings", n(places.settings)), (":none", n(0)), (":one", n(1))];
        let mut tx = Tx::new(&self.db);
        tx.update(PLACES, Table::Hub, &keys::places(event), &update, &condition, values);
        due::add(&mut tx, &Due::OfferPlaces { event: event.clone() }, now);
        Ok(outcome(tx.commit().await)?.is_ok())
    }
}

//! What a host decides about places, at any time: how many, how many held back, whether bookings are taken.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::audit::{AuditEntry, Subject};
use domain::ids::EventId;
use domain::registration::{Places, Plan, Pool, Way};

use super::{PLACES, RegistrationError, Registrations, TRIES, outcome};
use crate::deed::Deed;
use crate::due::{self, Due};
use crate::error::StoreError;
use crate::tables::Table;
use crate::tx::{Tx, n, s};
use crate::{audit, keys};

impl Registrations {
    /// Takes over how many places there are and how many of them are held back. Nobody loses a place: where there are fewer than are
    /// taken, none is given until enough came back. What is free now is offered at once.
    pub async fn change_places(&self, event: &EventId, plan: Plan, deed: &Deed) -> Result<Places, RegistrationError> {
        for _ in 0..TRIES {
            let before = self.places(event).await?.ok_or(RegistrationError::Closed)?;
            let mut after = before.clone();
            after.room.plan(plan.room);
            if let (Some(online), Some(plan)) = (&mut after.online, plan.online) {
                online.plan(plan);
            }
            if after == before {
                return Ok(before);
            }
            let mut change = Change::new(&before);
            change.pool("", Way::Room, &before.room, &after.room);
            if let (Some(old), Some(new)) = (&before.online, &after.online) {
                change.pool("#online.", Way::Online, old, new);
            }
            if self.decide(event, change, &after, "change-places", deed).await? {
                return Ok(after);
            }
        }
        Err(StoreError::Busy.into())
    }

    /// Closes booking, or opens it again. Those who have a place keep it; nothing is offered while it is closed.
    pub async fn open_booking(&self, event: &EventId, open: bool, deed: &Deed) -> Result<Places, RegistrationError> {
        for _ in 0..TRIES {
            let before = self.places(event).await?.ok_or(RegistrationError::Closed)?;
            if before.over {
                return Err(RegistrationError::EventCancelled);
            }
            if before.open == open {
                return Ok(before);
            }
            let after = Places { open, ..before.clone() };
            let mut change = Change::new(&before);
            change.set("#open = :open", ":open", AttributeValue::Bool(open));
            if self.decide(event, change, &after, if open { "open-booking" } else { "close-booking" }, deed).await? {
                return Ok(after);
            }
        }
        Err(StoreError::Busy.into())
    }

    /// Writes a decision; `false` where it was made on what is no longer so.
    async fn decide(&self, event: &EventId, change: Change, after: &Places, verb: &str, deed: &Deed) -> Result<bool, RegistrationError> {
        let mut tx = Tx::new(&self.db);
        let update = change.update();
        let values = change.values.iter().map(|(k, v)| (k.as_str(), v.clone())).collect();
        tx.update(PLACES, Table::Hub, &keys::places(event), &update, &change.condition, values);
        audit::add(&mut tx, &AuditEntry::new(deed.at, deed.by.clone(), verb, Subject::Event(event.clone())), &deed.mark);
        // The net: whoever decided offers what is free, unless it dies on the way. And again when held-back places come free.
        for at in [Some(deed.at), after.next_release(deed.at)].into_iter().flatten() {
            due::add(&mut tx, &Due::OfferPlaces { event: event.clone() }, at);
        }
        if outcome(tx.commit().await)?.is_err() {
            return Ok(false);
        }
        if let Err(error) = self.offer_all(event, deed.at).await {
            tracing::warn!(%event, %error, "free places are offered later");
        }
        self.refresh_if_possible(event, deed.at).await;
        Ok(true)
    }
}

/// An update of the record, being put together.
struct Change {
    sets: Vec<String>,
    removes: Vec<String>,
    condition: String,
    values: Vec<(String, AttributeValue)>,
}

impl Change {
    fn new(before: &Places) -> Self {
        let sets = vec!["#settings = #settings + :one".to_owned(), "version = version + :one".to_owned()];
        let condition = "#settings = :settings AND #over = :standing".to_owned();
        let values =
            vec![(":one".to_owned(), n(1)), (":settings".to_owned(), n(before.settings)), (":standing".to_owned(), AttributeValue::Bool(false))];
        Self { sets, removes: Vec::new(), condition, values }
    }

    fn set(&mut self, set: &str, name: &str, value: AttributeValue) {
        self.sets.push(set.to_owned());
        self.values.push((name.to_owned(), value));
    }

    /// Left is moved by the difference where there was a limit and is one: bookings may come in between. Where a limit comes or goes
    /// it is worked out from what is taken, which must then still be so.
    fn pool(&mut self, path: &str, way: Way, old: &Pool, new: &Pool) {
        let name = way.value();
        let mut put = |attribute: &str, value: Option<AttributeValue>| match value {
            Some(value) => self.set(&format!("{path}#{attribute} = :{name}_{attribute}"), &format!(":{name}_{attribute}"), value),
            None => self.removes.push(format!("{path}#{attribute}")),
        };
        put("capacity", new.capacity.map(n));
        put("kept_back", Some(n(new.kept_back)));
        put("kept_until", new.kept_until.map(|until| s(until.to_string())));
        match (old.capacity, new.capacity) {
            (Some(was), Some(is)) => {
                self.set(&format!("{path}#left = {path}#left + :{name}_more"), &format!(":{name}_more"), n(i64::from(is) - i64::from(was)));
            }
            (None, None) => {}
            _ => {
                match new.left {
                    Some(left) => self.set(&format!("{path}#left = :{name}_left"), &format!(":{name}_left"), n(left)),
                    None => self.removes.push(format!("{path}#left")),
                }
                self.condition += &format!(" AND {path}#confirmed = :{name}_confirmed AND {path}#held = :{name}_held");
                self.values.push((format!(":{name}_confirmed"), n(old.confirmed)));
                self.values.push((format!(":{name}_held"), n(old.held)));
            }
        }
    }

    fn update(&self) -> String {
        let sets = format!("SET {}", self.sets.join(", "));
        if self.removes.is_empty() { sets } else { format!("{sets} REMOVE {}", self.removes.join(", ")) }
    }
}

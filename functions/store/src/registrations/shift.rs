//! The one record that all bookings of an event meet at: what an act takes from it and gives to it.

use std::collections::BTreeMap;

use domain::ids::EventId;
use domain::registration::{Places, RegistrationRecord, RegistrationState, Way};
use jiff::Timestamp;

use super::PLACES;
use super::demand::{Demand, Wanted};
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, n};

/// What an act changes in the counts of one way to take part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Delta(BTreeMap<String, i64>);

/// What an act changes in the counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shift {
    room: Delta,
    online: Delta,
}

impl Delta {
    fn by(&self, count: &str) -> i64 {
        self.0.get(count).copied().unwrap_or(0)
    }

    fn add(&mut self, count: &str, by: i64) {
        *self.0.entry(count.to_owned()).or_default() += by;
        self.0.retain(|_, by| *by != 0);
    }

    fn gives_back(&self) -> i64 {
        -(self.by("#confirmed") + self.by("#held"))
    }

    /// What one registration has a share in, added or taken away.
    fn share(&mut self, of: &RegistrationRecord, sign: i64) {
        let places = sign * i64::from(of.party.places);
        let uses = match of.state {
            RegistrationState::Confirmed => "#confirmed",
            state if state.holds() => "#held",
            RegistrationState::Waiting => {
                self.add("#waiting", places);
                return self.add(&format!("#queue.#{}", of.party.ask().key()), sign);
            }
            _ => return,
        };
        self.add(uses, places);
        self.add("#beside", sign * i64::from(of.party.beside));
        self.add("#kept_used", sign * i64::from(of.kept));
    }
}

impl Shift {
    /// From what a registration was, or none, to what it becomes.
    pub fn between(before: Option<&RegistrationRecord>, after: &RegistrationRecord) -> Self {
        let mut shift = Self::default();
        if let Some(before) = before {
            shift.of_way(before.party.way).share(before, -1);
        }
        shift.of_way(after.party.way).share(after, 1);
        shift
    }

    /// When the event is over: who had a place is counted on, and so is that they came, or waited until the end (quality-bar P-10).
    pub fn nameless(was: &RegistrationRecord, after: &RegistrationRecord) -> Self {
        let mut shift = match was.state {
            RegistrationState::Confirmed => Self::came(was),
            _ => Self::between(Some(was), after),
        };
        if was.state == RegistrationState::Waiting {
            shift.of_way(was.party.way).add("#gone_waited", was.party.places.into());
        }
        shift
    }

    /// What only the registration says of somebody who came, from when on there is none.
    pub fn came(was: &RegistrationRecord) -> Self {
        let mut shift = Self::default();
        if was.has_come() {
            shift.of_way(was.party.way).add("#gone_came", was.party.places.into());
        }
        shift
    }

    fn of_way(&mut self, way: Way) -> &mut Delta {
        match way {
            Way::Room => &mut self.room,
            Way::Online => &mut self.online,
        }
    }

    /// Whether it changes nothing.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a place may be free after it for somebody who waits: one was given back, or somebody asks for something else.
    pub fn may_serve(&self) -> bool {
        [&self.room, &self.online].into_iter().any(|d| d.gives_back() > 0 || d.by("#kept_used") < 0 || d.0.keys().any(|k| k.starts_with("#queue")))
    }

    /// Adds it to a transaction, with what it demands. No exact version is demanded: a thousand bookings need not queue for one number.
    pub fn add(&self, tx: &mut Tx<'_>, event: &EventId, places: &Places, demand: Demand, now: Timestamp) {
        let mut wanted = Wanted::of(demand, places, now);
        let key = keys::places(event);
        if self.is_nothing() {
            if !wanted.is_nothing() {
                let (condition, values) = wanted.done();
                tx.check(PLACES, Table::Hub, &key, &condition, values.iter().map(|(k, v)| (k.as_str(), v.clone())).collect());
            }
            return;
        }
        let mut sets = vec!["version = version + :one".to_owned()];
        wanted.value(":one", n(1));
        wanted.that("attribute_exists(version)");
        for (way, path, delta) in [(Way::Room, "", &self.room), (Way::Online, "#online.", &self.online)] {
            let name = way.value();
            for (count, by) in &delta.0 {
                let value = format!(":{name}{}", count.replace(['#', '.'], "_"));
                let mut is = format!("{path}{count}");
                if count.starts_with("#gone") {
                    // Where nobody is gone yet there is no such number.
                    is = format!("if_not_exists({is}, :none)");
                    wanted.value(":none", n(0));
                }
                sets.push(format!("{path}{count} = {is} + {value}"));
                wanted.value(&value, n(by));
            }
            if delta.gives_back() != 0 {
                let limited = places.of(way).left.is_some();
                wanted.that(&format!("{}({path}#left)", if limited { "attribute_exists" } else { "attribute_not_exists" }));
                if limited {
                    sets.push(format!("{path}#left = {path}#left + :{name}_back"));
                    wanted.value(&format!(":{name}_back"), n(delta.gives_back()));
                }
            }
        }
        let (condition, values) = wanted.done();
        let values = values.iter().map(|(k, v)| (k.as_str(), v.clone())).collect();
        tx.update(PLACES, Table::Hub, &key, &format!("SET {}", sets.join(", ")), &condition, values);
    }
}

#[cfg(test)]
mod tests;

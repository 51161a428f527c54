//! The one record that all bookings of an event meet at: what an act takes from it, gives to it, and demands of it.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::ids::EventId;
use domain::registration::RegistrationState;

use super::PLACES;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, n};

/// What an act changes in the counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shift {
    confirmed: i64,
    held: i64,
    waiting: i64,
}

/// What an act demands of the counts, besides that they are still of the same kind (limited or not).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    /// Nothing: it gives places back, or takes none.
    Nothing,
    /// Bookings are open, nobody waits, and a place is free.
    Room,
    /// Bookings are open, and somebody waits or no place is free.
    NoRoom,
    /// Somebody waits and a place is free.
    RoomForTheFirst,
}

impl Shift {
    /// From one state, or none, to another.
    pub fn between(before: Option<RegistrationState>, after: RegistrationState) -> Self {
        let old = before.map(Self::of).unwrap_or_default();
        let new = Self::of(after);
        Self { confirmed: new.confirmed - old.confirmed, held: new.held - old.held, waiting: new.waiting - old.waiting }
    }

    fn of(state: RegistrationState) -> Self {
        Self {
            confirmed: i64::from(state == RegistrationState::Confirmed),
            held: i64::from(state.holds()),
            waiting: i64::from(state == RegistrationState::Waiting),
        }
    }

    /// Whether it changes nothing.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }

    /// How many places it gives back; below zero it takes them.
    pub fn gives_back(self) -> i64 {
        -(self.confirmed + self.held)
    }

    /// Adds it to a transaction. No exact version is demanded: a thousand bookings need not queue for one number.
    pub fn add(self, tx: &mut Tx<'_>, event: &EventId, demand: Demand, limited: bool) {
        if self.is_nothing() {
            return;
        }
        let mut sets = vec!["version = version + :one".to_owned()];
        let mut values = vec![(":one", n(1))];
        for (attribute, value, by) in
            [("confirmed", ":confirmed", self.confirmed), ("held", ":held", self.held), ("waiting", ":waiting", self.waiting)]
        {
            if by != 0 {
                sets.push(format!("{attribute} = {attribute} + {value}"));
                values.push((value, n(by)));
            }
        }
        if limited && self.gives_back() != 0 {
            sets.push("#left = #left + :back".into());
            values.push((":back", n(self.gives_back())));
        }
        let (condition, more) = demand.condition(limited);
        values.extend(more);
        tx.update(PLACES, Table::Hub, &keys::places(event), &format!("SET {}", sets.join(", ")), condition, values);
    }
}

impl Demand {
    /// The condition on the record, and the values in it that the change itself does not have.
    fn condition(self, limited: bool) -> (&'static str, Vec<(&'static str, AttributeValue)>) {
        let open = (":true", AttributeValue::Bool(true));
        let none = (":none", n(0));
        match (self, limited) {
            (Self::Nothing, true) => ("attribute_exists(#left)", vec![]),
            (Self::Nothing, false) => ("attribute_exists(version) AND attribute_not_exists(#left)", vec![]),
            (Self::Room, true) => ("#open = :true AND waiting = :none AND #left >= :one", vec![open, none]),
            (Self::Room, false) => ("#open = :true AND waiting = :none AND attribute_not_exists(#left)", vec![open, none]),
            (Self::NoRoom, true) => ("#open = :true AND (waiting > :none OR #left < :one)", vec![open, none]),
            (Self::NoRoom, false) => ("#open = :true AND waiting > :none AND attribute_not_exists(#left)", vec![open, none]),
            (Self::RoomForTheFirst, true) => ("#open = :true AND waiting >= :one AND #left >= :one", vec![open]),
            (Self::RoomForTheFirst, false) => ("#open = :true AND waiting >= :one AND attribute_not_exists(#left)", vec![open]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::registration::RegistrationAct;

    #[test]
    fn a_place_is_given_back_exactly_by_what_ends_a_held_or_taken_one() {
        for &state in RegistrationState::ALL {
            for &act in RegistrationAct::ALL {
                let Some(after) = state.after(act) else { continue };
                let uses = |s: RegistrationState| i64::from(s.holds() || s == RegistrationState::Confirmed);
                assert_eq!(Shift::between(Some(state), after).gives_back(), uses(state) - uses(after), "{state:?} {act:?}");
            }
        }
    }
}

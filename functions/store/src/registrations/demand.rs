//! What an act demands of the counts: nobody gets a place that isn't there, nobody new one that somebody waits for, nobody waits
//! while there is one (I1, I5). Written as conditions of the database, so that they hold whatever comes at once.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::registration::{Ask, Places, Way};
use jiff::Timestamp;

use crate::tx::n;

/// What an act demands of the counts, besides that they are still of the same kind (limited or not).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    /// Nothing: it gives places back, or takes none.
    Nothing,
    /// The event was not cancelled.
    Standing,
    /// Bookings are open, the free places suffice, and nobody waits who could take what is free.
    Room(Way, Ask),
    /// Bookings are open, and the free places don't suffice or somebody waits who could take them.
    NoRoom(Way, Ask),
    /// The free places suffice for this turn, and while fewer than so many are left, for nobody before it.
    Turn(Way, Ask, Option<u32>),
    /// Bookings are open and the free places suffice, those held back among them: the host's own decision.
    ByHand(Way, Ask),
}

/// A condition on the record of places, being put together.
pub(super) struct Wanted<'a> {
    places: &'a Places,
    now: Timestamp,
    parts: Vec<String>,
    values: BTreeMap<String, AttributeValue>,
}

impl<'a> Wanted<'a> {
    /// What is demanded of places that were read as `places`.
    pub fn of(demand: Demand, places: &'a Places, now: Timestamp) -> Self {
        let mut wanted = Self { places, now, parts: Vec::new(), values: BTreeMap::new() };
        match demand {
            Demand::Nothing => {}
            Demand::Standing => {
                wanted.that("(attribute_not_exists(#over) OR #over = :no)");
                wanted.value(":no", AttributeValue::Bool(false));
            }
            Demand::Room(way, ask) => {
                wanted.open_and_as_decided(way);
                wanted.room(way, ask);
            }
            Demand::NoRoom(way, ask) => {
                wanted.open_and_as_decided(way);
                wanted.no_room(way, ask);
            }
            Demand::Turn(way, ask, below) => {
                wanted.open_and_as_decided(way);
                wanted.left(way, ">=", places.of(way).needs_left(ask, now));
                if let Some(below) = below {
                    wanted.left(way, "<", below);
                }
            }
            Demand::ByHand(way, ask) => {
                wanted.open_and_as_decided(way);
                wanted.left(way, ">=", ask.places);
            }
        }
        wanted
    }

    /// One thing more.
    pub fn that(&mut self, part: &str) {
        self.parts.push(part.to_owned());
    }

    /// A value that the expressions use.
    pub fn value(&mut self, name: &str, value: AttributeValue) {
        self.values.insert(name.to_owned(), value);
    }

    /// Whether nothing is demanded.
    pub fn is_nothing(&self) -> bool {
        self.parts.is_empty()
    }

    /// The condition and the values.
    pub fn done(self) -> (String, BTreeMap<String, AttributeValue>) {
        (self.parts.join(" AND "), self.values)
    }

    fn number(&mut self, number: impl std::fmt::Display) -> String {
        let name = format!(":n{number}");
        self.value(&name, n(number));
        name
    }

    /// Open, by the host's decisions that were read, and with as many places held back.
    fn open_and_as_decided(&mut self, way: Way) {
        self.that("#open = :yes AND #settings = :settings");
        self.value(":yes", AttributeValue::Bool(true));
        self.value(":settings", n(self.places.settings));
        let pool = self.places.of(way);
        if pool.holds_back(self.now) {
            let used = self.number(pool.kept_used);
            self.that(&format!("{}#kept_used = {used}", path(way)));
        }
    }

    /// Compares what is left; without a limit everything suffices.
    fn left(&mut self, way: Way, sign: &str, number: u32) {
        if self.places.of(way).left.is_some() {
            let number = self.number(number);
            self.that(&format!("{}#left {sign} {number}", path(way)));
        }
    }

    fn room(&mut self, way: Way, ask: Ask) {
        let (pool, path, none) = (self.places.of(way), path(way), self.number(0));
        if pool.left.is_none() {
            return self.that(&format!("{path}#waiting = {none}"));
        }
        self.left(way, ">=", pool.needs_left(ask, self.now));
        for other in Ask::all() {
            let need = self.number(pool.needs_left(other, self.now));
            self.that(&format!("({path}#queue.#{} = {none} OR {path}#left < {need})", other.key()));
        }
    }

    fn no_room(&mut self, way: Way, ask: Ask) {
        let (pool, path, none) = (self.places.of(way), path(way), self.number(0));
        if pool.left.is_none() {
            return self.that(&format!("{path}#waiting > {none}"));
        }
        let mine = self.number(pool.needs_left(ask, self.now));
        let mut any = vec![format!("{path}#left < {mine}")];
        for other in Ask::all() {
            let need = self.number(pool.needs_left(other, self.now));
            any.push(format!("({path}#queue.#{} > {none} AND {path}#left >= {need})", other.key()));
        }
        self.that(&format!("({})", any.join(" OR ")));
    }
}

fn path(way: Way) -> &'static str {
    match way {
        Way::Room => "",
        Way::Online => "#online.",
    }
}

//! The waiting list as the count of places sees it: how many wait, by how many places they need and whether they need support.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::MOST_TOGETHER;

/// What somebody asks of the free places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ask {
    /// How many places: all of them or none.
    pub places: u32,
    /// Whether places held back are for them too.
    pub support: bool,
}

impl Ask {
    /// Every ask there can be.
    pub fn all() -> impl Iterator<Item = Self> {
        [false, true].into_iter().flat_map(|support| (1..=MOST_TOGETHER).map(move |places| Self { places, support }))
    }

    /// Its name in records: `g3`, `s1`.
    pub fn key(self) -> String {
        format!("{}{}", if self.support { "s" } else { "g" }, self.places)
    }
}

/// How many registrations wait for each ask. By it a condition of the database can tell whether anybody who waits could take what
/// is free, without reading the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Queue(BTreeMap<String, u32>);

impl Queue {
    /// Nobody waits.
    pub fn nobody() -> Self {
        Self(Ask::all().map(|ask| (ask.key(), 0)).collect())
    }

    /// So many people who each need one place: what a record from before groups says.
    pub fn of_single(waiting: u32) -> Self {
        let mut queue = Self::nobody();
        queue.set(Ask { places: 1, support: false }, waiting);
        queue
    }

    /// How many wait with this ask.
    pub fn count(&self, ask: Ask) -> u32 {
        self.0.get(&ask.key()).copied().unwrap_or(0)
    }

    /// Notes how many wait with this ask.
    pub fn set(&mut self, ask: Ask, count: u32) {
        self.0.insert(ask.key(), count);
    }

    /// The asks that somebody waits with.
    pub fn asks(&self) -> impl Iterator<Item = Ask> + '_ {
        Ask::all().filter(|ask| self.count(*ask) > 0)
    }

    /// Whether the record has these counts at all.
    pub fn is_kept(&self) -> bool {
        !self.0.is_empty()
    }

    /// All places that people wait for.
    pub fn places(&self) -> u32 {
        Ask::all().map(|ask| ask.places * self.count(ask)).sum()
    }
}

//! The places of an event: the count that every booking changes (I1, I4).

use serde::{Deserialize, Serialize};

use crate::text::counted;

/// How many places there are, are taken, are held. The one record that all bookings of an event meet at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    /// All places; none is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
    /// Capacity less confirmed and held. Below zero after the capacity was lowered under what is taken; `None` without a limit.
    /// Stored, because a condition of the database can compare but not calculate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<i64>,
    /// Places of people who are coming.
    pub confirmed: u32,
    /// Places held: for an address to be confirmed, or by an offer.
    pub held: u32,
    /// People on the waiting list.
    pub waiting: u32,
    /// The next turn on the waiting list.
    pub next_turn: u64,
    /// Whether bookings are taken at all.
    pub open: bool,
    /// Rises with each change.
    pub version: u64,
}

impl Places {
    /// An event's places before anybody booked.
    pub fn new(capacity: Option<u32>) -> Self {
        Self { capacity, left: capacity.map(i64::from), confirmed: 0, held: 0, waiting: 0, next_turn: 1, open: true, version: 1 }
    }

    /// Free places: max(0, capacity − confirmed − held) (I4); none is no limit.
    pub fn free(&self) -> Option<u32> {
        let capacity = self.capacity?;
        Some(capacity.saturating_sub(self.confirmed).saturating_sub(self.held))
    }

    /// Whether a newcomer gets a place: bookings are open, one is free, and nobody waits for it.
    pub fn has_room(&self) -> bool {
        self.open && self.waiting == 0 && self.free().is_none_or(|free| free > 0)
    }

    /// Whether the head of the queue can be offered a place.
    pub fn can_offer(&self) -> bool {
        self.waiting > 0 && self.left.is_none_or(|left| left > 0)
    }

    /// Whether the numbers agree with one another: `left` is what capacity, confirmed and held say.
    pub fn is_consistent(&self) -> bool {
        match (self.capacity, self.left) {
            (Some(capacity), Some(left)) => left == i64::from(capacity) - i64::from(self.confirmed) - i64::from(self.held),
            (None, None) => true,
            _ => false,
        }
    }

    /// What anyone may know of them.
    pub fn public(&self) -> PublicPlaces {
        PublicPlaces { capacity: self.capacity, free: self.free(), waiting: self.waiting, open: self.open, version: self.version }
    }
}

/// What anyone may know of an event's places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicPlaces {
    /// All places; none is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
    /// Free places; none is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<u32>,
    /// People on the waiting list.
    pub waiting: u32,
    /// Whether bookings are taken.
    pub open: bool,
    /// Rises with each change; an older count never replaces a newer one.
    pub version: u64,
}

impl PublicPlaces {
    /// Whether a newcomer would wait.
    pub fn is_full(&self) -> bool {
        self.waiting > 0 || self.free == Some(0)
    }

    /// Whether few are left: a tenth, or three.
    pub fn few(&self) -> bool {
        !self.is_full() && self.free.is_some_and(|free| free <= (self.capacity.unwrap_or(0) / 10).max(3))
    }

    /// `41 places`, `3 places left`, `Waiting list`, `Places free`, `Booking closed`.
    pub fn words(&self) -> String {
        match self.free {
            _ if !self.open => "Booking closed".into(),
            _ if self.is_full() => "Waiting list".into(),
            None => "Places free".into(),
            Some(free) if self.few() => format!("{} left", counted(free.into(), "place", "places")),
            Some(free) => counted(free.into(), "place", "places"),
        }
    }

    /// The small words under it: `of 60`, `4 people waiting`.
    pub fn small_words(&self) -> Option<String> {
        match (self.is_full(), self.waiting, self.capacity) {
            (true, 0, Some(_)) => Some("Nobody waiting yet".into()),
            (true, n, _) => Some(format!("{} waiting", counted(n.into(), "person", "people"))),
            (false, _, Some(capacity)) => Some(format!("of {capacity}")),
            _ => None,
        }
    }
}

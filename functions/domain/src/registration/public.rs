//! What anyone may know of an event's places.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Places, Pool};
use crate::text::counted;

/// What anyone may know of an event's places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicPlaces {
    /// All places, in the room where the event is split; none is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
    /// Places free for everybody; none is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<u32>,
    /// Places that people on the waiting list ask for.
    pub waiting: u32,
    /// The places online, where those are apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online: Option<OnlinePlaces>,
    /// Whether bookings are taken.
    pub open: bool,
    /// Rises with each change; an older count never replaces a newer one.
    pub version: u64,
}

/// The places online of an event that is in a room too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnlinePlaces {
    /// Places free for everybody; none is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<u32>,
    /// Places that people on the waiting list ask for.
    pub waiting: u32,
}

impl OnlinePlaces {
    fn of(pool: &Pool, now: Timestamp) -> Self {
        Self { free: pool.free_for_all(now), waiting: pool.waiting }
    }

    fn is_full(&self) -> bool {
        self.waiting > 0 || self.free == Some(0)
    }

    fn words(&self) -> String {
        match self.free {
            _ if self.is_full() => "waiting list".into(),
            None => "places free".into(),
            Some(free) => counted(free.into(), "place", "places"),
        }
    }
}

impl PublicPlaces {
    pub(super) fn of(places: &Places, now: Timestamp) -> Self {
        let room = &places.room;
        Self {
            capacity: room.capacity,
            free: room.free_for_all(now),
            waiting: room.waiting,
            online: places.online.as_ref().map(|pool| OnlinePlaces::of(pool, now)),
            open: places.takes_bookings(),
            version: places.version,
        }
    }

    fn room(&self) -> OnlinePlaces {
        OnlinePlaces { free: self.free, waiting: self.waiting }
    }

    /// Whether a newcomer would wait, whatever way they choose.
    pub fn is_full(&self) -> bool {
        self.room().is_full() && self.online.as_ref().is_none_or(OnlinePlaces::is_full)
    }

    /// Whether few are left: a tenth, or three.
    pub fn few(&self) -> bool {
        self.online.is_none() && !self.is_full() && self.free.is_some_and(|free| free <= (self.capacity.unwrap_or(0) / 10).max(3))
    }

    /// `41 places`, `3 places left`, `Waiting list`, `Places free`, `Booking closed`, `In person: 3 places. Online: places free`.
    pub fn words(&self) -> String {
        match (self.free, &self.online) {
            _ if !self.open => "Booking closed".into(),
            _ if self.is_full() => "Waiting list".into(),
            (_, Some(online)) => format!("In person: {}. Online: {}", self.room().words().to_lowercase(), online.words().to_lowercase()),
            (None, None) => "Places free".into(),
            (Some(free), None) if self.few() => format!("{} left", counted(free.into(), "place", "places")),
            (Some(free), None) => counted(free.into(), "place", "places"),
        }
    }

    /// The small words under it: `of 60`, `4 people waiting`.
    pub fn small_words(&self) -> Option<String> {
        let waiting = self.waiting + self.online.as_ref().map_or(0, |online| online.waiting);
        match (self.is_full(), waiting, self.capacity) {
            (true, 0, Some(_)) => Some("Nobody waiting yet".into()),
            (true, n, _) => Some(format!("{} waiting", counted(n.into(), "person", "people"))),
            (false, _, Some(capacity)) if self.online.is_none() => Some(format!("of {capacity}")),
            _ => None,
        }
    }
}

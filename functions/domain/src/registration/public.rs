//! What anyone may know of an event's places.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Ask, Places, Pool};
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
    /// Whether one person who comes alone would wait, in the room where the event is split; a record from an earlier release doesn't say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full: Option<bool>,
    /// The places online, where those are apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online: Option<OnlinePlaces>,
    /// Until when a place is held back that somebody who needs support would get; none where there is no such place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_until: Option<Timestamp>,
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
    /// Whether one person who comes alone would wait; a record from an earlier release doesn't say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full: Option<bool>,
}

/// The least that anybody asks for.
const ALONE: Ask = Ask { places: 1, support: false };

impl OnlinePlaces {
    fn of(pool: &Pool, now: Timestamp) -> Self {
        // A group that waits for more than is free doesn't stand in the way of one person.
        let full = !pool.suffices(ALONE, now) || pool.somebody_could(now);
        Self { free: pool.free_for_all(now), waiting: pool.waiting, full: Some(full) }
    }

    /// Where the record doesn't say, whoever waits is thought to come first.
    fn is_full(&self) -> bool {
        self.full.unwrap_or(self.waiting > 0 || self.free == Some(0))
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
        let room = OnlinePlaces::of(&places.room, now);
        Self {
            capacity: places.room.capacity,
            free: room.free,
            waiting: room.waiting,
            full: room.full,
            online: places.online.as_ref().map(|pool| OnlinePlaces::of(pool, now)),
            kept_until: places.kept_for_support(now),
            open: places.takes_bookings(),
            version: places.version,
        }
    }

    fn room(&self) -> OnlinePlaces {
        OnlinePlaces { free: self.free, waiting: self.waiting, full: self.full }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registration::{Plan, PoolPlan};

    fn now() -> Timestamp {
        "2026-11-01T09:00:00Z".parse().unwrap()
    }

    /// So many places, one of them free, and a group that waits for so many.
    fn one_free(capacity: u32, group: u32) -> PublicPlaces {
        let mut places = Places::new(Some(capacity));
        (places.room.confirmed, places.room.left, places.room.waiting) = (capacity - 1, Some(1), group);
        places.room.queue.set(Ask { places: group, support: false }, 1);
        assert!(places.is_consistent());
        places.public(now())
    }

    #[test]
    fn a_group_that_waits_for_more_than_is_free_leaves_one_place_to_one_person() {
        let left = one_free(5, 4);
        assert_eq!((left.is_full(), left.words().as_str(), left.small_words().as_deref()), (false, "1 place left", Some("of 5")));
        let taken = one_free(5, 1);
        assert_eq!((taken.is_full(), taken.words().as_str()), (true, "Waiting list"), "whoever waits could take it");
    }

    #[test]
    fn what_is_held_back_is_no_place_for_everybody() {
        let kept = PoolPlan { capacity: Some(1), kept_back: 1, kept_until: Some("2026-11-20T09:00:00Z".parse().unwrap()) };
        let places = Places::planned(Plan { room: kept, online: None });
        let (held_back, free) = (places.public(now()), places.public("2026-11-20T09:00:00Z".parse().unwrap()));
        assert_eq!((held_back.is_full(), held_back.kept_until), (true, kept.kept_until));
        assert_eq!((free.is_full(), free.kept_until), (false, None));
    }

    #[test]
    fn a_record_from_before_reads_and_thinks_of_whoever_waits_as_first() {
        let old = |waiting| format!(r#"{{"capacity":5,"free":1,"waiting":{waiting},"online":{{"free":2,"waiting":1}},"open":true,"version":9}}"#);
        let [waits, nobody] = [4, 0].map(|waiting| serde_json::from_str::<PublicPlaces>(&old(waiting)).unwrap());
        assert_eq!((waits.is_full(), nobody.is_full()), (true, false));
        let again: PublicPlaces = serde_json::from_str(&serde_json::to_string(&one_free(5, 4)).unwrap()).unwrap();
        assert_eq!(again, one_free(5, 4));
    }
}

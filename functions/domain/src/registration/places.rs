//! The places of an event: the one small record that every booking meets at (I1, I4).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Ask, Pool, PoolPlan, PublicPlaces, Queue, Way};

/// How many places there are, are taken, are held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    /// The room, or all places where the event is not split.
    #[serde(flatten)]
    pub room: Pool,
    /// The places online, where an event is both in a room and online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online: Option<Pool>,
    /// The next turn on the waiting list, of both ways.
    pub next_turn: u64,
    /// Whether bookings are taken at all.
    pub open: bool,
    /// Whether the event was cancelled: nobody gets a place any more, by whatever button.
    #[serde(default)]
    pub over: bool,
    /// While an event's format was changed and not everybody was brought over: the way whose people all go to the other one. Until
    /// then no place is given, and nobody new gets in between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moving: Option<Way>,
    /// Rises with what the host decides, so that nothing is given by what was decided before.
    #[serde(default)]
    pub settings: u64,
    /// People who came without having registered.
    #[serde(default)]
    pub walk_ins: u32,
    /// Rises with each change.
    pub version: u64,
}

/// What a host decides about an event's places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The room, or all.
    pub room: PoolPlan,
    /// Online, where that is apart.
    pub online: Option<PoolPlan>,
}

impl Places {
    /// An event's places before anybody booked, one count for all.
    pub fn new(capacity: Option<u32>) -> Self {
        Self::planned(Plan { room: PoolPlan { capacity, ..PoolPlan::default() }, online: None })
    }

    /// An event's places before anybody booked.
    pub fn planned(plan: Plan) -> Self {
        let online = plan.online.map(Pool::new);
        Self { room: Pool::new(plan.room), online, next_turn: 1, open: true, over: false, moving: None, settings: 0, walk_ins: 0, version: 1 }
    }

    /// What the host decided.
    pub fn plan(&self) -> Plan {
        Plan { room: self.room.planned(), online: self.online.as_ref().map(Pool::planned) }
    }

    /// The ways to take part.
    pub fn ways(&self) -> &'static [Way] {
        if self.online.is_some() { Way::ALL } else { &Way::ALL[..1] }
    }

    /// The places of one way. An event that is not split has one count, whatever is asked.
    pub fn of(&self, way: Way) -> &Pool {
        match (way, &self.online) {
            (Way::Online, Some(online)) => online,
            _ => &self.room,
        }
    }

    /// Whether places are given now: the host takes bookings, and nobody is being brought to another way to take part.
    pub fn takes_bookings(&self) -> bool {
        self.open && self.moving.is_none()
    }

    /// Whether a newcomer gets a place: bookings are open, the free places suffice, and nobody waits who could take what is free.
    pub fn has_room(&self, way: Way, ask: Ask, now: Timestamp) -> bool {
        let pool = self.of(way);
        self.takes_bookings() && pool.suffices(ask, now) && !pool.somebody_could(now)
    }

    /// Whether somebody waits for whom the free places suffice.
    pub fn can_offer(&self, now: Timestamp) -> bool {
        self.takes_bookings() && self.ways().iter().any(|way| self.of(*way).somebody_could(now))
    }

    /// Whether the numbers agree with one another.
    pub fn is_consistent(&self) -> bool {
        self.ways().iter().all(|way| self.of(*way).is_consistent())
    }

    /// Whether the record has everything that acts count by; one from before groups has not.
    pub fn is_whole(&self) -> bool {
        self.ways().iter().all(|way| self.of(*way).queue.is_kept())
    }

    /// The same with all that acts count by: in a record from before groups everybody who waits needs one place.
    #[must_use]
    pub fn made_whole(mut self) -> Self {
        if !self.is_whole() {
            self.room.queue = Queue::of_single(self.room.waiting);
        }
        self
    }

    /// When places that are held back come free for all: the earliest moment after now.
    pub fn next_release(&self, now: Timestamp) -> Option<Timestamp> {
        self.ways().iter().filter_map(|way| self.of(*way).kept_until).filter(|until| now < *until).min()
    }

    /// Until when a place is held back that somebody who needs support would get at once: the last moment of all ways.
    pub fn kept_for_support(&self, now: Timestamp) -> Option<Timestamp> {
        self.ways().iter().filter_map(|way| self.of(*way).kept_for_support(now)).max().filter(|_| self.takes_bookings())
    }

    /// Places of people who have one; once the event is over of those without a name too.
    pub fn placed(&self) -> u32 {
        self.ways().iter().map(|way| self.of(*way).confirmed).sum()
    }

    /// Places of people who came and whose names are gone (quality-bar P-10).
    pub fn gone_came(&self) -> u32 {
        self.ways().iter().map(|way| self.of(*way).gone.came).sum()
    }

    /// Whether anybody is counted, with a name or without.
    pub fn counts_somebody(&self) -> bool {
        self.ways().iter().map(|way| self.of(*way)).any(|pool| pool.confirmed + pool.held + pool.waiting + pool.gone.waited > 0)
    }

    /// What anyone may know of them.
    pub fn public(&self, now: Timestamp) -> PublicPlaces {
        PublicPlaces::of(self, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registration::Gone;

    #[test]
    fn who_is_gone_is_a_number_beside_the_others_and_is_not_written_where_nobody_is() {
        let plan = Plan { room: PoolPlan::default(), online: Some(PoolPlan::default()) };
        let mut places = Places::planned(plan);
        assert!(!serde_json::to_string(&places).unwrap().contains("gone"));
        places.room.gone = Gone { came: 3, waited: 0 };
        places.online.as_mut().unwrap().gone = Gone { came: 2, waited: 4 };
        let written = serde_json::to_value(&places).unwrap();
        assert_eq!((&written["gone_came"], &written["online"]["gone_waited"]), (&3.into(), &4.into()));
        assert_eq!(serde_json::from_value::<Places>(written).unwrap(), places);
        assert_eq!((places.gone_came(), places.placed(), places.counts_somebody()), (5, 0, true));
    }

    #[test]
    fn a_record_from_before_groups_reads_and_tells_that_it_lacks_something() {
        let old = r#"{"capacity":3,"left":0,"confirmed":2,"held":1,"waiting":4,"next_turn":5,"open":true,"version":9}"#;
        let places: Places = serde_json::from_str(old).unwrap();
        assert_eq!((places.room.free(), places.room.waiting, places.is_whole()), (Some(0), 4, false));
        assert!(Places::new(Some(3)).is_whole());
        let again: Places = serde_json::from_str(&serde_json::to_string(&Places::new(Some(3))).unwrap()).unwrap();
        assert_eq!(again, Places::new(Some(3)));
    }
}

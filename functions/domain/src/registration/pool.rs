//! The places of one way to take part: what is there, taken, held, held back, and waited for (I1, I4).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Ask, Gone, Queue};

/// What a host decides about the places of one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PoolPlan {
    /// All places; none is no limit.
    pub capacity: Option<u32>,
    /// How many of them are held back for people who need support to come.
    pub kept_back: u32,
    /// Until when they are held back.
    pub kept_until: Option<Timestamp>,
}

/// The counts of one way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
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
    /// Places that people on the waiting list ask for.
    pub waiting: u32,
    /// Support workers, companions and interpreters of those who come or may come. They use no place.
    #[serde(default)]
    pub beside: u32,
    /// How many places are held back for people who need support.
    #[serde(default)]
    pub kept_back: u32,
    /// How many of those are with such people.
    #[serde(default)]
    pub kept_used: u32,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_until: Option<Timestamp>,
    /// Who waits, by what they ask for.
    #[serde(default)]
    pub queue: Queue,
    /// Who was counted here and has no name any more.
    #[serde(flatten)]
    pub gone: Gone,
}

impl Pool {
    /// Before anybody booked.
    pub fn new(plan: PoolPlan) -> Self {
        let mut pool = Self { queue: Queue::nobody(), ..Self::default() };
        pool.plan(plan);
        pool
    }

    /// Takes over what the host decided. Nobody loses a place: `left` may fall below zero, and none is given until it is above again.
    pub fn plan(&mut self, plan: PoolPlan) {
        self.capacity = plan.capacity;
        self.left = plan.capacity.map(|capacity| i64::from(capacity) - i64::from(self.confirmed) - i64::from(self.held));
        self.kept_back = plan.capacity.map_or(0, |capacity| plan.kept_back.min(capacity));
        self.kept_until = plan.kept_until.filter(|_| self.kept_back > 0);
    }

    /// What the host decided.
    pub fn planned(&self) -> PoolPlan {
        PoolPlan { capacity: self.capacity, kept_back: self.kept_back, kept_until: self.kept_until }
    }

    /// Free places: max(0, capacity − confirmed − held) (I4); none is no limit.
    pub fn free(&self) -> Option<u32> {
        let capacity = self.capacity?;
        Some(capacity.saturating_sub(self.confirmed).saturating_sub(self.held))
    }

    /// Whether places are held back at this moment, used or not.
    pub fn holds_back(&self, now: Timestamp) -> bool {
        self.kept_back > 0 && self.kept_until.is_some_and(|until| now < until)
    }

    /// How many places are still held back for people who need support.
    pub fn kept(&self, now: Timestamp) -> u32 {
        if self.holds_back(now) { self.kept_back.saturating_sub(self.kept_used) } else { 0 }
    }

    /// Until when a place is held back that somebody who needs support would get at once; none where there is no such place.
    pub fn kept_for_support(&self, now: Timestamp) -> Option<Timestamp> {
        let needs_support = Ask { places: 1, support: true };
        self.kept_until.filter(|_| self.kept(now) > 0 && self.suffices(needs_support, now) && !self.somebody_could(now))
    }

    /// What anybody may take who said nothing of support; none is no limit.
    pub fn free_for_all(&self, now: Timestamp) -> Option<u32> {
        self.free().map(|free| free.saturating_sub(self.kept(now)))
    }

    /// How many places must be left for this ask to be met.
    pub fn needs_left(&self, ask: Ask, now: Timestamp) -> u32 {
        if ask.support { ask.places } else { ask.places + self.kept(now) }
    }

    /// Whether the free places suffice for this ask.
    pub fn suffices(&self, ask: Ask, now: Timestamp) -> bool {
        self.left.is_none_or(|left| left >= i64::from(self.needs_left(ask, now)))
    }

    /// How many of the places that this ask takes come from those held back.
    pub fn out_of_kept(&self, ask: Ask, now: Timestamp) -> u32 {
        if ask.support { ask.places.min(self.kept(now)) } else { 0 }
    }

    /// Whether nobody has a place in it or waits for one.
    pub fn is_empty(&self) -> bool {
        self.confirmed == 0 && self.held == 0 && self.waiting == 0
    }

    /// Whether the numbers agree with one another.
    pub fn is_consistent(&self) -> bool {
        let left = match (self.capacity, self.left) {
            (Some(capacity), Some(left)) => left == i64::from(capacity) - i64::from(self.confirmed) - i64::from(self.held),
            (None, None) => true,
            _ => false,
        };
        left && (!self.queue.is_kept() || self.waiting == self.queue.places())
    }
}

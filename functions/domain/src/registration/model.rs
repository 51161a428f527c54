//! The reference model: places and waiting list said as plainly as they can be, slowly, with no counts kept.
//!
//! Everything is worked out anew from the list of people. The store keeps counts, conditions and transactions instead; tests do the
//! same random steps to both and compare after each (quality-bar R-04).

mod acts;
mod invariants;
mod news;
mod step;

use jiff::{SignedDuration, Timestamp};

use super::{Ask, Plan, RegistrationState as Is, Way, offer_times};

pub use news::{Letter, News};
pub use step::{Outcome, Step};

/// How long the event lasts, whenever it starts.
pub const LASTS: SignedDuration = SignedDuration::from_hours(2);

/// One registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Someone {
    /// Which of the test's people it is: the same contact is the same person (I3).
    pub contact: usize,
    /// Whether there is an address to write to.
    pub by_mail: bool,
    /// In the room or online.
    pub way: Way,
    /// What they ask for.
    pub ask: Ask,
    /// Where it stands.
    pub state: Is,
    /// How many of its places are of those held back.
    pub kept: u32,
    /// The order of arrival on the waiting list.
    pub turn: Option<u64>,
    /// Until when a place or turn is held.
    pub until: Option<Timestamp>,
    /// Whether the address was confirmed.
    pub confirmed: bool,
    /// Whether the host offered them their place by hand: the same press again changes nothing.
    pub by_hand: bool,
    /// Until when what would help them is kept; none where nothing is.
    pub needs: Option<Timestamp>,
    /// Whether they came.
    pub came: bool,
    /// Whether nothing is known of the person any more.
    pub erased: bool,
}

/// One event.
#[derive(Clone, Debug)]
pub struct Model {
    /// What the host decided.
    pub plan: Plan,
    /// Whether bookings are taken.
    pub open: bool,
    /// When the event starts.
    pub start: Timestamp,
    /// Everybody, in order of their first step.
    pub people: Vec<Someone>,
    /// Changes of registrations: each has one audit entry (I7).
    pub changes: usize,
    /// What people are told by mail, in the order in which it happened (I6). Whoever looks takes it out.
    pub letters: Vec<Letter>,
    turns: u64,
}

impl Model {
    /// Before anybody booked.
    pub fn new(plan: Plan, start: Timestamp) -> Self {
        Self { plan, open: true, start, people: Vec::new(), changes: 0, letters: Vec::new(), turns: 0 }
    }

    /// The way that counts: an event that is not split has one.
    fn way(&self, way: Way) -> Way {
        if self.plan.online.is_some() { way } else { Way::Room }
    }

    fn at(&self, way: Way) -> impl Iterator<Item = &Someone> {
        self.people.iter().filter(move |someone| someone.way == way)
    }

    /// Places taken and held.
    pub fn taken(&self, way: Way) -> u32 {
        self.at(way).filter(|s| s.state == Is::Confirmed || s.state.holds()).map(|s| s.ask.places).sum()
    }

    /// Places nobody has; below zero after the capacity was lowered, none without a limit.
    pub fn left(&self, way: Way) -> Option<i64> {
        let plan = if way == Way::Online { self.plan.online.unwrap_or_default() } else { self.plan.room };
        plan.capacity.map(|capacity| i64::from(capacity) - i64::from(self.taken(way)))
    }

    /// Places held back and not yet used.
    pub fn kept(&self, way: Way, now: Timestamp) -> u32 {
        let plan = if way == Way::Online { self.plan.online.unwrap_or_default() } else { self.plan.room };
        let back = plan.kept_back.min(plan.capacity.unwrap_or(0));
        let used: u32 = self.at(way).map(|s| s.kept).sum();
        if plan.kept_until.is_some_and(|until| now < until) { back.saturating_sub(used) } else { 0 }
    }

    /// Whether the free places suffice.
    pub fn suffices(&self, way: Way, ask: Ask, now: Timestamp) -> bool {
        let behind = if ask.support { 0 } else { i64::from(self.kept(way, now)) };
        self.left(way).is_none_or(|left| left - behind >= i64::from(ask.places))
    }

    /// Who would be served now: the first of those who wait for whom the free places suffice.
    pub fn first(&self, way: Way, now: Timestamp) -> Option<usize> {
        let waiting = self.people.iter().enumerate().filter(|(_, s)| s.way == way && s.state == Is::Waiting);
        waiting.filter(|(_, s)| self.suffices(way, s.ask, now)).min_by_key(|(_, s)| s.turn).map(|(n, _)| n)
    }

    fn room_for(&self, way: Way, ask: Ask, now: Timestamp) -> bool {
        self.open && self.suffices(way, ask, now) && self.first(way, now).is_none()
    }

    fn out_of_kept(&self, way: Way, ask: Ask, now: Timestamp) -> u32 {
        if ask.support { self.kept(way, now).min(ask.places) } else { 0 }
    }

    /// Offers what is free until nobody can be served.
    fn serve(&mut self, now: Timestamp) {
        for way in Way::ALL {
            while self.open && now < self.start && self.first(*way, now).is_some() {
                let Some(n) = self.first(*way, now) else { break };
                self.offer(n, now);
                let is = &self.people[n];
                if let (false, Some(until)) = (is.by_mail, is.until) {
                    self.letters.push(Letter { to: None, news: News::ToCall(until) });
                }
            }
        }
    }

    fn offer(&mut self, n: usize, now: Timestamp) {
        let kept = self.out_of_kept(self.people[n].way, self.people[n].ask, now);
        let start = self.start;
        let someone = &mut self.people[n];
        someone.kept = kept;
        someone.state = Is::Offered;
        let until = offer_times(now, someone.ask.support, someone.confirmed, Some(start)).until;
        someone.until = Some(until);
        self.noted(n, Some(News::Offered(until)));
    }
}

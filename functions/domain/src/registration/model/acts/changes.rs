use jiff::Timestamp;
use jiff::civil::time;

use crate::registration::model::{LASTS, Letter, Model, News, Outcome};
use crate::registration::{Ask, RegistrationState as Is, Way};
use crate::retention::needs_until;
use crate::time::{local, moment};

impl Model {
    pub(super) fn offer_by_hand(&mut self, n: usize, now: Timestamp) -> Outcome {
        let is = &self.people[n];
        if is.state == Is::Offered && is.by_hand {
            return Outcome::Is(Is::Offered);
        }
        if is.state != Is::Waiting {
            return Outcome::NotNow;
        }
        if !self.open || now >= self.start || self.left(is.way).is_some_and(|left| left < i64::from(is.ask.places)) {
            return Outcome::NoRoom;
        }
        self.offer(n, now);
        self.people[n].by_hand = true;
        Outcome::Is(Is::Offered)
    }

    pub(super) fn check_in(&mut self, n: usize) -> Outcome {
        if self.people[n].state != Is::Confirmed {
            return Outcome::NotNow;
        }
        if !self.people[n].came {
            self.people[n].came = true;
            self.noted(n, None);
        }
        Outcome::Is(Is::Confirmed)
    }

    pub(super) fn erase(&mut self, n: usize) -> Outcome {
        if self.people[n].erased {
            return Outcome::NotNow;
        }
        let state = if self.people[n].state.is_active() { Is::Cancelled } else { self.people[n].state };
        self.becomes(n, state, false);
        self.people[n].erased = true;
        Outcome::Is(state)
    }

    pub(super) fn resize(&mut self, n: usize, places: u32, now: Timestamp) -> Outcome {
        let is = self.people[n].clone();
        if !matches!(is.state, Is::Confirmed | Is::Waiting) {
            return Outcome::NotNow;
        }
        if places == is.ask.places {
            return Outcome::Is(is.state);
        }
        if is.state == Is::Confirmed {
            let more = Ask { places: places.saturating_sub(is.ask.places), support: is.ask.support };
            if more.places > 0 && !self.room_for(is.way, more, now) {
                return Outcome::NoRoom;
            }
            self.people[n].kept = (is.kept + self.out_of_kept(is.way, more, now)).min(places);
        }
        self.people[n].ask.places = places;
        self.noted(n, None);
        Outcome::Is(is.state)
    }

    pub(super) fn change_way(&mut self, n: usize, now: Timestamp) -> Outcome {
        let is = self.people[n].clone();
        if self.plan.online.is_none() || !matches!(is.state, Is::Confirmed | Is::Waiting) {
            return Outcome::NotNow;
        }
        let to = if is.way == Way::Room { Way::Online } else { Way::Room };
        let room = self.room_for(to, is.ask, now);
        match (is.state, room) {
            (Is::Confirmed, false) => return Outcome::NoRoom,
            (Is::Waiting, false) => {}
            (_, true) => self.people[n].kept = self.out_of_kept(to, is.ask, now),
            _ => {}
        }
        let placed = is.state == Is::Waiting && room && is.confirmed;
        if is.state == Is::Waiting && !placed {
            self.people[n].kept = 0;
        }
        self.people[n].way = to;
        if placed {
            let kept = self.people[n].kept;
            self.becomes(n, Is::Confirmed, true);
            self.people[n].kept = kept;
            return Outcome::Is(Is::Confirmed);
        }
        self.noted(n, None);
        Outcome::Is(is.state)
    }

    pub(super) fn change_needs(&mut self, n: usize, given: bool, now: Timestamp) -> Outcome {
        let state = self.people[n].state;
        if !state.is_active() {
            return Outcome::NotNow;
        }
        self.people[n].needs = given.then(|| needs_until(Some(self.start + LASTS), now));
        self.says_support(n, given);
        self.noted(n, None);
        Outcome::Is(state)
    }

    /// They tick that they need time to arrange support, or take that back, with nothing said of what would help.
    pub(super) fn change_support(&mut self, n: usize, support: bool) -> Outcome {
        let state = self.people[n].state;
        if !matches!(state, Is::Confirmed | Is::Waiting) {
            return Outcome::NotNow;
        }
        if self.people[n].ask.support != support {
            self.says_support(n, support);
            self.noted(n, None);
        }
        Outcome::Is(state)
    }

    /// Who needs no support has no place of those held back.
    fn says_support(&mut self, n: usize, support: bool) {
        let one = &mut self.people[n];
        one.ask.support = support;
        one.kept = if support { one.kept } else { 0 };
    }

    /// Everybody who is registered is told, and what would help them is kept for as long after the new day as it was to be after the old.
    /// Places held back come free as many days before the new day as before the old; no offer lasts past the start.
    pub(super) fn move_event(&mut self, start: Timestamp, now: Timestamp) -> Outcome {
        let was = std::mem::replace(&mut self.start, start);
        for pool in std::iter::once(&mut self.plan.room).chain(&mut self.plan.online) {
            pool.kept_until = pool.kept_until.map(|until| if was == start { until } else { as_many_days_before(start, until, was) });
        }
        for one in self.people.iter_mut().filter(|one| one.state == Is::Offered && one.until.is_some_and(|until| until > start)) {
            one.until = Some(start);
            self.changes += 1;
        }
        self.letters.push(Letter { to: None, news: News::ChangePublished });
        for n in 0..self.people.len() {
            if self.people[n].state.is_active() {
                self.tell(n, News::Moved);
                let needs = &mut self.people[n].needs;
                *needs = needs.map(|_| needs_until(Some(start + LASTS), now));
            }
        }
        Outcome::Settled
    }
}

/// At nine in the morning, so many days before the new start as the moment was before the old one.
fn as_many_days_before(start: Timestamp, until: Timestamp, was: Timestamp) -> Timestamp {
    let day = |at: Timestamp| local(at).date();
    let days = day(until).until(day(was)).map_or(0, |span| span.get_days().abs());
    let released = day(start).checked_sub(jiff::Span::new().days(days)).ok().and_then(|date| moment(date, time(9, 0, 0, 0)).ok());
    released.unwrap_or(until)
}

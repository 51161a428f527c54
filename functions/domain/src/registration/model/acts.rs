mod changes;

use jiff::Timestamp;

use super::{LASTS, Model, News, Outcome, Someone, Step};
use crate::registration::{Ask, CONFIRM_WITHIN, RegistrationState as Is, Way};
use crate::retention::needs_until;

impl Model {
    /// Does a step, then serves the waiting list, as the hub does at once.
    pub fn apply(&mut self, step: Step, now: Timestamp) -> Outcome {
        let outcome = match step {
            Step::Book { contact, by_mail, way, ask, needs } => {
                let outcome = self.book(contact, by_mail, self.way(way), ask, now);
                if let (true, Outcome::Is(_), Some(newcomer)) = (needs, outcome, self.people.last_mut()) {
                    newcomer.needs = Some(needs_until(Some(self.start + LASTS), now));
                }
                outcome
            }
            Step::Confirm(n) => self.confirm(n, now),
            Step::Cancel(n) => self.cancel(n, true),
            Step::Accept(n) => self.accept(n, now),
            Step::Decline(n) => self.decline(n),
            Step::Lapse(n) => self.lapse(n, now),
            Step::Resize(n, places) => self.resize(n, places, now),
            Step::Move(n) => self.change_way(n, now),
            Step::OfferByHand(n) => self.offer_by_hand(n, now),
            Step::Remove(n) => self.cancel(n, true),
            Step::CheckIn(n) => self.check_in(n),
            Step::Erase(n) => self.erase(n),
            Step::Needs(n, given) => self.change_needs(n, given, now),
            Step::Support(n, given) => self.change_support(n, given),
            Step::MoveEvent(start) => self.move_event(start, now),
            Step::Plan(plan) => {
                self.plan = plan;
                Outcome::Settled
            }
            Step::Open(open) => {
                self.open = open;
                Outcome::Settled
            }
        };
        self.serve(now);
        outcome
    }

    fn book(&mut self, contact: usize, by_mail: bool, way: Way, ask: Ask, now: Timestamp) -> Outcome {
        if !self.open {
            return Outcome::Closed;
        }
        let is_known = |s: &&Someone| s.contact == contact && !s.erased && s.state.is_active();
        if let Some((n, known)) = self.people.iter().enumerate().find(|(_, s)| is_known(s)) {
            // The link goes out again.
            let news = if known.confirmed { News::LinkAgain } else { News::Confirm };
            self.tell(n, news);
            return Outcome::Known;
        }
        let room = self.room_for(way, ask, now);
        let state = match (room, by_mail) {
            (false, _) => Is::Waiting,
            (true, true) => Is::Unconfirmed,
            (true, false) => Is::Confirmed,
        };
        self.turns += 1;
        let turn = (!room).then_some(self.turns);
        let kept = if room { self.out_of_kept(way, ask, now) } else { 0 };
        let until = by_mail.then(|| now + CONFIRM_WITHIN);
        self.people.push(Someone {
            contact,
            by_mail,
            way,
            ask,
            state,
            kept,
            turn,
            until,
            confirmed: !by_mail,
            needs: None,
            came: false,
            by_hand: false,
            erased: false,
        });
        self.noted(self.people.len() - 1, Some(News::Confirm));
        Outcome::Is(state)
    }

    fn over(&self, n: usize, now: Timestamp) -> bool {
        self.people[n].until.is_some_and(|until| until <= now)
    }

    pub(super) fn becomes(&mut self, n: usize, state: Is, told: bool) -> Outcome {
        let someone = &mut self.people[n];
        someone.state = state;
        someone.until = None;
        if !state.is_active() || state == Is::Waiting {
            someone.kept = 0;
        }
        if !state.is_active() {
            someone.needs = None;
        }
        self.noted(n, News::of(state).filter(|_| told));
        Outcome::Is(state)
    }

    fn confirm(&mut self, n: usize, now: Timestamp) -> Outcome {
        let is = &self.people[n];
        match is.state {
            Is::Confirmed | Is::Offered => return Outcome::Is(is.state),
            Is::Waiting if is.confirmed => return Outcome::Is(is.state),
            Is::Unconfirmed | Is::Waiting => {}
            _ => return Outcome::NotNow,
        }
        if self.over(n, now) {
            self.becomes(n, Is::Lapsed, true);
            return Outcome::TooLate;
        }
        let state = if is.state == Is::Waiting { Is::Waiting } else { Is::Confirmed };
        self.people[n].confirmed = true;
        self.becomes(n, state, true)
    }

    fn accept(&mut self, n: usize, now: Timestamp) -> Outcome {
        match self.people[n].state {
            Is::Confirmed => Outcome::Is(Is::Confirmed),
            // Whoever presses too late learns so, whatever it was that ran out.
            state if state.is_active() && self.over(n, now) => {
                self.becomes(n, Is::Lapsed, true);
                Outcome::TooLate
            }
            Is::Offered => {
                self.people[n].confirmed = true;
                self.becomes(n, Is::Confirmed, true)
            }
            _ => Outcome::NotNow,
        }
    }

    fn decline(&mut self, n: usize) -> Outcome {
        match self.people[n].state {
            Is::Declined => Outcome::Is(Is::Declined),
            Is::Offered => self.becomes(n, Is::Declined, false),
            _ => Outcome::NotNow,
        }
    }

    fn lapse(&mut self, n: usize, now: Timestamp) -> Outcome {
        match self.people[n].state.is_active() && self.over(n, now) {
            true => self.becomes(n, Is::Lapsed, true),
            false => Outcome::Nothing,
        }
    }

    fn cancel(&mut self, n: usize, told: bool) -> Outcome {
        match self.people[n].state {
            Is::Cancelled => Outcome::Is(Is::Cancelled),
            state if state.is_active() => self.becomes(n, Is::Cancelled, told),
            _ => Outcome::NotNow,
        }
    }
}

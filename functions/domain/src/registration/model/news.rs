use jiff::Timestamp;

use super::Model;
use crate::registration::RegistrationState as Is;

/// What somebody is told by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum News {
    /// Confirm your address.
    Confirm,
    /// You have a place.
    Placed,
    /// You are on the waiting list.
    Waiting,
    /// A place is held for you until then.
    Offered(Timestamp),
    /// The time ran out.
    Lapsed,
    /// Your booking is cancelled.
    Cancelled,
    /// Your private link, again.
    LinkAgain,
    /// The event is at another time.
    Moved,
    /// To the host: call somebody for whom a place is held until then.
    ToCall(Timestamp),
    /// To the host: the change is published.
    ChangePublished,
}

/// One mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Letter {
    /// To which of the model's people; none is the host.
    pub to: Option<usize>,
    /// What it says.
    pub news: News,
}

impl News {
    /// What somebody is told whose registration comes to stand like this; an offer, and a place that is held, have news of their own.
    pub(super) fn of(state: Is) -> Option<Self> {
        match state {
            Is::Confirmed => Some(Self::Placed),
            Is::Waiting => Some(Self::Waiting),
            Is::Cancelled => Some(Self::Cancelled),
            Is::Lapsed => Some(Self::Lapsed),
            Is::Declined | Is::Unconfirmed | Is::Offered => None,
        }
    }
}

impl Model {
    /// Counts a change of somebody's registration, and tells them, where there is news.
    pub(super) fn noted(&mut self, n: usize, news: Option<News>) {
        self.changes += 1;
        news.into_iter().for_each(|news| self.tell(n, news));
    }

    /// Writes to somebody, where there is an address.
    pub(super) fn tell(&mut self, n: usize, news: News) {
        if self.people[n].by_mail {
            self.letters.push(Letter { to: Some(n), news });
        }
    }
}

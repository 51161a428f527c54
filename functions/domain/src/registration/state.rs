//! The life of a registration: what may follow what.

use crate::choices;

choices! {
    /// Where a registration stands.
    RegistrationState {
        /// A place is held until the address is confirmed.
        Unconfirmed = "unconfirmed", "Waiting for you to confirm your email address";
        Confirmed = "confirmed", "You have a place";
        Waiting = "waiting", "You are on the waiting list";
        Offered = "offered", "A place is held for you";
        Cancelled = "cancelled", "Cancelled";
        /// The time to confirm, or an offer, ran out.
        Lapsed = "lapsed", "The time ran out";
        Declined = "declined", "You turned the offer down";
    }
}

choices! {
    /// What can happen to a registration.
    RegistrationAct {
        Register = "register", "registered";
        Confirm = "confirm", "confirmed the address";
        Offer = "offer", "was offered a place";
        Accept = "accept", "took the offer";
        Decline = "decline", "turned the offer down";
        Lapse = "lapse", "let the time run out";
        Cancel = "cancel", "cancelled";
        /// Another way to take part had room for somebody who waited.
        Place = "place", "got a place by another way to take part";
    }
}

impl RegistrationState {
    /// The state after an act, or none where it can't be done now.
    pub fn after(self, act: RegistrationAct) -> Option<Self> {
        use RegistrationAct as A;
        use RegistrationState as S;
        match (self, act) {
            (S::Unconfirmed, A::Confirm) => Some(S::Confirmed),
            (S::Waiting, A::Confirm) => Some(S::Waiting),
            (S::Waiting, A::Offer) => Some(S::Offered),
            (S::Offered, A::Accept) | (S::Waiting, A::Place) => Some(S::Confirmed),
            (S::Offered, A::Decline) => Some(S::Declined),
            (S::Unconfirmed | S::Offered | S::Waiting, A::Lapse) => Some(S::Lapsed),
            (S::Unconfirmed | S::Confirmed | S::Waiting | S::Offered, A::Cancel) => Some(S::Cancelled),
            _ => None,
        }
    }

    /// Whether it uses a place that `held` counts.
    pub fn holds(self) -> bool {
        matches!(self, Self::Unconfirmed | Self::Offered)
    }

    /// Whether it stands in the way of a second registration by the same person (I3).
    pub fn is_active(self) -> bool {
        matches!(self, Self::Unconfirmed | Self::Confirmed | Self::Waiting | Self::Offered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_ended_stays_ended() {
        for state in RegistrationState::ALL.iter().filter(|s| !s.is_active()) {
            assert!(RegistrationAct::ALL.iter().all(|act| state.after(*act).is_none()), "{state:?}");
        }
    }
}

use jiff::Timestamp;

use crate::registration::{Ask, Plan, RegistrationState, Way};

/// Something that happens. People are numbers: the place in the model's list, or for a newcomer the contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A contact registers, and may say what would help them.
    Book { contact: usize, by_mail: bool, way: Way, ask: Ask, needs: bool },
    /// They press the button behind the mailed link.
    Confirm(usize),
    /// They give their place or turn back.
    Cancel(usize),
    /// They take an offer.
    Accept(usize),
    /// They turn an offer down.
    Decline(usize),
    /// The keeper looks whether their time ran out.
    Lapse(usize),
    /// They come with more people, or fewer.
    Resize(usize, u32),
    /// They take part the other way.
    Move(usize),
    /// The host offers them a place out of turn, with a reason.
    OfferByHand(usize),
    /// The host takes their booking off the list, with a reason.
    Remove(usize),
    /// They came.
    CheckIn(usize),
    /// They erase everything held about them.
    Erase(usize),
    /// They say what would help them, or take that back.
    Needs(usize, bool),
    /// They say that they need support to come, or no longer.
    Support(usize, bool),
    /// A coordinator publishes that the event starts at another moment, and everybody is told.
    MoveEvent(Timestamp),
    /// The host changes the places: more, fewer, held back.
    Plan(Plan),
    /// The host closes or opens booking.
    Open(bool),
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done, or had been; the registration stands like this.
    Is(RegistrationState),
    /// The same person is registered already: the answer of a newcomer, and nothing new.
    Known,
    /// The host's decision holds.
    Settled,
    /// Bookings are closed.
    Closed,
    /// The time had run out; the registration has lapsed.
    TooLate,
    /// There are too few places, or somebody waits for them.
    NoRoom,
    /// Not as things stand.
    NotNow,
    /// Nothing was due.
    Nothing,
}

impl Step {
    /// The registration it is about.
    pub fn about(&self) -> Option<usize> {
        match self {
            Self::Confirm(n)
            | Self::Cancel(n)
            | Self::Accept(n)
            | Self::Decline(n)
            | Self::Lapse(n)
            | Self::Resize(n, _)
            | Self::Move(n)
            | Self::OfferByHand(n)
            | Self::Remove(n)
            | Self::CheckIn(n)
            | Self::Erase(n)
            | Self::Needs(n, _)
            | Self::Support(n, _) => Some(*n),
            Self::Book { .. } | Self::MoveEvent(_) | Self::Plan(_) | Self::Open(_) => None,
        }
    }
}

//! Calls that a host makes to people who can't be written to, and what came of them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::choices;

choices! {
    /// What somebody has to be told.
    CallAbout {
        Offer = "offer", "A place is held for them";
        EventCancelled = "event-cancelled", "The event was cancelled";
        Lapsed = "lapsed", "Their time to answer ran out";
        Changed = "changed", "You changed their booking by hand";
        Moved = "moved", "The event was changed";
        WayIn = "way-in", "How to find it or how to join is another now";
        Postponed = "postponed", "The event was postponed";
        Reminder = "reminder", "A reminder: the event is near";
        HostMessage = "message", "You wrote a message to people";
    }
}

choices! {
    /// What came of a call.
    CallOutcome {
        Accepts = "accepts", "They take the place";
        Declines = "declines", "They do not want the place";
        Reached = "reached", "I told them";
        NoAnswer = "no-answer", "Nobody answered";
        GaveUp = "gave-up", "I can’t reach them and stop trying";
    }
}

impl CallOutcome {
    /// What can come of one call in which all of this is to be said.
    pub fn of(about: &[CallAbout]) -> Vec<Self> {
        match (about.contains(&CallAbout::Offer), about.len()) {
            (_, 0) => Vec::new(),
            (true, 1) => vec![Self::Accepts, Self::Declines, Self::NoAnswer],
            // They were told the rest, and have not decided about the place.
            (true, _) => vec![Self::Accepts, Self::Declines, Self::Reached, Self::NoAnswer],
            (false, _) => vec![Self::Reached, Self::NoAnswer, Self::GaveUp],
        }
    }

    /// Whether there is nothing left to tell about this.
    fn settles(self, about: CallAbout) -> bool {
        match self {
            Self::NoAnswer => false,
            Self::Reached => about != CallAbout::Offer,
            Self::Accepts | Self::Declines | Self::GaveUp => true,
        }
    }
}

/// One call, as far as it was about one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// About what.
    pub about: CallAbout,
    /// What came of it.
    pub outcome: CallOutcome,
    /// When.
    pub at: Timestamp,
}

impl Call {
    /// One call in which all of this was to be said. Whoever said yes or no to a place heard the rest too.
    pub fn about_all(about: &[CallAbout], outcome: CallOutcome, at: Timestamp) -> Vec<Self> {
        let of = |about: CallAbout| match outcome {
            CallOutcome::Accepts | CallOutcome::Declines if about != CallAbout::Offer => CallOutcome::Reached,
            outcome => outcome,
        };
        about.iter().map(|about| Self { about: *about, outcome: of(*about), at }).collect()
    }

    /// Whether nothing is left to tell of what happened at a moment: a call settles only what happened before it.
    pub fn settles(&self, about: CallAbout, happened: Timestamp) -> bool {
        self.about == about && self.outcome.settles(about) && happened <= self.at
    }
}

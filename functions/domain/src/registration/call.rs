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

impl CallAbout {
    /// What can come of a call about this.
    pub fn outcomes(self) -> &'static [CallOutcome] {
        use CallOutcome as O;
        match self {
            Self::Offer => &[O::Accepts, O::Declines, O::NoAnswer],
            Self::EventCancelled | Self::Lapsed | Self::Changed => &[O::Reached, O::NoAnswer, O::GaveUp],
        }
    }
}

impl CallOutcome {
    /// Whether there is nothing left to tell.
    pub fn settles(self) -> bool {
        self != Self::NoAnswer
    }
}

/// One call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// About what.
    pub about: CallAbout,
    /// What came of it.
    pub outcome: CallOutcome,
    /// When.
    pub at: Timestamp,
}

//! An event that is put off: its day is no longer true, and another is not known yet. Everybody registered keeps what they have.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{EventPage, EventRecord, EventState, PublicState};

/// That it is put off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Postponed {
    /// Since when.
    pub at: Timestamp,
    /// What its host says about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl EventState {
    /// Whether it is to take place, on its day or on one that is not known yet.
    pub fn goes_ahead(self) -> bool {
        matches!(self, Self::Published | Self::Postponed)
    }
}

impl EventPage {
    /// Whether its day is no longer true.
    pub fn is_postponed(&self) -> bool {
        self.state == PublicState::Postponed
    }

    /// When it ends, as far as that is known.
    pub fn ends(&self) -> Option<Timestamp> {
        self.when.end().filter(|_| !self.is_postponed())
    }

    /// Whether it has begun; never for one without a time, nor as long as it is postponed.
    pub fn has_begun(&self, now: Timestamp) -> bool {
        !self.is_postponed() && self.when.start().is_some_and(|start| start <= now)
    }

    /// Whether it has ended; never for one without a time.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.ends().is_some_and(|end| end < now)
    }

    /// When it is, or that this is not known yet.
    pub fn when_words(&self) -> String {
        match self.is_postponed() {
            true => format!("Postponed, with no new date yet. It was to be on {}", self.when.words()),
            false => self.when.words(),
        }
    }
}

impl EventRecord {
    /// What its host says to the public about how it stands: why it is cancelled, or postponed.
    pub(super) fn public_words(&self) -> Option<String> {
        match self.state {
            EventState::Postponed => self.postponed.as_ref().and_then(|postponed| postponed.words.clone()),
            _ => self.cancel_words.clone(),
        }
    }
}

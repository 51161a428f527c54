//! What a week asks for before one of its stories is public.

use serde::{Deserialize, Serialize};

/// What it takes before a story is public, over and above its author's and a coordinator's yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryRules {
    /// A reviewer with lived experience reads it too, and records whether somebody could be recognised (quality-bar P-20).
    #[serde(default)]
    pub two_keys: bool,
    /// Its author has at least 24 hours before it is live, in which they can stop it.
    #[serde(default = "yes")]
    pub notice: bool,
}

fn yes() -> bool {
    true
}

impl StoryRules {
    /// Nothing more than the two yeses.
    pub const NONE: Self = Self { two_keys: false, notice: false };

    /// Whatever either asks for.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { two_keys: self.two_keys || other.two_keys, notice: self.notice || other.notice }
    }
}

impl Default for StoryRules {
    /// A week that says nothing gives notice.
    fn default() -> Self {
        Self { two_keys: false, notice: true }
    }
}

//! What an author adds once their story is public: dated, and shown after a coordinator's yes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Naming, StoryRecord, StoryState};
use crate::choices;
use crate::text::passage;
use crate::time::{long_date, month_and_year};

/// How many updates one story can have.
pub const MOST_UPDATES: usize = 10;

choices! {
    /// Where an update stands.
    UpdateState {
        Waiting = "waiting", "With the coordinators";
        Shown = "shown", "On your story\u{2019}s page";
        Declined = "declined", "Not shown";
    }
}

/// One update, as its author and the desk know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Update {
    /// 1\u{2013}1,000 characters.
    pub words: String,
    /// Where it stands.
    pub state: UpdateState,
    /// The day of that; no hour is kept.
    pub day: Date,
    /// Why it is not shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One update, as anyone may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicUpdate {
    /// The words.
    pub words: String,
    /// The day it came; the first of the month where its author does not stand there with a full name (quality-bar P-17).
    pub on: Date,
    /// Whether that is the very day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exact: bool,
}

impl PublicUpdate {
    /// "5 July 2027", or "July 2027".
    pub fn when(&self) -> String {
        if self.exact { long_date(self.on) } else { month_and_year(self.on) }
    }
}

/// Reads the words of an update.
pub fn update_words(typed: &str) -> Result<String, String> {
    passage(typed, 1_000, "Write your update", "Your update")
}

impl StoryRecord {
    /// The update that waits for the desk. There is one at a time.
    pub fn waiting_update(&self) -> Option<&Update> {
        self.updates.iter().find(|update| update.state == UpdateState::Waiting).filter(|_| self.state == StoryState::Live)
    }

    /// Whether its author may write one now.
    pub fn may_update(&self) -> bool {
        self.state == StoryState::Live && self.waiting_update().is_none() && self.updates.len() < MOST_UPDATES
    }

    /// What anyone may read of its updates, the first first.
    pub(super) fn public_updates(&self, naming: Naming) -> Vec<PublicUpdate> {
        let exact = naming == Naming::FullName;
        let on = |day: Date| if exact { day } else { day.first_of_month() };
        let shown = self.updates.iter().filter(|update| update.state == UpdateState::Shown);
        shown.map(|update| PublicUpdate { words: update.words.clone(), on: on(update.day), exact }).collect()
    }
}

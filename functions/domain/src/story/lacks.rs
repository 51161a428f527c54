//! What a story lacks before it may go live. The one place that says so: the desk shows it, the store refuses by it.

use jiff::Timestamp;

use super::{Purpose, Recognised, StoryRecord, StoryRules, StoryState, standing};
use crate::time::today;

/// An agreement that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Its author's consent to publish does not stand (any more).
    Consent,
    /// The second reader has not read these words.
    SecondReading,
    /// The second reader found that somebody could be recognised.
    Recognisable,
}

impl Lack {
    /// For the desk.
    pub fn words(self) -> &'static str {
        match self {
            Self::Consent => "Its author’s consent to publish does not stand any more.",
            Self::SecondReading => "A reviewer has not read these words yet. This week’s stories need two keys.",
            Self::Recognisable => "The reviewer found that somebody could be recognised. Propose an edit or ask for a change, then it is read again.",
        }
    }
}

impl StoryRecord {
    /// What keeps it from being published, whatever a coordinator wants. `rules` are the week's; what its author was told when they sent
    /// it holds too.
    pub fn lacks(&self, rules: StoryRules, now: Timestamp) -> Vec<Lack> {
        let mut out = Vec::new();
        if !self.consents.is_empty() && standing(&self.consents, Purpose::Publish, today(now)).is_none() {
            out.push(Lack::Consent);
        }
        if self.rules.and(rules).two_keys {
            match &self.reading {
                None => out.push(Lack::SecondReading),
                Some(reading) if reading.recognised == Recognised::Yes => out.push(Lack::Recognisable),
                Some(_) => {}
            }
        }
        out
    }

    /// Whether it is live from now on: it was scheduled, its day has come, and every agreement still stands.
    pub fn may_go_live(&self, now: Timestamp) -> bool {
        let due = self.goes_live.as_ref().is_some_and(|at| at.day <= now.to_zoned(jiff::tz::TimeZone::UTC).date());
        self.state == StoryState::Scheduled && due && self.lacks(StoryRules::NONE, now).is_empty()
    }
}

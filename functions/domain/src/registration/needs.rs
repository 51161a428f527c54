//! What would help somebody take part: optional, with a consent of its own, kept apart (quality-bar P-02, P-03).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Arrangements;
use crate::access::AccessNeed;
use crate::answers::Answers;
use crate::field::Errors;
use crate::text::many_lines;

/// The words people agree to when they give access needs.
pub const CONSENT_WORDS: &str = "I agree that the host of this event may see these answers, to arrange what I need. \
They are deleted 14 days after the event. I can delete them before then.";

/// Raised with every change of [`CONSENT_WORDS`].
pub const CONSENT_VERSION: u32 = 1;

/// Access needs as given, with the consent they rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessRequest {
    /// What was ticked.
    #[serde(default)]
    pub needs: Vec<AccessNeed>,
    /// What was written, at most 1,000 characters.
    #[serde(default)]
    pub other: String,
    /// Where arranging each of them stands, as its host notes.
    #[serde(default, skip_serializing_if = "Arrangements::is_empty")]
    pub arrangements: Arrangements,
    /// Which words were agreed to.
    pub consent_version: u32,
    /// When.
    pub consented: Timestamp,
}

/// Whether somebody needs support to come, or time to arrange it: they said what would help, or ticked `more_time`.
pub fn needs_support(answers: &Answers, needs: Option<&AccessRequest>) -> bool {
    needs.is_some() || answers.ticked("more_time")
}

/// Reads `needs`, `needs_other`, `needs_consent`. Nothing given is `None`; something given needs the consent.
pub fn parse_needs(answers: &Answers, now: Timestamp) -> Result<Option<AccessRequest>, Errors> {
    let mut errors = Errors::default();
    let needs: Vec<AccessNeed> = answers.all("needs").iter().filter_map(|v| AccessNeed::from_value(v)).collect();
    let other = many_lines(answers.get("needs_other"));
    if other.chars().count() > 1_000 {
        errors.add("needs_other", format!("What would help must be 1,000 characters or fewer. It has {}", other.chars().count()));
    }
    if needs.is_empty() && other.is_empty() {
        return errors.or(Some(None));
    }
    if !answers.ticked("needs_consent") {
        errors.add("needs_consent", "Tick the box if the host may see these answers. Or leave the questions empty");
    }
    errors.or(Some(Some(AccessRequest { needs, other, arrangements: Arrangements::new(), consent_version: CONSENT_VERSION, consented: now })))
}

impl AccessRequest {
    /// The needs in words, one a line.
    pub fn lines(&self) -> Vec<String> {
        let ticked = self.needs.iter().map(|n| n.words().to_owned());
        ticked.chain(Some(self.other.clone()).filter(|o| !o.is_empty())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever changes the words raises the version, and both here: records say which words somebody agreed to.
    #[test]
    fn the_words_people_agree_to_are_those_of_their_version() {
        let words = "I agree that the host of this event may see these answers, to arrange what I need. They are deleted 14 days after the event. \
                     I can delete them before then.";
        assert_eq!((CONSENT_VERSION, CONSENT_WORDS), (1, words));
    }
}

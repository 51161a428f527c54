//! What happened: told by its host when an event is over. It goes through the desk like every other word, and then leads the event's page.

use jiff::Timestamp;

use super::{EventPage, EventRecord, EventState, Resource};
use crate::answers::Answers;
use crate::field::Errors;
use crate::text::{count_words, many_lines};
use crate::time::today;
use crate::week::Week;

/// The most words of it.
pub const HAPPENED_WORDS: usize = 2_000;

/// The fields of the page that asks for it: the text, and what there is to read, watch or listen to.
pub fn happened_fields() -> Vec<String> {
    ["happened".to_owned()].into_iter().chain((1..=Resource::MOST).flat_map(Resource::fields)).collect()
}

/// What is wrong with the answers of that page.
pub fn happened_errors(answers: &Answers) -> Errors {
    let mut errors = Errors::default();
    errors.keep_if_given(answers, "happened", parse_happened);
    errors.join(Resource::parse_all(answers));
    errors
}

/// Reads the text: Markdown, at most [`HAPPENED_WORDS`] words.
pub(super) fn parse_happened(typed: &str) -> Result<String, String> {
    let text = many_lines(typed);
    let (words, letters) = (count_words(&text), text.chars().count());
    match () {
        () if words > HAPPENED_WORDS => Err(format!("What happened must be 2,000 words or fewer. It has {words}")),
        () if letters > HAPPENED_WORDS * 10 => Err(format!("What happened must be 20,000 characters or fewer. It has {letters}")),
        () => Ok(text),
    }
}

impl EventRecord {
    /// Whether it took place and is over, so that its host can tell what happened: after its end, or where it has no time, after the week.
    pub fn has_happened(&self, week: &Week, now: Timestamp) -> bool {
        let over = |page: EventPage| match page.when.end() {
            Some(_) => page.is_over(now),
            None => week.last.is_some_and(|last| last < today(now)),
        };
        self.state == EventState::Published && self.page().is_some_and(over)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_thousand_words_are_taken_and_one_more_is_not() {
        let words = |n: usize| Answers::from_iter([("happened", vec!["word"; n].join(" "))]);
        assert!(happened_errors(&words(2_000)).is_empty());
        let errors = happened_errors(&words(2_001));
        assert_eq!(errors.0[0].sentence, "What happened must be 2,000 words or fewer. It has 2001");
        let long = Answers::from_iter([("happened", "a".repeat(20_001))]);
        assert_eq!(happened_errors(&long).0[0].field, "happened");
    }

    #[test]
    fn a_material_that_was_begun_is_to_be_finished() {
        let begun = Answers::from_iter([("happened", "We met."), ("resource1_title", "The slides")]);
        assert_eq!(happened_errors(&begun).0[0].field, "resource1_kind");
        assert!(begun.iter().all(|(name, _)| happened_fields().iter().any(|field| field == name)));
    }
}

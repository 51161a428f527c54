//! Access facts in a host's form: all ten answered, none assumed.

use crate::access::{AccessAnswer, AccessFact, YesNo};
use crate::answers::Answers;
use crate::field::Errors;
use crate::text::one_line;

/// Reads `access_KEY` and `access_KEY_note` for every [`AccessFact`].
pub fn parse_access(answers: &Answers) -> Result<Vec<AccessAnswer>, Errors> {
    let mut errors = Errors::default();
    let mut facts = Vec::with_capacity(AccessFact::ALL.len());
    for &fact in AccessFact::ALL {
        let field = format!("access_{}", fact.value());
        let note_field = format!("{field}_note");
        let missing = format!("Choose yes, no or not sure for: {}", fact.words().to_lowercase().replace("bsl", "BSL"));
        let answer = errors.keep(&field, YesNo::parse(answers.get(&field), &missing));
        let note = one_line(answers.get(&note_field));
        if note.chars().count() > 200 {
            errors.add(note_field, format!("Note must be 200 characters or fewer. It has {}", note.chars().count()));
        } else if let Some(answer) = answer {
            facts.push(AccessAnswer { fact, answer, note });
        }
    }
    errors.or(Some(facts))
}

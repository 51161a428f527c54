//! Access facts in a host's form: all that apply to the format are answered, none assumed.

use crate::access::{AccessAnswer, AccessFact, YesNo};
use crate::answers::Answers;
use crate::event::Format;
use crate::field::Errors;
use crate::text::one_line;

impl AccessFact {
    /// Whether it says anything about an event of this format: nobody looks for a ramp to an online event.
    pub fn applies_to(self, format: Format) -> bool {
        match self {
            Self::StepFree | Self::Toilet | Self::HearingLoop | Self::QuietSpace => format.has_room(),
            Self::CameraOff => format != Format::InPerson && format != Format::OnDemand,
            _ => true,
        }
    }
}

/// The facts a host is asked for: those that apply to the format chosen, all while none is.
pub fn facts_asked(answers: &Answers) -> impl Iterator<Item = AccessFact> + use<> {
    let format = Format::from_value(answers.get("format"));
    AccessFact::ALL.iter().copied().filter(move |fact| format.is_none_or(|format| fact.applies_to(format)))
}

/// Reads `access_KEY` and `access_KEY_note` for every one of [`facts_asked`].
pub fn parse_access(answers: &Answers) -> Result<Vec<AccessAnswer>, Errors> {
    let mut errors = Errors::default();
    let mut facts = Vec::with_capacity(AccessFact::ALL.len());
    for fact in facts_asked(answers) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_asked_for_a_ramp_to_an_online_event() {
        let mut answers = Answers::new();
        answers.set("format", "online");
        let asked: Vec<AccessFact> = facts_asked(&answers).collect();
        assert!(!asked.contains(&AccessFact::StepFree) && asked.contains(&AccessFact::CameraOff));
        asked.iter().for_each(|fact| answers.set(format!("access_{}", fact.value()), "yes"));
        assert_eq!(parse_access(&answers).unwrap().len(), asked.len());

        answers.set("format", "hybrid");
        let errors = parse_access(&answers).unwrap_err();
        assert!(errors.0.iter().any(|e| e.field == "access_step-free"), "a room makes the way in a question again: {errors:?}");
    }

    #[test]
    fn before_a_format_is_chosen_every_fact_is_asked() {
        assert_eq!(facts_asked(&Answers::new()).count(), AccessFact::ALL.len());
    }
}

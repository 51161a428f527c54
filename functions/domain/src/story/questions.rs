//! Which of its week's questions a story answers.

use serde::{Deserialize, Deserializer};

use crate::answers::Answers;
use crate::field::Errors;
use crate::week::Week;

/// The most questions that one story answers: who answers all of them answers none in particular.
pub const MOST_QUESTIONS: usize = 3;

/// Reads every `question` that was ticked. Each must be one of the week's.
pub(super) fn parse(answers: &Answers, week: &Week, errors: &mut Errors) -> Vec<u8> {
    let typed: Vec<&str> = answers.all("question").iter().map(|typed| typed.trim()).filter(|typed| !typed.is_empty()).collect();
    let asked = |typed: &&str| typed.parse::<u8>().ok().filter(|number| week.question(*number).is_some());
    let mut numbers: Vec<u8> = typed.iter().filter_map(asked).collect();
    if numbers.len() < typed.len() {
        errors.add("question", "Choose one of the week's questions, or none");
    }
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.len() > MOST_QUESTIONS {
        errors.add("question", format!("Choose up to {MOST_QUESTIONS} questions: those that your story answers best"));
    }
    numbers
}

/// Reads a list of numbers, or the single one that records held at first.
pub(super) fn one_or_many<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Held {
        Many(Vec<u8>),
        One(u8),
    }
    Ok(match Held::deserialize(from)? {
        Held::Many(numbers) => numbers,
        Held::One(number) => vec![number],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::week::{Question, WeekId};

    fn week() -> Week {
        let id = WeekId::parse("scotland/2026").unwrap();
        let mut week: Week = serde_json::from_value(serde_json::json!({ "id": id, "name": "Week", "organiser": "x" })).unwrap();
        week.questions = (1..=5).map(|n| Question::new(n, "Who decides?")).collect();
        week
    }

    fn read(typed: &[&str]) -> (Vec<u8>, usize) {
        let (mut errors, answers) = (Errors::default(), typed.iter().map(|n| ("question", *n)).collect());
        (parse(&answers, &week(), &mut errors), errors.0.len())
    }

    #[test]
    fn a_story_answers_up_to_three_of_its_weeks_questions() {
        assert_eq!(read(&[]), (vec![], 0));
        assert_eq!(read(&[""]), (vec![], 0), "none of them, as a list said it");
        assert_eq!(read(&["4", " 2 ", "4"]), (vec![2, 4], 0));
        assert_eq!(read(&["1", "2", "3"]).1, 0);
        assert_eq!(read(&["1", "2", "3", "4"]).1, 1);
        for wrong in ["9", "first", "-1"] {
            assert_eq!(read(&["1", wrong]).1, 1, "{wrong}");
        }
    }

    #[test]
    fn a_record_with_one_question_still_reads() {
        #[derive(Deserialize)]
        struct Text {
            #[serde(default, alias = "question", deserialize_with = "one_or_many")]
            questions: Vec<u8>,
        }
        let table = [(r#"{"question":3}"#, vec![3]), (r#"{"questions":[1,3]}"#, vec![1, 3]), ("{}", vec![])];
        for (text, questions) in table {
            assert_eq!(serde_json::from_str::<Text>(text).unwrap().questions, questions, "{text}");
        }
    }
}

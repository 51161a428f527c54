//! What in a story could give somebody away, and what its author decided about each (quality-bar P-19).

use privacy::{Kind, around, check};

use super::{Naming, has_transcript};
use crate::answers::Answers;
use crate::field::Errors;
use crate::text::{many_lines, one_line};

/// The most that one story is asked about; a text with more is full of them, and says so on every line.
const MOST: usize = 200;

/// What is looked through, in the order of the form. The name of who is quoted is shown because they agreed to it.
const FIELDS: [&str; 15] = [
    "shown_name",
    "on_behalf",
    "about",
    "bio",
    "title",
    "body",
    "content_note",
    "link_title",
    "link_2_title",
    "link_3_title",
    "transcript_words",
    "quote_1",
    "quote_2",
    "quote_3",
    "call_words",
];

/// Something in a story that could give somebody away; the same words are one, however often they stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GiveAway {
    /// What it is.
    pub kind: Kind,
    /// The words.
    pub words: String,
    /// What stands before them in their sentence, where they stand first.
    pub before: String,
    /// What stands behind them.
    pub after: String,
    /// The field they stand in first: `title`, `body`.
    pub field: &'static str,
    /// How often they stand in the story.
    pub times: usize,
    /// Whether the author decided to keep them.
    pub kept: bool,
}

impl GiveAway {
    /// What the form sends to say that it is kept.
    pub fn value(&self) -> String {
        value(self.kind, &self.words)
    }
}

fn value(kind: Kind, words: &str) -> String {
    let folded: String = one_line(words).to_lowercase().chars().take(100).collect();
    format!("{}:{folded}", kind.value())
}

/// Everything found in what an author typed, in its order, with what they decided.
pub fn give_aways(answers: &Answers) -> Vec<GiveAway> {
    let mut out: Vec<GiveAway> = Vec::new();
    let mut places = std::collections::HashMap::new();
    // A full or pen name is shown because its author wants it shown.
    let role = Naming::from_value(answers.get("naming")) == Some(Naming::Role);
    let transcript = has_transcript(answers);
    let shown = |field: &&str| match *field {
        "shown_name" => role,
        "transcript_words" => transcript,
        _ => true,
    };
    for field in FIELDS.into_iter().filter(shown) {
        let text = many_lines(answers.get(field));
        for hit in check(&text) {
            let value = value(hit.kind, hit.words(&text));
            if let Some(known) = places.get(&value).and_then(|at: &usize| out.get_mut(*at)) {
                known.times += 1;
                continue;
            }
            if out.len() == MOST {
                return out;
            }
            let shown = around(&text, hit.span.clone());
            let kept = answers.all("keep").contains(&value);
            places.insert(value, out.len());
            out.push(GiveAway {
                kind: hit.kind,
                words: shown.words.to_owned(),
                before: format!("{}{}", if shown.cut_before { "… " } else { "" }, shown.before),
                after: format!("{}{}", shown.after, if shown.cut_after { " …" } else { "" }),
                field,
                times: 1,
                kept,
            });
        }
    }
    out
}

/// Everything found in a text of its own, of which nothing is decided yet.
pub fn give_aways_in(text: &str) -> Vec<GiveAway> {
    give_aways(&[("body", text)].into_iter().collect())
}

/// An error where something was found that its author has not decided to keep.
pub fn undecided(answers: &Answers) -> Errors {
    let mut errors = Errors::default();
    let open = give_aways(answers).into_iter().filter(|found| !found.kept).count();
    if open > 0 {
        errors.add("keep", "Tick what you want to keep as it is, or go back and change your story");
    }
    errors
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(body: &str) -> Answers {
        Answers::from_iter([("naming", "role"), ("shown_name", "A carer on Ward 7"), ("title", "At 42"), ("body", body)])
    }

    #[test]
    fn the_same_words_are_asked_about_once() {
        let found = give_aways(&story("Ward 7 was loud. I was on ward 7 in spring.\n\nRing 07700 900123."));
        let words: Vec<(&str, usize, &str)> = found.iter().map(|f| (f.words.as_str(), f.times, f.field)).collect();
        assert_eq!(words, [("Ward 7", 3, "shown_name"), ("07700 900123", 1, "body")]);
    }

    #[test]
    fn a_story_goes_on_once_each_is_kept_and_not_before() {
        let mut answers = story("Ring 07700 900123.");
        assert!(!undecided(&answers).is_empty());
        for found in give_aways(&answers) {
            answers.add("keep", found.value());
        }
        assert!(undecided(&answers).is_empty());
        // What is written later is asked about anew.
        answers.set("body", "Ring 07700 900123, or write to wren@example.org.");
        assert_eq!(give_aways(&answers).iter().filter(|found| !found.kept).count(), 1);
    }

    #[test]
    fn every_text_that_readers_see_is_looked_through() {
        for field in FIELDS {
            let typed = [("naming", "role"), ("kind", "film"), ("transcript", "here"), (field, "Ring 07700 900123.")];
            let found = give_aways(&typed.into_iter().collect());
            assert_eq!(found.iter().map(|found| found.field).collect::<Vec<_>>(), [field]);
        }
        let left = [("kind", "blog"), ("transcript", "here"), ("transcript_words", "Ring 07700 900123.")];
        assert!(give_aways(&left.into_iter().collect()).is_empty(), "what nobody will see is not asked about");
    }

    #[test]
    fn a_chosen_name_is_not_asked_about() {
        let mut answers = story("Nothing.");
        answers.set("naming", "full-name");
        answers.set("shown_name", "Karen Sample");
        assert!(give_aways(&answers).is_empty());
    }
}

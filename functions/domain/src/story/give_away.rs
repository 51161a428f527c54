//! What in a story could give somebody away, and what its author decided about each (quality-bar P-19).

use privacy::{Kind, around, check};

use super::{Attribution, Naming, QUOTE_FIELDS, has_transcript};
use crate::answers::Answers;
use crate::field::Errors;
use crate::text::{many_lines, one_line};

/// The most that one story is asked about; a text with more is full of them, and says so on every line.
const MOST: usize = 200;

/// What is looked through, in the order of the form. A name of who is quoted is shown because they
/// agreed to it; what they do or are can tell too much.
const FIELDS: [&str; 18] = [
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
    "quote_1_who",
    "quote_2",
    "quote_2_who",
    "quote_3",
    "quote_3_who",
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
        field => QUOTE_FIELDS.iter().all(|quote| quote[2] != field || is_of_a_role(answers, quote)),
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

/// Whether a quote says of whose it is what they do or are.
fn is_of_a_role(answers: &Answers, [words, named, ..]: &[&str; 4]) -> bool {
    answers.has(words) && Attribution::from_value(answers.get(named)) == Some(Attribution::Role)
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
            let mut typed: Answers = [("naming", "role"), ("kind", "film"), ("transcript", "here")].into_iter().collect();
            for [words, named, ..] in QUOTE_FIELDS {
                typed.set(words, "We were asked.");
                typed.set(named, "role");
            }
            typed.set(field, "Ring 07700 900123.");
            let found = give_aways(&typed);
            assert_eq!(found.iter().map(|found| found.field).collect::<Vec<_>>(), [field]);
        }
        let left = [("kind", "blog"), ("transcript", "here"), ("transcript_words", "Ring 07700 900123.")];
        assert!(give_aways(&left.into_iter().collect()).is_empty(), "what nobody will see is not asked about");
    }

    #[test]
    fn who_is_quoted_is_asked_about_where_it_is_a_role_and_not_where_it_is_a_name() {
        let quoted = |named: &str| {
            give_aways(&[("quote_2", "We were asked."), ("quote_2_as", named), ("quote_2_who", "A nurse on Ward 7")].into_iter().collect())
        };
        let found = quoted("role");
        assert_eq!(found.iter().map(|found| (found.words.as_str(), found.field)).collect::<Vec<_>>(), [("Ward 7", "quote_2_who")]);
        for named in ["named", "first-name", "nobody"] {
            assert!(quoted(named).is_empty(), "{named}");
        }
        let without_words = [("quote_2_as", "role"), ("quote_2_who", "A nurse on Ward 7")];
        assert!(give_aways(&without_words.into_iter().collect()).is_empty(), "without words there is no quote");
    }

    #[test]
    fn a_chosen_name_is_not_asked_about() {
        let mut answers = story("Nothing.");
        answers.set("naming", "full-name");
        answers.set("shown_name", "Karen Sample");
        assert!(give_aways(&answers).is_empty());
    }
}

//! What an event is about.

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::text::{count_words, line, many_lines, passage};

choices! {
    /// What kind of event it is.
    EventKind {
        Workshop = "workshop", "Workshop";
        Talk = "talk", "Talk";
        Webinar = "webinar", "Webinar";
        Conference = "conference", "Conference";
        Cafe = "cafe", "Café or cuppa";
        Exhibition = "exhibition", "Exhibition";
        Performance = "performance", "Performance";
        Film = "film", "Film screening";
        Training = "training", "Training";
        Festival = "festival", "Festival";
        OpenDay = "open-day", "Open day";
        Meeting = "meeting", "Meeting or chat";
    }
}

/// Title, summary, description and kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// 1–100 characters.
    pub title: String,
    /// 1–40 words and at most 300 characters, shown in lists.
    pub summary: String,
    /// Markdown, 1–10,000 characters.
    pub description: String,
    /// What kind of event.
    pub kind: EventKind,
}

impl About {
    /// The most words a summary may have (the Open House rule, weeks.md §2a).
    pub const SUMMARY_WORDS: usize = 40;

    /// Reads `title`, `summary`, `description`, `kind`.
    pub fn parse(answers: &Answers) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let title = errors.keep("title", line(answers.get("title"), 100, "Enter a title for your event", "Title"));
        let summary = errors.keep("summary", summary(answers.get("summary")));
        let description =
            errors.keep("description", passage(answers.get("description"), 10_000, "Describe what will happen at your event", "Description"));
        let kind = errors.keep("kind", EventKind::parse(answers.get("kind"), "Choose what kind of event it is"));
        let about = match (title, summary, description, kind) {
            (Some(title), Some(summary), Some(description), Some(kind)) => Some(Self { title, summary, description, kind }),
            _ => None,
        };
        errors.or(about)
    }
}

fn summary(typed: &str) -> Result<String, String> {
    let text = many_lines(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    let words = count_words(&text);
    match () {
        () if text.is_empty() => Err("Enter a summary of up to 40 words".into()),
        () if words > About::SUMMARY_WORDS => Err(format!("Summary must be 40 words or fewer. It has {words}")),
        () if text.chars().count() > 300 => Err(format!("Summary must be 300 characters or fewer. It has {}", text.chars().count())),
        () => Ok(text),
    }
}

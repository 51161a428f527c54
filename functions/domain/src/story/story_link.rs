//! What a story leads to elsewhere: a film or podcast with its length, a report, slides.

use serde::{Deserialize, Serialize};

use super::StoryKind;
use crate::answers::Answers;
use crate::field::Errors;
use crate::link::SafeUrl;
use crate::text::line;

/// A link with what a reader wants to know before following it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryLink {
    /// Where it leads.
    pub url: SafeUrl,
    /// What lies there: "The film on the library's site".
    pub title: String,
    /// How long it is: "12 minutes", "40 pages".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<String>,
}

impl StoryLink {
    /// Reads `link`, `link_title`, `link_length`. A film or podcast needs a link and its length.
    pub fn parse(answers: &Answers, kind: Option<StoryKind>, errors: &mut Errors) -> Option<Self> {
        let film = kind == Some(StoryKind::Film);
        if !answers.has("link") {
            if film {
                errors.add("link", "Enter the address where the film or podcast is");
            }
            return None;
        }
        let url = errors.keep("link", SafeUrl::parse(answers.get("link")));
        let title = errors.keep("link_title", line(answers.get("link_title"), 120, "Enter what the link leads to", "What the link leads to"));
        let length = errors.keep_if_given(answers, "link_length", |typed| line(typed, 40, "", "Length"));
        if film && !answers.has("link_length") {
            errors.add("link_length", "Enter how long the film or podcast is, like 12 minutes");
        }
        Some(Self { url: url?, title: title?, length })
    }
}

//! What a story says.

use serde::{Deserialize, Serialize};

use super::{CallToAction, Quotation, StoryEvent, StoryLink, Transcript, note_of, questions};
use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::text::{line, passage};
use crate::week::Week;

choices! {
    /// What kind of contribution it is.
    StoryKind {
        Lived = "lived-experience", "A story from my own life";
        Blog = "blog", "A blog";
        Reflection = "reflection", "A reflection on an event";
        Answer = "answer", "An answer to a question of the week";
        HowWeRanIt = "how-we-ran-it", "How we ran it";
        CaseStudy = "case-study", "A case study or evaluation";
        Film = "film", "A film or podcast";
        Resource = "resource", "A resource to use";
    }
}

impl StoryKind {
    /// The word for lists: "Story", "Blog".
    pub fn label(self) -> &'static str {
        match self {
            Self::Lived => "Story",
            Self::Blog => "Blog",
            Self::Reflection => "Reflection",
            Self::Answer => "Answer",
            Self::HowWeRanIt => "How we ran it",
            Self::CaseStudy => "Case study",
            Self::Film => "Film or podcast",
            Self::Resource => "Resource",
        }
    }
}

/// Kind, title, text, questions, content note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryText {
    /// What kind.
    pub kind: StoryKind,
    /// 1–120 characters.
    pub title: String,
    /// Markdown, 1–60,000 characters.
    pub body: String,
    /// The numbers of the week's questions that it answers, in order.
    #[serde(default, alias = "question", deserialize_with = "questions::one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<u8>,
    /// Whether it was written between weeks and is about none: it stands with the stories of the week whose coordinators read it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub between_weeks: bool,
    /// The event of the week that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<StoryEvent>,
    /// What readers may want to know before they read: what was ticked, then at most 200 characters of the author's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_note: Option<String>,
    /// What it leads to elsewhere, up to three things.
    #[serde(default, alias = "link", deserialize_with = "StoryLink::one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<StoryLink>,
    /// Where what is said in a film or podcast can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transcript: Option<Transcript>,
    /// Up to three quotes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quotation>,
    /// What it asks of its readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<CallToAction>,
}

impl StoryText {
    /// Reads `kind`, `title`, `body`, `question`, `between_weeks`, `content_notes`, `content_note`, the event, the links, the transcript, the
    /// quotes and what is asked of readers. Each question must be one of the week's.
    pub fn parse(answers: &Answers, week: &Week) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let kind = errors.keep("kind", StoryKind::parse(answers.get("kind"), "Choose what you are sharing"));
        let questions = questions::parse(answers, week, &mut errors);
        if kind == Some(StoryKind::Answer) && !answers.has("question") {
            errors.add("question", "Choose the question you are answering");
        }
        let between_weeks = answers.ticked("between_weeks");
        if between_weeks && answers.has("question") {
            errors.add("between_weeks", "A story that answers a question of the week belongs to that week. Take off the tick, or choose no question");
        }
        let title = errors.keep("title", line(answers.get("title"), 120, "Enter a title", "Title"));
        let body = errors.keep("body", passage(answers.get("body"), 60_000, "Write your story", "Story"));
        errors.keep_if_given(answers, "content_note", |t| line(t, 200, "", "Content note"));
        let content_note = note_of(answers);
        let event = StoryEvent::parse(answers, &mut errors);
        let links = StoryLink::parse_all(answers, kind, &mut errors);
        let transcript = Transcript::parse(answers, kind, &mut errors);
        let quotes = Quotation::parse_all(answers, &mut errors);
        let call = CallToAction::parse(answers, &mut errors);
        let text = match (kind, title, body) {
            (Some(kind), Some(title), Some(body)) => {
                Some(Self { kind, title, body, questions, between_weeks, event, content_note, links, transcript, quotes, call })
            }
            _ => None,
        };
        errors.or(text)
    }
}

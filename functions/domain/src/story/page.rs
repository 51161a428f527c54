//! What of a story anyone may read.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Byline, CallToAction, Consent, PublicUpdate, Purpose, Quotation, StoryEvent, StoryKind, StoryLink, Transcript, questions};
use crate::ids::{EventId, Slug};
use crate::week::WeekId;

/// A story's public page. There is nothing of its author in it but the byline they chose, and no time but the month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryPage {
    /// Its random address.
    pub slug: Slug,
    /// Its week.
    pub week: WeekId,
    /// What kind.
    pub kind: StoryKind,
    /// The title.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// How the author is named.
    pub byline: Byline,
    /// The numbers of the questions it answers.
    #[serde(default, alias = "question", deserialize_with = "questions::one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<u8>,
    /// Whether it was written between weeks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub between_weeks: bool,
    /// The event that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<StoryEvent>,
    /// Shown before the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_note: Option<String>,
    /// What it leads to elsewhere.
    #[serde(default, alias = "link", deserialize_with = "StoryLink::one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<StoryLink>,
    /// Where what is said in a film or podcast can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transcript: Option<Transcript>,
    /// Quotes, set apart from the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quotation>,
    /// What it asks of its readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<CallToAction>,
    /// Whether a coordinator posted it for its author, who wrote or phoned.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub posted_for: bool,
    /// What its author added later.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<PublicUpdate>,
    /// The first day of the month in which it went live.
    pub month: Date,
    /// What it may be used for.
    pub consent: Consent,
}

impl StoryPage {
    /// Its address.
    pub fn path(&self) -> String {
        format!("/stories/{}", self.slug)
    }

    /// Whether its author's consent has run out: then nothing shows it, whether or not it was taken off yet.
    pub fn is_over(&self, today: Date) -> bool {
        !self.consent.allows(Purpose::Publish) || self.consent.is_over(today)
    }

    /// Whether feeds and embeds may carry it.
    pub fn may_travel(&self) -> bool {
        self.consent.allows(Purpose::Partners)
    }

    /// The card that lists show. `excerpt` is plain text of at most 200 characters.
    pub fn card(&self, excerpt: String) -> StoryCard {
        StoryCard {
            slug: self.slug.clone(),
            title: self.title.clone(),
            // Lists show the note in their place.
            excerpt: if self.content_note.is_some() { String::new() } else { excerpt },
            byline: self.byline.shown.clone(),
            kind: self.kind,
            questions: self.questions.clone(),
            event: self.event.as_ref().map(|event| event.id.clone()),
            between_weeks: self.between_weeks,
            content_note: self.content_note.clone(),
            month: self.month,
            travels: self.may_travel(),
            until: self.consent.until,
        }
    }
}

/// What lists know of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryCard {
    /// Its address.
    #[serde(rename = "l")]
    pub slug: Slug,
    /// The title.
    #[serde(rename = "t")]
    pub title: String,
    /// The first words; not shown where there is a content note.
    #[serde(rename = "s")]
    pub excerpt: String,
    /// The name shown; empty for none.
    #[serde(rename = "h", default)]
    pub byline: String,
    /// What kind.
    #[serde(rename = "k")]
    pub kind: StoryKind,
    /// The numbers of the questions it answers.
    #[serde(rename = "q", default, deserialize_with = "questions::one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<u8>,
    /// The event it is about.
    #[serde(rename = "e", default, skip_serializing_if = "Option::is_none")]
    pub event: Option<EventId>,
    /// Whether it was written between weeks.
    #[serde(rename = "b", default, skip_serializing_if = "std::ops::Not::not")]
    pub between_weeks: bool,
    /// What to know before reading.
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    pub content_note: Option<String>,
    /// The first day of its month.
    #[serde(rename = "m")]
    pub month: Date,
    /// Whether feeds and embeds may carry it.
    #[serde(rename = "p", default)]
    pub travels: bool,
    /// The last day on which it may be shown.
    #[serde(rename = "u", default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl StoryCard {
    /// Whether its author's consent has run out.
    pub fn is_over(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until < today)
    }
}

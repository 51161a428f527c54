//! A co-production week: a nation, a year, days, a theme, questions. Any of the last three may be unknown.

mod deadline;
mod linked;
mod question;
mod suggestion;

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use deadline::Deadline;
pub use linked::linked_questions;
pub use question::{MOST as MOST_QUESTIONS, Question, QuestionId};
pub use suggestion::SuggestedQuestion;

use crate::ids::Slug;
use crate::nation::WeekNation;
use crate::story::StoryRules;
use crate::time::{long_date, span};

/// A week's permanent name: one a nation and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WeekId {
    /// Whose week.
    pub nation: WeekNation,
    /// Its year, 2000–2100.
    pub year: i16,
}

impl WeekId {
    /// Reads `england/2026`, the form used in addresses and forms.
    pub fn parse(text: &str) -> Option<Self> {
        let (nation, year) = text.trim_matches('/').split_once('/')?;
        Self::from_parts(nation, year)
    }

    /// Reads the two parts of an address.
    pub fn from_parts(nation: &str, year: &str) -> Option<Self> {
        let year: i16 = (year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())).then(|| year.parse().ok()).flatten()?;
        (2000..=2100).contains(&year).then_some(())?;
        Some(Self { nation: WeekNation::from_value(nation)?, year })
    }

    /// The week's page, `/england/2026`.
    pub fn path(self) -> String {
        format!("/{self}")
    }

    /// Whether this is the demonstration.
    pub fn is_demonstration(self) -> bool {
        self.nation == WeekNation::Demo
    }
}

impl fmt::Display for WeekId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.nation.value(), self.year)
    }
}

impl Serialize for WeekId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for WeekId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a week"))
    }
}

/// A week as anyone may read it. What isn't known is absent and shown as not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// Nation and year.
    pub id: WeekId,
    /// The name the week went by.
    pub name: String,
    /// The first day, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Date>,
    /// The last day, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Date>,
    /// What is known of the dates where the days aren't: "July 2016; the exact days are not known".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates_note: Option<String>,
    /// The theme, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// What is known of the theme where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme_note: Option<String>,
    /// Who organised it.
    pub organiser: String,
    /// Where these facts were read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What the week offered, in a sentence or two.
    #[serde(default)]
    pub offered: String,
    /// The hashtag, with its `#`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hashtag: Option<String>,
    /// Up to nine questions.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// The highest number that a question ever had here, so that none is used again; see [`Week::highest_question`].
    #[serde(default, skip_serializing_if = "is_zero")]
    pub last_question: u8,
    /// Days by which something must have come in, up to six, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<Deadline>,
    /// Addresses of up to six events that its page shows first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub featured: Vec<Slug>,
    /// When a coordinator reads what people worry about; where it says nothing, see [`READ_WHEN`](crate::concern::READ_WHEN).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concerns_read: Option<String>,
    /// What its stories need before they are public.
    #[serde(default)]
    pub story_rules: StoryRules,
}

/// Where a week stands on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Its days are to come.
    Before,
    /// One of its days is today.
    During,
    /// Its days are past.
    After,
    /// Its days aren't known.
    NotKnown,
}

impl Week {
    /// A week of which nothing is known.
    pub fn unknown(id: WeekId) -> Self {
        Self {
            id,
            name: String::new(),
            first: None,
            last: None,
            dates_note: None,
            theme: None,
            theme_note: None,
            organiser: String::new(),
            source: None,
            offered: String::new(),
            hashtag: None,
            questions: Vec::new(),
            last_question: 0,
            deadlines: Vec::new(),
            featured: Vec::new(),
            concerns_read: None,
            story_rules: StoryRules::default(),
        }
    }

    /// Whether the week is to come, on, or past.
    pub fn phase(&self, today: Date) -> Phase {
        match (self.first, self.last) {
            (Some(first), _) if today < first => Phase::Before,
            (_, Some(last)) if today > last => Phase::After,
            (Some(_), Some(_)) => Phase::During,
            _ if i32::from(self.id.year) < i32::from(today.year()) => Phase::After,
            _ => Phase::NotKnown,
        }
    }

    /// Whether hosts and contributors may choose it: its last day isn't past, or it isn't known yet.
    pub fn is_open(&self, today: Date) -> bool {
        self.phase(today) != Phase::After
    }

    /// Its days, first to last; none where they aren't known. Never more than 31.
    pub fn days(&self) -> Vec<Date> {
        match (self.first, self.last) {
            (Some(first), Some(last)) => first.series(jiff::Span::new().days(1)).take_while(|d| *d <= last).take(31).collect(),
            _ => Vec::new(),
        }
    }

    /// Its dates in words: exact, as far as known, or "Dates not known".
    pub fn dates_in_words(&self) -> String {
        match (self.first, self.last, &self.dates_note) {
            (Some(first), Some(last), _) => span(first, last),
            (_, _, Some(note)) => note.clone(),
            (Some(first), None, None) => format!("From {}; the last day is not known", long_date(first)),
            _ => "Dates not known".into(),
        }
    }

    /// What is loudest on its pages: the theme, or else the name.
    pub fn heading(&self) -> &str {
        self.theme.as_deref().unwrap_or(&self.name)
    }
}

fn is_zero(number: &u8) -> bool {
    *number == 0
}

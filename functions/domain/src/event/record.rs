//! An event's working record, from the first draft to long after it happened.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Change, EventDetails, EventPage, EventState, InCalendars, Moved, Postponed, PublicState};
use crate::answers::Answers;
use crate::contact::Email;
use crate::ids::{EventId, Slug, StaffId};
use crate::week::WeekId;

/// The words a coordinator approved, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Its permanent address.
    pub slug: Slug,
    /// The approved details.
    pub details: EventDetails,
    /// When it was first published.
    pub at: Timestamp,
    /// Rises with each public change (iCalendar SEQUENCE, RFC 5545 §3.8.7.4).
    pub sequence: u32,
    /// When the public words changed last.
    pub changed: Timestamp,
    /// The last change of day, time, place or way to take part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<Moved>,
    /// Those shortly before it, the oldest first: somebody may not have learnt of them yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved_before: Vec<Moved>,
    /// The version whose news everybody with a place is told last; none where it is the newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<u32>,
}

impl Published {
    /// These words, published for the first time.
    pub fn new(slug: Slug, details: EventDetails, at: Timestamp) -> Self {
        Self { slug, details, at, sequence: 0, changed: at, moved: None, moved_before: Vec::new(), told: None }
    }
}

/// The working record. Private: its host and the desk see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventRecord {
    /// Its name in records.
    pub id: EventId,
    /// The week it belongs to.
    pub week: WeekId,
    /// Where it stands.
    pub state: EventState,
    /// What its host typed.
    pub answers: Answers,
    /// What is public, once something is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// How the published sessions are called in calendars.
    #[serde(default, skip_serializing_if = "InCalendars::is_plain")]
    pub in_calendars: InCalendars,
    /// What its host would change of that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// The host's confirmed address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_email: Option<Email>,
    /// Since when it waits at the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_since: Option<Timestamp>,
    /// What the desk wrote to its host last: the change asked for, or why it was declined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk_words: Option<String>,
    /// What its host says about a cancellation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancel_words: Option<String>,
    /// That it is put off, while it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postponed: Option<Postponed>,
    /// The coordinator who entered it on somebody's behalf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_by: Option<StaffId>,
    /// The event of an earlier year whose answers it began with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copied_from: Option<EventId>,
    /// Private links of a lower generation no longer open it.
    pub generation: u32,
    /// Rises with each change; a change made on an older version is refused.
    pub version: u64,
    /// When it was begun.
    pub created: Timestamp,
    /// When it changed last.
    pub changed: Timestamp,
}

impl EventRecord {
    /// A new draft for a week.
    pub fn draft(id: EventId, week: WeekId, now: Timestamp) -> Self {
        let mut answers = Answers::new();
        answers.set("week", week.to_string());
        Self {
            id,
            week,
            state: EventState::Draft,
            answers,
            published: None,
            in_calendars: InCalendars::default(),
            change: None,
            confirmed_email: None,
            waiting_since: None,
            desk_words: None,
            cancel_words: None,
            postponed: None,
            entered_by: None,
            copied_from: None,
            generation: 1,
            version: 1,
            created: now,
            changed: now,
        }
    }

    /// What to call it before it has a published title.
    pub fn title(&self) -> String {
        let typed = crate::text::one_line(self.answers.get("title"));
        match (&self.published, typed.is_empty()) {
            (Some(published), _) => published.details.about.title.clone(),
            (None, false) => typed,
            (None, true) => "Your event".into(),
        }
    }

    /// What of it anyone may read; none before publication.
    pub fn page(&self) -> Option<EventPage> {
        let published = self.published.as_ref()?;
        let state = match self.state {
            EventState::Cancelled => PublicState::Cancelled,
            EventState::Postponed => PublicState::Postponed,
            _ => PublicState::Listed,
        };
        let page = EventPage::new(&self.id, published, state, self.public_words());
        Some(EventPage { in_calendars: self.in_calendars.clone(), ..page })
    }
}

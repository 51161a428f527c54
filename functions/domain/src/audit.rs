//! The audit: who did what to what, and when (I7). No personal data: ids only.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{ConcernId, EventId, ImportId, RegistrationId, StaffId, StoryId};
use crate::week::WeekId;

/// Who acted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "who", content = "id")]
pub enum Actor {
    /// Somebody at the desk.
    Staff(StaffId),
    /// The event's host, by private link.
    Host,
    /// The person registered, by private link or form.
    Attendee,
    /// The story's author, by private link or form.
    Contributor,
    /// The hub itself: something that was due.
    Hub,
}

/// What was acted on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "what", content = "id")]
pub enum Subject {
    /// An event.
    Event(EventId),
    /// A registration at an event.
    Registration(EventId, RegistrationId),
    /// A story: its entry carries the day, not the time.
    Story(StoryId),
    /// An account at the desk.
    Staff(StaffId),
    /// A week.
    Week(WeekId),
    /// What somebody worried about.
    Concern(ConcernId),
}

/// One entry. Never changed, never removed before twelve months (quality-bar S-38).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntry {
    /// When; for stories the start of the day.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What they did, as a verb from the domain: `publish`, `decline`.
    pub act: String,
    /// To what.
    pub subject: Subject,
    /// The reason given at the desk, in words; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// With what it was brought in; nothing was done until all of that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brought: Option<ImportId>,
}

impl AuditEntry {
    /// An entry; for a story its time is cut to the day (I7).
    pub fn new(now: Timestamp, actor: Actor, act: impl Into<String>, subject: Subject) -> Self {
        let at = match subject {
            Subject::Story(_) => now.to_zoned(jiff::tz::TimeZone::UTC).start_of_day().map_or(now, |z| z.timestamp()),
            _ => now,
        };
        Self { at, actor, act: act.into(), subject, reason: String::new(), brought: None }
    }

    /// The same with a reason.
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = reason.into();
        self
    }

    /// The same, done together with the rest of an import.
    pub fn brought(mut self, with: ImportId) -> Self {
        self.brought = Some(with);
        self
    }
}

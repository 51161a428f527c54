//! The card that stands for an event in lists.

use jiff::{SignedDuration, Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{Audience, BookingType, Cost, EventKind, Format, InCalendars, Language, OpenTo, PublicState, Session};
use crate::access::AccessFact;
use crate::ids::{EventId, Slug};
use crate::nation::Nation;
use crate::region::Region;
use crate::time::local;

/// What lists, filters and search know of an event. Stored with one-letter names: a card stays under 700 bytes for
/// ordinary text (design, decision 5), so that a whole week is read in a few requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventCard {
    /// Its name in records: the UID of calendar files.
    #[serde(rename = "i")]
    pub id: EventId,
    /// Rises with each public change (iCalendar SEQUENCE).
    #[serde(rename = "v")]
    pub sequence: u32,
    /// When it changed last.
    #[serde(rename = "g")]
    pub changed: Timestamp,
    /// When it was first published, where it changed since; see [`EventCard::first_published`].
    #[serde(rename = "j", default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Timestamp>,
    /// Its address.
    #[serde(rename = "l")]
    pub slug: Slug,
    /// The title.
    #[serde(rename = "t")]
    pub title: String,
    /// Up to 40 words.
    #[serde(rename = "s")]
    pub summary: String,
    /// The host.
    #[serde(rename = "h")]
    pub host: String,
    /// Where the host is based.
    #[serde(rename = "n")]
    pub nation: Nation,
    /// The start of its first session; none is any time.
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Timestamp>,
    /// The end of its first session.
    #[serde(rename = "e", default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Timestamp>,
    /// The sessions after the first: each by how many minutes it begins after the start, and how many it is long.
    #[serde(rename = "w2", default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<(u32, u32)>,
    /// How the sessions are called in calendars.
    #[serde(rename = "ic", default, skip_serializing_if = "InCalendars::is_plain")]
    pub in_calendars: InCalendars,
    /// How people take part.
    #[serde(rename = "f")]
    pub format: Format,
    /// What kind.
    #[serde(rename = "k")]
    pub kind: EventKind,
    /// Where, in one line.
    #[serde(rename = "w")]
    pub place: String,
    /// The region, where there is a venue that anyone may know.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// The access facts answered with yes.
    #[serde(rename = "a", default)]
    pub access: Vec<AccessFact>,
    /// Whether the BSL interpreter comes only where somebody asks.
    #[serde(rename = "br", default, skip_serializing_if = "std::ops::Not::not")]
    pub bsl_on_request: bool,
    /// The last day to ask for one.
    #[serde(rename = "bd", default, skip_serializing_if = "Option::is_none")]
    pub bsl_by: Option<Date>,
    /// Free or not.
    #[serde(rename = "c")]
    pub cost: Cost,
    /// Whether expenses are paid.
    #[serde(rename = "x", default, skip_serializing_if = "std::ops::Not::not")]
    pub expenses: bool,
    /// How to book.
    #[serde(rename = "o")]
    pub booking: BookingType,
    /// Whether the hub takes registrations.
    #[serde(rename = "u", default, skip_serializing_if = "std::ops::Not::not")]
    pub through_hub: bool,
    /// Places; none is no limit.
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
    /// Listed, cancelled or postponed.
    #[serde(rename = "z")]
    pub state: PublicState,
    /// Whether its day, time, place or way to take part was changed.
    #[serde(rename = "mv", default, skip_serializing_if = "std::ops::Not::not")]
    pub moved: bool,
    /// Whether its host told what happened.
    #[serde(rename = "hp", default, skip_serializing_if = "std::ops::Not::not")]
    pub happened: bool,
    /// Whether there are materials.
    #[serde(rename = "mt", default, skip_serializing_if = "std::ops::Not::not")]
    pub materials: bool,
    /// Who may come.
    #[serde(rename = "m", default, skip_serializing_if = "OpenTo::is_public")]
    pub open_to: OpenTo,
    /// For whom it is; empty is not stated.
    #[serde(rename = "d", default, skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<Audience>,
    /// Spoken and signed; empty is not stated.
    #[serde(rename = "y", default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// The numbers of the week's questions that it answers.
    #[serde(rename = "q", default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<u8>,
}

impl EventCard {
    /// When it was first published. Cards of before this was kept say when they changed last.
    pub fn first_published(&self) -> Timestamp {
        self.published.unwrap_or(self.changed)
    }

    /// The day of its first session, on British clocks; none is any time.
    pub fn day(&self) -> Option<Date> {
        self.start.map(|start| local(start).date())
    }

    /// Its sessions in order of time; none for what has no time.
    pub fn sessions(&self) -> Vec<Session> {
        let Some((start, end)) = self.start.zip(self.end) else { return Vec::new() };
        let minutes = |n: u32| SignedDuration::from_mins(i64::from(n));
        let further = self.further.iter().map(|(after, long)| {
            let from = start + minutes(*after);
            Session { start: from, end: from + minutes(*long) }
        });
        [Session { start, end }].into_iter().chain(further).collect()
    }

    /// The address of its page.
    pub fn path(&self) -> String {
        format!("/events/{}", self.slug)
    }
}

/// Further sessions as a card keeps them; `all` are in order, the first among them.
pub(super) fn further(all: &[Session]) -> Vec<(u32, u32)> {
    let minutes = |from: Timestamp, to: Timestamp| u32::try_from(to.duration_since(from).as_mins()).unwrap_or_default();
    let Some((first, others)) = all.split_first() else { return Vec::new() };
    others.iter().map(|session| (minutes(first.start, session.start), minutes(session.start, session.end))).collect()
}

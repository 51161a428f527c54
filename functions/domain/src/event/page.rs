//! What of an event anyone may read.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{BookingType, Cost, EventCard, EventKind, Format, Published, Venue, When};
use crate::access::{AccessAnswer, YesNo};
use crate::choices;
use crate::ids::{EventId, Slug};
use crate::link::SafeUrl;
use crate::nation::Nation;
use crate::week::WeekId;

choices! {
    /// How a published event stands.
    PublicState {
        Listed = "listed", "Listed";
        Cancelled = "cancelled", "Cancelled";
    }
}

/// An event's public page: every field here is public, and no other field of an event is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventPage {
    /// Its name in records; appears in calendars as part of the UID.
    pub id: EventId,
    /// Its address.
    pub slug: Slug,
    /// Its week.
    pub week: WeekId,
    /// Listed or cancelled.
    pub state: PublicState,
    /// What the host says about the cancellation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancel_words: Option<String>,
    /// The title.
    pub title: String,
    /// Up to 40 words.
    pub summary: String,
    /// Markdown.
    pub description: String,
    /// What kind.
    pub kind: EventKind,
    /// The host.
    pub host: String,
    /// Where the host is based.
    pub nation: Nation,
    /// Whom to ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enquiries: Option<String>,
    /// When.
    pub when: When,
    /// How people take part.
    pub format: Format,
    /// The venue, unless its address is private.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<Venue>,
    /// Whether there is a venue whose address only people who hold a place learn.
    #[serde(default)]
    pub venue_private: bool,
    /// What people need to join online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
    /// Where to watch or read it at any time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watch_link: Option<SafeUrl>,
    /// All access facts.
    pub access: Vec<AccessAnswer>,
    /// How to book.
    pub booking: BookingType,
    /// Whether the hub takes registrations.
    pub through_hub: bool,
    /// The host's own booking page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booking_link: Option<SafeUrl>,
    /// Places; none is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
    /// Free or not.
    pub cost: Cost,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_note: Option<String>,
    /// Which expenses are paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expenses: Option<String>,
    /// When it was published.
    pub published: Timestamp,
    /// When it changed last.
    pub changed: Timestamp,
    /// Rises with each change.
    pub sequence: u32,
}

impl EventPage {
    /// Takes over what is public, and drops the rest: contact, joining details, a private address.
    pub fn new(id: &EventId, published: &Published, state: PublicState, cancel_words: Option<String>) -> Self {
        let d = &published.details;
        let venue_private = d.place.venue.as_ref().is_some_and(|v| v.private);
        Self {
            id: id.clone(),
            slug: published.slug.clone(),
            week: d.week,
            state,
            cancel_words,
            title: d.about.title.clone(),
            summary: d.about.summary.clone(),
            description: d.about.description.clone(),
            kind: d.about.kind,
            host: d.host.name.clone(),
            nation: d.host.nation,
            enquiries: d.host.enquiries.clone(),
            when: d.when.clone(),
            format: d.place.format,
            venue: d.place.venue.clone().filter(|v| !v.private),
            venue_private,
            platform: d.place.platform.clone(),
            watch_link: d.place.watch_link.clone(),
            access: d.access.clone(),
            booking: d.booking.kind,
            through_hub: d.booking.through_hub(),
            booking_link: d.booking.link.clone(),
            capacity: d.booking.numbers.capacity,
            cost: d.booking.cost,
            cost_note: d.booking.cost_note.clone(),
            expenses: d.booking.expenses.clone(),
            published: published.at,
            changed: published.changed,
            sequence: published.sequence,
        }
    }

    /// Its address.
    pub fn path(&self) -> String {
        format!("/events/{}", self.slug)
    }

    /// Where it is, in one line.
    pub fn where_words(&self) -> String {
        let room = match &self.venue {
            Some(v) => Some(format!("{}, {}", v.name, v.postcode)),
            None if self.venue_private => Some("Address given when you book".to_owned()),
            None => None,
        };
        match (self.format, room) {
            (Format::Hybrid, Some(room)) => format!("{room}, and online"),
            (Format::InPerson, Some(room)) => room,
            (format, _) => format.words().to_owned(),
        }
    }

    /// The card that lists show.
    pub fn card(&self) -> EventCard {
        EventCard {
            id: self.id.clone(),
            sequence: self.sequence,
            changed: self.changed,
            slug: self.slug.clone(),
            title: self.title.clone(),
            summary: self.summary.clone(),
            host: self.host.clone(),
            nation: self.nation,
            start: self.when.start(),
            end: self.when.end(),
            format: self.format,
            kind: self.kind,
            place: self.where_words().chars().take(90).collect(),
            access: self.access.iter().filter(|a| a.answer == YesNo::Yes).map(|a| a.fact).collect(),
            cost: self.cost,
            expenses: self.expenses.is_some(),
            booking: self.booking,
            through_hub: self.through_hub,
            capacity: self.capacity,
            state: self.state,
        }
    }
}

//! What of an event anyone may read.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::card::further;
use super::{
    BookingType, BslHow, Cost, Enquiries, EventCard, EventKind, Format, InCalendars, Interpreting, More, Moved, OpenTo, Preparing, Published, Venue,
    When,
};
use crate::access::{AccessAnswer, YesNo};
use crate::choices;
use crate::ids::{EventId, Slug};
use crate::link::SafeUrl;
use crate::nation::Nation;
use crate::region::Region;
use crate::week::WeekId;

choices! {
    /// How a published event stands.
    PublicState {
        Listed = "listed", "Listed";
        Cancelled = "cancelled", "Cancelled";
        Postponed = "postponed", "Postponed";
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
    /// Listed, cancelled or postponed.
    pub state: PublicState,
    /// What the host says about the cancellation or the postponement.
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
    /// All hosts as a sentence says them, none before another: "A, B and C".
    pub host: String,
    /// Each host by itself, where there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
    /// Where the host is based.
    pub nation: Nation,
    /// Whom to ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enquiries: Option<Enquiries>,
    /// When.
    pub when: When,
    /// How its sessions are called in calendars.
    #[serde(default, skip_serializing_if = "InCalendars::is_plain")]
    pub in_calendars: InCalendars,
    /// Why it is not in its week, where it isn't.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside: Option<String>,
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
    /// Who helps to try that out before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform_help: Option<String>,
    /// Where to watch or read it at any time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watch_link: Option<SafeUrl>,
    /// All access facts.
    pub access: Vec<AccessAnswer>,
    /// BSL and captions, more exactly.
    #[serde(default, skip_serializing_if = "Interpreting::is_empty")]
    pub interpreting: Interpreting,
    /// What lets people prepare.
    #[serde(default, skip_serializing_if = "Preparing::is_empty")]
    pub preparing: Preparing,
    /// Who may come.
    #[serde(default, skip_serializing_if = "OpenTo::is_public")]
    pub open_to: OpenTo,
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
    /// Whether people are paid for their part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_involvement: Option<String>,
    /// What may be left out.
    #[serde(default, skip_serializing_if = "More::is_empty")]
    pub more: More,
    /// The last change of day, time, place or way to take part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<Moved>,
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
            host: d.host.words(),
            hosts: if d.host.cohosts.is_empty() { Vec::new() } else { d.host.all().into_iter().map(str::to_owned).collect() },
            nation: d.host.nation,
            enquiries: d.host.enquiries.clone(),
            when: d.when.clone(),
            in_calendars: InCalendars::default(),
            outside: d.outside.clone(),
            format: d.place.format,
            venue: d.place.venue.clone().filter(|v| !v.private),
            venue_private,
            platform: d.place.platform.clone(),
            platform_help: d.place.platform_help.clone(),
            watch_link: d.place.watch_link.clone(),
            access: d.access.clone(),
            interpreting: d.interpreting.clone(),
            preparing: d.preparing.clone(),
            open_to: d.booking.open_to,
            booking: d.booking.kind,
            through_hub: d.booking.through_hub(),
            booking_link: d.booking.link.clone(),
            capacity: d.booking.numbers.capacity,
            cost: d.booking.cost,
            cost_note: d.booking.cost_note.clone(),
            expenses: d.booking.expenses.clone(),
            paid_involvement: d.booking.paid_involvement.clone(),
            more: d.more.clone(),
            moved: published.moved.clone(),
            published: published.at,
            changed: published.changed,
            sequence: published.sequence,
        }
    }

    /// Its address.
    pub fn path(&self) -> String {
        format!("/events/{}", self.slug)
    }

    /// Every host by itself.
    pub fn each_host(&self) -> Vec<&str> {
        if self.hosts.is_empty() { vec![self.host.as_str()] } else { self.hosts.iter().map(String::as_str).collect() }
    }

    /// All hosts in a line of at most 160 characters: a card is small.
    fn hosts_in_short(&self) -> String {
        match &self.hosts[..] {
            [first, others @ ..] if self.host.chars().count() > 160 => {
                format!("{first} and {}", crate::text::counted(others.len() as u64, "other host", "other hosts"))
            }
            _ => self.host.clone(),
        }
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
        let sessions = self.when.sessions();
        EventCard {
            id: self.id.clone(),
            sequence: self.sequence,
            changed: self.changed,
            published: (self.published != self.changed).then_some(self.published),
            slug: self.slug.clone(),
            title: self.title.clone(),
            summary: self.summary.clone(),
            host: self.hosts_in_short(),
            nation: self.nation,
            start: sessions.first().map(|session| session.start),
            end: sessions.first().map(|session| session.end),
            further: further(&sessions),
            in_calendars: self.in_calendars.clone(),
            format: self.format,
            kind: self.kind,
            place: self.where_words().chars().take(90).collect(),
            region: self.venue.as_ref().and_then(|venue| Region::of_postcode(&venue.postcode)),
            access: self.access.iter().filter(|a| a.answer == YesNo::Yes).map(|a| a.fact).collect(),
            bsl_on_request: self.interpreting.bsl == Some(BslHow::OnRequest),
            bsl_by: self.interpreting.bsl_by,
            cost: self.cost,
            expenses: self.expenses.is_some(),
            booking: self.booking,
            through_hub: self.through_hub,
            capacity: self.capacity,
            state: self.state,
            moved: self.moved.is_some(),
            happened: self.more.happened.is_some(),
            materials: !self.more.resources.is_empty(),
            open_to: self.open_to,
            audience: self.more.audience.clone(),
            languages: self.more.languages.clone(),
            questions: self.more.questions.clone(),
        }
    }
}

//! Events as calendar files (RFC 5545). One builder, so that a mail, a private page and the public calendar give the same
//! event under the same UID, and a later file replaces an earlier one (quality-bar S-26).
//!
//! Nothing private goes in: calendars are shared, synchronised and read by other programs.

use domain::event::{EventCard, EventPage, PublicState, When};
use domain::ids::EventId;
use domain::text::clean;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use jiff::Timestamp;

/// What a calendar file says of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventParts {
    /// `{event id}@{host}`; never changes.
    pub uid: String,
    /// Rises with each public change.
    pub sequence: u32,
    /// When the public words changed last.
    pub changed: Timestamp,
    /// The start.
    pub start: Timestamp,
    /// The end.
    pub end: Timestamp,
    /// The title as typed.
    pub title: String,
    /// A few sentences.
    pub summary: String,
    /// Where, in one line.
    pub place: String,
    /// The whole public address of its page.
    pub address: String,
    /// What kind of event, in a word.
    pub kind: String,
    /// Whether it takes place.
    pub state: PublicState,
}

impl EventParts {
    /// From what is public of an event; none for one that has no time. `origin` is the hub's own, `https://host`.
    pub fn of(page: &EventPage, origin: &str) -> Option<Self> {
        let When::Timed { start, end, .. } = page.when else { return None };
        Some(Self {
            uid: uid(&page.id, origin),
            sequence: page.sequence,
            changed: page.changed,
            start,
            end,
            title: page.title.clone(),
            summary: page.summary.clone(),
            place: page.where_words(),
            address: format!("{origin}{}", page.path()),
            kind: page.kind.words().to_owned(),
            state: page.state,
        })
    }
}

impl EventParts {
    /// From a list's card; none for one that has no time.
    pub fn of_card(card: &EventCard, origin: &str) -> Option<Self> {
        Some(Self {
            uid: uid(&card.id, origin),
            sequence: card.sequence,
            changed: card.changed,
            start: card.start?,
            end: card.end?,
            title: card.title.clone(),
            summary: card.summary.clone(),
            place: card.place.clone(),
            address: format!("{origin}{}", card.path()),
            kind: card.kind.words().to_owned(),
            state: card.state,
        })
    }
}

/// The media type of a calendar file.
pub const CONTENT_TYPE: &str = "text/calendar; charset=utf-8; method=PUBLISH";

/// An event's one name in every calendar, feed and file (RFC 5545 §3.8.4.7).
pub fn uid(id: &EventId, origin: &str) -> String {
    format!("{id}@{}", host(origin))
}

/// The host of an origin, without its port: `hub.example.org`.
pub fn host(origin: &str) -> &str {
    let rest = origin.split_once("://").map_or(origin, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

/// One event as a file.
pub fn event_ics(parts: &EventParts) -> String {
    calendar_ics(None, std::slice::from_ref(parts))
}

/// Many events as a calendar, named where a name is given.
pub fn calendar_ics(name: Option<&str>, events: &[EventParts]) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Co-production Week Hub//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    if let Some(name) = name {
        calendar.append_property(Property::new("X-WR-CALNAME", one_line(name)));
        // The library writes a text it doesn't know as it is.
        calendar.append_property(Property::new("NAME", one_line(name).replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")));
        // Programs that listen to it ask each hour (RFC 7986 §5.7, and the older word for it). Google doesn't.
        calendar.append_property(Property::new("REFRESH-INTERVAL", "PT1H").add_parameter("VALUE", "DURATION").done());
        calendar.append_property(Property::new("X-PUBLISHED-TTL", "PT1H"));
    }
    calendar.extend(events.iter().map(event));
    calendar.to_string()
}

fn event(parts: &EventParts) -> Event {
    let title = one_line(&parts.title);
    let mut event = Event::new();
    event
        .uid(&parts.uid)
        .add_property("DTSTAMP", utc(parts.changed))
        .add_property("LAST-MODIFIED", utc(parts.changed))
        .add_property("DTSTART", utc(parts.start))
        .add_property("DTEND", utc(parts.end))
        .sequence(parts.sequence)
        .summary(&match parts.state {
            PublicState::Listed => title,
            PublicState::Cancelled => format!("CANCELLED: {title}"),
            PublicState::Postponed => format!("POSTPONED: {title}"),
        })
        .description(&format!("{}\n\n{}", text(&parts.summary), parts.address))
        .location(&one_line(&parts.place))
        .url(&parts.address)
        .add_property("CATEGORIES", one_line(&parts.kind))
        .status(match parts.state {
            PublicState::Listed => EventStatus::Confirmed,
            PublicState::Cancelled => EventStatus::Cancelled,
            // The day stands there still, and is not to be relied on.
            PublicState::Postponed => EventStatus::Tentative,
        });
    event.done()
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// What a text may hold: no control character but the line feed, which the library writes as `\n`.
fn text(typed: &str) -> String {
    clean(typed).replace('\t', " ")
}

fn one_line(typed: &str) -> String {
    domain::text::one_line(typed)
}

#[cfg(test)]
#[path = "ics/tests.rs"]
mod tests;

//! Events as calendar files (RFC 5545). One builder, so that a mail, a private page and the public calendar give the same
//! event under the same UID, and a later file replaces an earlier one (quality-bar S-26).
//!
//! Nothing private goes in: calendars are shared, synchronised and read by other programs.

use domain::event::{EventCard, EventPage, PublicState, Session, TakenOut};
use domain::ids::EventId;
use domain::text::clean;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use jiff::Timestamp;

/// What a calendar file says of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventParts {
    /// `{event id}@{host}`; never changes. Of a further session `{event id}-{number}@{host}`, which stays with it too.
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
    /// From what is public of an event, one for each session and each that was taken out; none for an event that has no time. `origin` is the hub's own,
    /// `https://host`.
    pub fn of(page: &EventPage, origin: &str) -> Vec<Self> {
        Self::of_card(&EventCard { summary: page.summary.clone(), place: page.where_words(), ..page.card() }, origin)
    }

    /// From a list's card, one for each session and each that was taken out; none for one that has no time.
    pub fn of_card(card: &EventCard, origin: &str) -> Vec<Self> {
        let sessions = card.sessions();
        let many = sessions.len();
        let one = |(n, session): (usize, &Session)| Self {
            title: if many > 1 { format!("{} (session {} of {many})", card.title, n + 1) } else { card.title.clone() },
            ..Self::on(card, *session, card.in_calendars.number(n), origin)
        };
        let taken_out = |gone: &TakenOut| Self {
            title: format!("{} (this session was taken out)", card.title),
            summary: "This session was taken out. The event’s page says when it takes place.".into(),
            state: PublicState::Cancelled,
            ..Self::on(card, gone.session, gone.number, origin)
        };
        sessions.iter().enumerate().map(one).chain(card.in_calendars.taken_out.iter().map(taken_out)).collect()
    }

    /// What a card says, for one session under its number.
    fn on(card: &EventCard, session: Session, number: u16, origin: &str) -> Self {
        Self {
            uid: session_uid(&card.id, number, origin),
            sequence: card.sequence,
            changed: card.changed,
            start: session.start,
            end: session.end,
            title: card.title.clone(),
            summary: card.summary.clone(),
            place: card.place.clone(),
            address: format!("{origin}{}", card.path()),
            kind: card.kind.words().to_owned(),
            state: card.state,
        }
    }
}

/// The media type of a calendar file.
pub const CONTENT_TYPE: &str = "text/calendar; charset=utf-8; method=PUBLISH";

/// An event's one name in every calendar, feed and file (RFC 5545 §3.8.4.7).
pub fn uid(id: &EventId, origin: &str) -> String {
    format!("{id}@{}", host(origin))
}

/// The name of one session by its number. Number 1 has the event's own; each is an entry of its own, because programs differ in what
/// they make of dates that repeat without a rule.
fn session_uid(id: &EventId, number: u16, origin: &str) -> String {
    match number {
        1 => uid(id, origin),
        n => format!("{id}-{n}@{}", host(origin)),
    }
}

/// The host of an origin, without its port: `hub.example.org`.
pub fn host(origin: &str) -> &str {
    let rest = origin.split_once("://").map_or(origin, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

/// One event as a file, with all its sessions; none for an event that has no time.
pub fn event_ics(page: &EventPage, origin: &str) -> Option<String> {
    let parts = EventParts::of(page, origin);
    (!parts.is_empty()).then(|| calendar_ics(None, &parts))
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

//! A change that a host proposes to a published event. The published words stay as they are until a coordinator approves others (I8).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Booking, EventPage, EventRecord};
use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;

/// What stays as it was published: the host's confirmed address, and what people have booked by. The number of places is changed
/// where the bookings are.
const FIXED: [&str; 6] = ["contact_email", "booking", "capacity", "online_capacity", "kept_back", "kept_days"];

/// What a host would have in place of what is published.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The whole form, as typed.
    pub answers: Answers,
    /// Since when it waits at the desk; none while its host works on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Timestamp>,
}

/// A change of day, time, place or way to take part: everybody who registered is told, and the page says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The event's version that it came with.
    pub sequence: u32,
    /// When.
    pub at: Timestamp,
    /// What is another now.
    pub lines: Vec<MovedLine>,
    /// When it was to start before its day or time was changed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_start: Option<Timestamp>,
}

choices! {
    /// What everybody who registered is told of.
    MovedWhat {
        When = "when", "When";
        Format = "format", "How people take part";
        Where = "where", "Where";
    }
}

/// One thing that is another now, in public words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedLine {
    /// What.
    pub what: MovedWhat,
    /// As it was.
    pub before: String,
    /// As it is.
    pub after: String,
}

impl EventRecord {
    /// Whether its host may type: before it is published, or into a change that was not sent yet.
    pub fn is_editable(&self) -> bool {
        self.state.is_editable() || self.open_change().is_some()
    }

    /// The change that its host works on.
    pub fn open_change(&self) -> Option<&Change> {
        self.change.as_ref().filter(|change| change.sent.is_none() && self.state.goes_ahead())
    }

    /// The change that waits at the desk.
    pub fn sent_change(&self) -> Option<&Change> {
        self.change.as_ref().filter(|change| change.sent.is_some() && self.state.goes_ahead())
    }

    /// What its host types into: the change, where one was begun, else the event.
    pub fn working(&self) -> &Answers {
        self.change.as_ref().map_or(&self.answers, |change| &change.answers)
    }

    /// As [`EventRecord::working`], to be written.
    pub fn working_mut(&mut self) -> &mut Answers {
        match &mut self.change {
            Some(change) => &mut change.answers,
            None => &mut self.answers,
        }
    }

    /// The whole form as it would be after the change; what can't be changed this way is as it was.
    pub fn proposed(&self) -> Answers {
        let mut proposed = self.working().clone();
        proposed.take(&FIXED, &self.answers);
        proposed
    }

    /// What is wrong with the change of how people book: whether they book here stays as it was published, because people have places
    /// here, or have none.
    pub fn booking_errors(&self) -> Errors {
        let mut errors = Errors::default();
        let Some(published) = self.published.as_ref().filter(|_| self.change.is_some()) else { return errors };
        let Ok(booking) = Booking::parse(&self.proposed()) else { return errors };
        match (published.details.booking.through_hub(), booking.through_hub()) {
            (true, false) if booking.link.is_some() => errors.add("booking_link", "People book here already, so leave this empty"),
            (true, false) => errors.add("open_to", "People book here already, so choose somebody who can book"),
            (false, true) => errors.add("booking_link", "Enter your own booking page. People don’t book this event here"),
            _ => {}
        }
        errors
    }

    /// What of day, time, place and way to take part is another than it was, in words that anybody may read. A private address
    /// says only that it is another; one that everyone could see and that is private from now on is said by neither of its names.
    pub fn moved_from(&self, before: &EventRecord) -> Vec<MovedLine> {
        let (Some(was), Some(is)) = (before.page(), self.page()) else { return Vec::new() };
        let line = |what: MovedWhat, before: String, after: String| MovedLine { what, before, after };
        let mut lines = Vec::new();
        if was.when_words() != is.when_words() {
            lines.push(line(MovedWhat::When, was.when_words(), is.when_words()));
        }
        if was.format != is.format {
            lines.push(line(MovedWhat::Format, was.format.words().into(), is.format.words().into()));
        }
        match (whereabouts(&was), whereabouts(&is)) {
            _ if is.venue_private && was.venue.is_some() => {
                lines.push(line(MovedWhat::Where, "An address that everyone could see".into(), is.where_words()));
            }
            (old, new) if old != new => lines.push(line(MovedWhat::Where, old, new)),
            _ if room(before) != room(self) => {
                lines.push(line(MovedWhat::Where, "The address you were given".into(), "Another address, for people who have a place".into()));
            }
            _ => {}
        }
        lines
    }
}

fn whereabouts(page: &EventPage) -> String {
    match &page.venue {
        Some(venue) => format!("{}, {}, {}", venue.name, venue.address.replace('\n', ", "), venue.postcode),
        None => page.where_words(),
    }
}

fn room(record: &EventRecord) -> Option<[&String; 3]> {
    let venue = record.published.as_ref()?.details.place.venue.as_ref()?;
    Some([&venue.name, &venue.address, &venue.postcode])
}

//! What is stored about a person, record by record, under the names that `docs/data-map.md` gives the attributes.

use domain::event::EventPage;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use store::registrations::{KeptNeeds, Stored, TurnAt};
use store::returned::{KEPT, Mark};
use web::Problem;

/// The section of mail that came back.
pub(super) const MAIL: &str = "mail_came_back";

/// One booking.
pub(super) struct Booking {
    /// The event, as everybody may read it.
    pub page: EventPage,
    /// The booking.
    pub stored: Stored,
    /// What would help, while it is kept.
    pub needs: Option<KeptNeeds>,
}

/// Everything held about somebody.
pub(super) struct Everything {
    /// At every event.
    pub bookings: Vec<Booking>,
    /// That mail to their address came back.
    pub mail: Option<Mark>,
}

/// The records of one booking, each with the name of its section.
pub(super) fn records(of: &Booking) -> Result<Vec<(&'static str, Value)>, Problem> {
    let mut all = vec![("registration", value(&of.stored)?)];
    if let Some(turn) = TurnAt::of(&of.stored) {
        all.push(("waiting_list", value(&turn)?));
    }
    if let Some(kept) = &of.needs {
        let mut needs = value(kept)?;
        needs["expires"] = kept.kept_until.as_second().into();
        all.push(("access", needs));
    }
    if !of.stored.contacts.is_empty() {
        // Each of its codes leads to the same.
        all.push(("known_by", json!({ "registration": of.stored.record.id })));
    }
    Ok(all)
}

/// The record that mail came back.
pub(super) fn mail(mark: Mark) -> Value {
    json!({ "at": mark.at, "why": mark.why, "expires": (mark.at + KEPT).as_second() })
}

fn value(record: &impl Serialize) -> Result<Value, Problem> {
    serde_json::to_value(record).map_err(|_| Problem::Fault)
}

impl Everything {
    /// As a file, made at `now` by the hub at `origin`.
    pub fn as_json(&self, now: Timestamp, origin: &str) -> Result<String, Problem> {
        let mut bookings = Vec::new();
        for booking in &self.bookings {
            let page = &booking.page;
            let mut one = json!({
                "event": {
                    "title": page.title,
                    "when": page.when_words(),
                    "where": page.where_words(),
                    "host": page.host,
                    "address": format!("{origin}{}", page.path()),
                },
            });
            for (section, record) in records(booking)? {
                one[section] = record;
            }
            bookings.push(one);
        }
        let mut all = json!({ "made": now, "hub": origin, "bookings": bookings });
        all[MAIL] = self.mail.map_or(Value::Null, mail);
        serde_json::to_string_pretty(&all).map_err(|_| Problem::Fault)
    }
}

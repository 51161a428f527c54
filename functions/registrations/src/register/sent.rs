//! After sending. What the screen says depends on what was typed and on whether there was room, never on whether the person was
//! known: the mail tells that, to whoever owns the address.

use axum::http::StatusCode;
use axum::response::Response;
use domain::answers::Answers;
use domain::event::EventPage;
use frontend::components::Link;
use frontend::pages::register::{Sent, sent};
use serde::Deserialize;
use store::registrations::{Got, Registered};
use web::{Purpose, grants, private_page, see_other};

use crate::{State, events, shell};

/// What the address of the page says. Nothing in it is private.
#[derive(Debug, Deserialize)]
pub(crate) struct Where {
    sent: Option<String>,
    booking: Option<String>,
}

impl Where {
    /// What was got, if the page is the one after sending.
    pub fn got(&self) -> Option<Got> {
        match self.sent.as_deref() {
            Some("place") => Some(Got::Place),
            Some("waiting") => Some(Got::Turn),
            _ => None,
        }
    }
}

/// Leads to the page. Somebody without an address gets a grant for their new booking: no mail can carry their link.
pub(super) fn onward(state: &State, event: &EventPage, answers: &Answers, result: &Registered) -> Response {
    let word = if result.got == Got::Place { "place" } else { "waiting" };
    let path = format!("{}/register?sent={word}", event.path());
    if answers.has("email") {
        return see_other(&path);
    }
    let id = format!("{}.{}", event.id, result.registration);
    let onward = see_other(&format!("{path}&booking={id}"));
    // A decoy gets the same cookie; it opens nothing.
    grants::with(onward, state.context.grant(Purpose::Registration, &id, 1))
}

/// The page.
pub(super) fn page(state: &State, event: &EventPage, got: Got, at: &Where) -> Response {
    let booking = at.booking.as_deref().and_then(crate::manage::parse_id).map(|_| at.booking.clone().unwrap_or_default());
    let (heading, next) = words(got, booking.is_none());
    let mut ways_on = Vec::new();
    ways_on.extend(booking.map(|id| Link::new("See, change or cancel your booking", format!("/manage/registration/{id}"))));
    ways_on.extend(event.when.start().map(|_| Link::new("Add the event to your calendar (.ics file)", format!("{}.ics", event.path()))));
    ways_on.push(Link::new("Back to the event", event.path()));
    let next = next.iter().map(|line| (*line).to_owned()).collect();
    let page = Sent { event: events::line(event), heading: heading.into(), next, ways_on };
    private_page(&state.context, StatusCode::OK, shell::of_week(event.week, format!("{heading} - {}", event.title), false), || sent(page))
}

fn words(got: Got, by_mail: bool) -> (&'static str, &'static [&'static str]) {
    match (got, by_mail) {
        (Got::Place, true) => (
            "Check your email",
            &[
                "We hold a place for you. We sent a link to the address you gave. Press the button behind it within two hours, and the place is yours.",
                "If you don’t, the place goes to somebody else.",
                "Nothing came? Look in the folder for unwanted email. You can also ask for your link again.",
            ],
        ),
        (Got::Turn, true) => (
            "Check your email",
            &[
                "The event is full, so you join the waiting list. We sent a link to the address you gave. Press the button behind it within two hours to keep your turn.",
                "When places come free, they are offered to the first person or group that they are enough for. We write to you when it is your turn.",
                "Nothing came? Look in the folder for unwanted email. You can also ask for your link again.",
            ],
        ),
        (Got::Place, false) => (
            "You have a place",
            &[
                "You gave no email address, so we can’t write to you. Open your booking below and keep its private link. You need it to change or cancel your booking.",
                "If you registered with this phone number before, your first booking stands.",
            ],
        ),
        (Got::Turn, false) => (
            "You are on the waiting list",
            &[
                "When places come free, they are offered to the first person or group that they are enough for. The host calls you when it is your turn.",
                "Open your booking below and keep its private link. You need it to change or cancel your booking.",
                "If you registered with this phone number before, your first booking stands.",
            ],
        ),
    }
}

//! What stands in the way of a registration, as pages with a way on (quality-bar A-22: full, closed, over are pages, not errors).

use domain::event::EventPage;
use domain::registration::{Places, RegistrationState};
use frontend::components::Link;
use jiff::Timestamp;
use store::registrations::RegistrationError;
use web::Problem;

/// A page that says how things stand.
pub(crate) fn not_now(heading: &str, words: &str, way_on: Option<(&str, String)>) -> Problem {
    Problem::NotNow { heading: heading.into(), words: words.into(), way_on: way_on.map(|(label, href)| (label.into(), href)), demonstration: false }
}

/// Whether the hub takes registrations for an event now; otherwise the page that says why not.
pub(crate) fn open_for(event: &EventPage, places: Option<Places>, now: Timestamp) -> Result<Places, Problem> {
    let page = || Some(("See the event’s page", event.path()));
    if event.state == domain::event::PublicState::Cancelled {
        return Err(not_now("This event was cancelled", "No bookings are taken. The event’s page says more.", page()));
    }
    if !event.through_hub {
        return Err(match &event.booking_link {
            Some(link) => {
                let way_on = Some(("Go to the host’s booking page", link.as_str().to_owned()));
                not_now("You book this event with its host", "The host takes bookings on a page of their own.", way_on)
            }
            None => not_now("You don’t need to book here", "The event’s page says how to come.", page()),
        });
    }
    if event.is_postponed() {
        return Err(not_now("This event is postponed", "There is no new date yet. Once there is one, you can register here.", page()));
    }
    if event.when.end().is_some_and(|end| end <= now) {
        return Err(not_now("This event is over", "You can still read about it.", page()));
    }
    if event.when.start().is_some_and(|start| start <= now) {
        return Err(not_now("This event has started", "No more bookings are taken. The event’s page says whom to ask.", page()));
    }
    if places.as_ref().is_some_and(|p| p.open && !p.takes_bookings()) {
        let words = "The host has changed how people take part. Until everybody is brought over, nobody new can book. Try again in a few minutes.";
        return Err(not_now("Booking opens again soon", words, page()));
    }
    places.filter(|p| p.open).ok_or_else(|| not_now("Booking is closed", "The event’s page says whom to ask.", page()))
}

/// What an act of the host met: said of somebody else, with the way back to where they came from.
pub(crate) fn of_host(error: RegistrationError, back: &Link) -> Problem {
    let not_now = |heading: &str, words: &str| not_now(heading, words, Some((&back.label, back.href.clone())));
    match error {
        RegistrationError::NoRoom => not_now("There is no free place", "Raise the number of places first, or wait until one comes free."),
        RegistrationError::TooLate => not_now("The time ran out", "The place went to the next person. They can join the waiting list again."),
        RegistrationError::Closed => not_now("Booking is closed", "Open booking first. Nothing was changed."),
        RegistrationError::EventCancelled => not_now("This event was cancelled", "Nothing was changed."),
        RegistrationError::NotNow(state) => {
            let words = format!("Their booking can’t be changed in that way now. It stands like this: {}.", of_them(state));
            not_now("Nothing was changed", &words)
        }
        RegistrationError::FormUsed | RegistrationError::Unknown | RegistrationError::Store(_) => of(error, &back.href),
    }
}

/// A place can be offered by hand only before the event begins.
pub(crate) fn no_more_offers(back: &Link) -> Problem {
    let words = "Places are offered until an event begins, and none of one that was cancelled. Nothing was changed.";
    not_now("No place can be offered now", words, Some((&back.label, back.href.clone())))
}

/// How somebody's registration stands, said to its host.
fn of_them(state: RegistrationState) -> &'static str {
    match state {
        RegistrationState::Unconfirmed => "a place is held until they confirm their email address",
        RegistrationState::Confirmed => "they have a place",
        RegistrationState::Waiting => "they are on the waiting list",
        RegistrationState::Offered => "a place is held for them",
        RegistrationState::Cancelled => "it is cancelled",
        RegistrationState::Lapsed => "their time ran out",
        RegistrationState::Declined => "they turned the place down",
    }
}

/// What an act on a registration met.
pub(crate) fn of(error: RegistrationError, event_path: &str) -> Problem {
    let event = || Some(("See the event’s page", event_path.to_owned()));
    match error {
        RegistrationError::FormUsed => Problem::FormUsed,
        RegistrationError::Closed => not_now("Booking is closed", "Nothing was changed. The event’s page says whom to ask.", event()),
        RegistrationError::EventCancelled => not_now("This event was cancelled", "Nothing was booked. The event’s page says more.", event()),
        RegistrationError::NoRoom => {
            let words = "Too few places are free for that, or somebody on the waiting list comes first. Your booking stays as it was.";
            not_now("There is no room for that now", words, event())
        }
        RegistrationError::Unknown => Problem::LinkUnknown,
        RegistrationError::TooLate => {
            not_now("The time ran out", "The place went back, so that somebody else can come. You can register again.", event())
        }
        RegistrationError::NotNow(state) => {
            let words = format!("This booking can’t be changed in that way now. It stands like this: {}.", state.words().to_lowercase());
            not_now("Nothing was changed", &words, event())
        }
        RegistrationError::Store(error) => error.into(),
    }
}

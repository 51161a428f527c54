//! Finding the event that a page is about, and what pages say of it.

use axum::response::Response;
use domain::event::{EventPage, Format};
use domain::ids::Slug;
use domain::registration::{Party, Way};
use frontend::pages::register::EventLine;
use store::public::AtAddress;
use web::{Problem, see_other};

use crate::State;

/// An event by its address, or the way to where it moved.
pub(crate) async fn at(state: &State, slug: &str, below: &str) -> Result<Result<Box<EventPage>, Response>, Problem> {
    let slug = Slug::parse(slug).ok_or(Problem::NotFound)?;
    match state.public.event(&slug).await? {
        Some(AtAddress::Page(page)) => Ok(Ok(page)),
        Some(AtAddress::Moved { to }) => Ok(Err(see_other(&format!("/events/{to}{below}")))),
        Some(AtAddress::Gone) => Err(Problem::Gone),
        None => Err(Problem::NotFound),
    }
}

/// How pages name it.
pub(crate) fn line(event: &EventPage) -> EventLine {
    EventLine { title: event.title.clone(), when: event.when_words(), place: event.where_words(), href: event.path() }
}

/// For how many, and that they take part online where others come.
pub(crate) fn party(event: &EventPage, party: &Party) -> String {
    match is_online(event, party) {
        true => format!("{}. {}", party.words(), party.way.words()),
        false => party.words(),
    }
}

/// Whether they take part online where others come.
pub(crate) fn is_online(event: &EventPage, party: &Party) -> bool {
    event.format == Format::Hybrid && party.way == Way::Online
}

//! Finding the event that a page is about.

use axum::response::Response;
use domain::event::EventPage;
use domain::ids::Slug;
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

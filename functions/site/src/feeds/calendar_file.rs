//! Calendar files, for one event and for a filter (conventions.md §5a).

use axum::extract::{Path, RawQuery, State as From};
use axum::http::HeaderMap;
use domain::calendar::Filter;
use domain::event::EventPage;
use web::ics::{self, EventParts};
use web::{Answer, Problem, file_unless_known};

use crate::calendar::query;
use crate::links;
use crate::state::State;

/// One event as a calendar file; an event without a time has none.
pub fn event_file(state: &State, asked: &HeaderMap, event: &EventPage) -> Answer {
    let text = ics::event_ics(event, &state.context.settings().origin).ok_or(Problem::NotFound)?;
    Ok(file_unless_known(&state.context, asked, ics::CONTENT_TYPE, &format!("{}.ics", event.slug), text))
}

/// The events that answer a filter as a calendar file, in order of time. Programs ask for it again and again, so it says whether
/// it changed.
pub async fn calendar_file(
    From(state): From<State>,
    Path((nation, year)): Path<(String, String)>,
    RawQuery(raw): RawQuery,
    asked: HeaderMap,
) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let filter = Filter::parse(&query(raw.as_deref()));
    let entries: Vec<EventParts> = cards.found(&filter).flat_map(|card| EventParts::of_card(card, &state.context.settings().origin)).collect();
    let mut name = format!("Co-production Week: {}", links::week_name(&week));
    if !filter.is_empty() {
        name = format!("{name}: {}", filter.words().join(", "));
    }
    let text = ics::calendar_ics(Some(&name), &entries);
    Ok(file_unless_known(&state.context, &asked, ics::CONTENT_TYPE, "co-production-week.ics", text))
}

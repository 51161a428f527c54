//! The events that answer a filter as data. `/openapi.json` says what stands in it, and a test holds both together.

use axum::extract::{Path, RawQuery, State as From};
use domain::calendar::{Filter, Listed};
use domain::event::more_sessions;
use domain::time::day_and_month;
use serde_json::{Value, json};
use web::ics;
use web::{Answer, file};

use crate::calendar::query;
use crate::embed::for_other_sites;
use crate::links;
use crate::memory::WeekInMemory;
use crate::state::State;

/// The most events in one answer.
pub(super) const MOST: usize = 200;

/// The events that answer a filter, at most [`MOST`] an answer; `next` is the address of the following ones.
pub async fn calendar_json(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let query = query(raw.as_deref());
    let filter = Filter::parse(&query);
    let found: Vec<&Listed> = cards.found(&filter).collect();
    let pages = found.len().div_ceil(MOST).max(1);
    let page = query.get("page").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let events: Vec<_> = found.iter().skip((page - 1) * MOST).take(MOST).map(|card| event(&state, card, &cards)).collect();
    let path = links::calendar_path(&week, "calendar.json", &filter);
    let next = format!("{path}{}page={}", if path.contains('?') { '&' } else { '?' }, page + 1);
    let next = (page < pages).then(|| state.context.absolute(&next));
    let body = json!({
        "week": week.id.to_string(),
        "name": week.name,
        "theme": week.theme,
        "demonstration": week.id.is_demonstration(),
        "total": found.len(),
        "next": next,
        "events": events,
    });
    let mut response = file(&state.context, "application/json; charset=utf-8", None, true, body.to_string());
    for_other_sites(&mut response);
    Ok(response)
}

fn event(state: &State, card: &Listed, cards: &WeekInMemory) -> Value {
    let sessions = card.sessions();
    json!({
        "uid": ics::uid(&card.id, &state.context.settings().origin),
        "sequence": card.sequence,
        "updated": card.changed.to_string(),
        "published": card.first_published().to_string(),
        "url": state.context.absolute(&card.path()),
        "title": card.title,
        "summary": card.summary,
        "host": card.host,
        "nation": card.nation.value(),
        "region": card.region.map(|region| region.value()),
        "start": sessions.first().map(|session| session.start.to_string()),
        "end": sessions.last().map(|session| session.end.to_string()),
        "sessions": sessions.iter().map(|s| json!({ "start": s.start.to_string(), "end": s.end.to_string() })).collect::<Vec<_>>(),
        "format": card.format.value(),
        "kind": card.kind.value(),
        "open_to": card.open_to.value(),
        "audience": card.audience.iter().map(|a| a.value()).collect::<Vec<_>>(),
        "languages": card.languages.iter().map(|l| l.value()).collect::<Vec<_>>(),
        "questions": card.questions,
        "place": card.place,
        "access": card.access.iter().map(|a| a.value()).collect::<Vec<_>>(),
        "cost": card.cost.value(),
        "expenses_paid": card.expenses,
        "booking": card.booking.value(),
        "places_left": cards.places_of(card).and_then(|places| places.free),
        "state": card.state.value(),
        "changed": card.moved,
        "words": {
            "day": card.day.map_or("Any time, on demand".into(), day_and_month),
            "time": hours(card),
            "format": card.format.words(),
            "access": card.access.iter().map(|a| a.words()).collect::<Vec<_>>(),
            "languages": card.languages.iter().map(|l| l.words()).collect::<Vec<_>>(),
            "state": card.state.words(),
        },
    })
}

/// From when to when, on British clocks; of several sessions the first, and how many more there are.
pub(super) fn hours(card: &Listed) -> String {
    match &card.sessions()[..] {
        [] => "Any time".into(),
        [only] => format!("{}, UK time", only.hours()),
        [first, further @ ..] => format!("{}, UK time, and {}", first.hours(), more_sessions(further.len())),
    }
}

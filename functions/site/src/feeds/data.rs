//! The events that answer a filter as data. `/openapi.json` says what stands in it, and a test holds both together.

use axum::extract::{Path, RawQuery, State as From};
use domain::calendar::{Filter, Listed};
use domain::event::{Session, more_sessions};
use domain::time::day_and_month;
use domain::week::Phase;
use frontend::pages::calendar::passed_over;
use jiff::Timestamp;
use jiff::civil::Date;
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

/// The events that answer a filter, at most [`MOST`] an answer; `next` is the address of the following ones. With `order=today` they
/// come, while the week is on, as a page shows them: today first, and what is over last.
pub async fn calendar_json(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let query = query(raw.as_deref());
    let filter = Filter::parse(&query);
    let today = Some(state.context.today()).filter(|today| query.get("order") == "today" && week.phase(*today) == Phase::During);
    let mut found: Vec<&Listed> = cards.found(&filter).collect();
    if let Some(today) = today {
        found.sort_by_key(|event| place(event, today));
    }
    let pages = found.len().div_ceil(MOST).max(1);
    let page = query.get("page").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let events: Vec<_> = found.iter().skip((page - 1) * MOST).take(MOST).map(|card| event(&state, card, &cards, today)).collect();
    let path = links::calendar_path(&week, "calendar.json", &filter);
    let order = if query.get("order") == "today" { "order=today&" } else { "" };
    let next = format!("{path}{}{order}page={}", if path.contains('?') { '&' } else { '?' }, page + 1);
    let next = (page < pages).then(|| state.context.absolute(&next));
    let body = json!({
        "week": week.id.to_string(),
        "name": week.name,
        "theme": week.theme,
        "demonstration": week.id.is_demonstration(),
        "passed_over": passed_over(&Filter::passed_over(&query)),
        "total": found.len(),
        "next": next,
        "events": events,
    });
    let mut response = file(&state.context, "application/json; charset=utf-8", None, true, body.to_string());
    for_other_sites(&mut response);
    Ok(response)
}

/// The session for which an event stands in the list of a day of its week: the next, else its first.
fn next_session(event: &Listed, today: Date) -> Option<Session> {
    let sessions = event.sessions();
    sessions.iter().find(|session| session.day() >= today).or(sessions.first()).copied()
}

/// Where an event stands from a day on: what is to come in order of time, what has no time, what is over.
fn place(event: &Listed, today: Date) -> (u8, Option<Timestamp>) {
    match next_session(event, today) {
        None => (1, None),
        Some(session) if session.day() < today => (2, Some(session.start)),
        Some(session) => (0, Some(session.start)),
    }
}

/// The words over its day. `today` is given where the list begins with today.
fn day_words(event: &Listed, today: Option<Date>) -> String {
    let day = match today {
        Some(today) => next_session(event, today).map(|session| session.day()),
        None => event.day,
    };
    match (day, today) {
        (None, _) => "Any time, on demand".into(),
        (Some(day), Some(today)) if day == today => format!("Today, {}", day_and_month(day)),
        (Some(day), Some(today)) if day < today => format!("{}, over", day_and_month(day)),
        (Some(day), _) => day_and_month(day),
    }
}

fn event(state: &State, card: &Listed, cards: &WeekInMemory, today: Option<Date>) -> Value {
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
            "day": day_words(card, today),
            "time": hours(card),
            "format": card.format.words(),
            "access": card.access.iter().map(|a| card.access_words(*a, state.context.today())).collect::<Vec<_>>(),
            "languages": card.languages.iter().map(|l| l.words()).collect::<Vec<_>>(),
            "state": card.state.words(),
            "open_to": card.open_to.words(),
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

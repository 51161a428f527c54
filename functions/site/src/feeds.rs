//! The same in other formats: calendar files, JSON, Atom, the sitemap. Nothing private is in any of them: they are made from the
//! public cards and pages only.

use std::fmt::Write as _;

use axum::extract::{Path, RawQuery, State as From};
use domain::calendar::Filter;
use domain::event::{EventCard, EventPage};
use domain::time::{clock_time, day_and_month};
use serde_json::json;
use web::ics::{self, EventParts};
use web::{Answer, Problem, file};

use crate::calendar::query;
use crate::embed::for_other_sites;
use crate::links;
use crate::state::State;

/// One event as a calendar file; an event without a time has none.
pub fn event_file(state: &State, event: &EventPage) -> Answer {
    let parts = EventParts::of(event, &state.context.settings().origin).ok_or(Problem::NotFound)?;
    Ok(file(&state.context, ics::CONTENT_TYPE, Some(&format!("{}.ics", event.slug)), true, ics::event_ics(&parts)))
}

/// The events that answer a filter as a calendar file.
pub async fn calendar_file(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let filter = Filter::parse(&query(raw.as_deref()));
    let entries: Vec<EventParts> = cards.found(&filter).filter_map(|card| EventParts::of_card(card, &state.context.settings().origin)).collect();
    let text = ics::calendar_ics(Some(&format!("Co-production Week: {}", links::week_name(&week))), &entries);
    Ok(file(&state.context, ics::CONTENT_TYPE, Some("co-production-week.ics"), true, text))
}

/// The events that answer a filter as JSON.
pub async fn calendar_json(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let filter = Filter::parse(&query(raw.as_deref()));
    let event = |card: &EventCard| {
        json!({
            "uid": ics::uid(&card.id, &state.context.settings().origin),
            "sequence": card.sequence,
            "updated": card.changed.to_string(),
            "url": state.context.absolute(&card.path()),
            "title": card.title,
            "summary": card.summary,
            "host": card.host,
            "nation": card.nation.value(),
            "start": card.start.map(|t| t.to_string()),
            "end": card.end.map(|t| t.to_string()),
            "format": card.format.value(),
            "kind": card.kind.value(),
            "place": card.place,
            "access": card.access.iter().map(|a| a.value()).collect::<Vec<_>>(),
            "cost": card.cost.value(),
            "expenses_paid": card.expenses,
            "booking": card.booking.value(),
            "places_left": cards.places_of(card).and_then(|places| places.free),
            "state": card.state.value(),
            "words": {
                "day": card.day().map_or("Any time, on demand".into(), day_and_month),
                "time": hours(card),
                "format": card.format.words(),
                "access": card.access.iter().map(|a| a.words()).collect::<Vec<_>>(),
                "state": card.state.words(),
            },
        })
    };
    let events: Vec<_> = cards.found(&filter).map(event).collect();
    let body = json!({ "week": week.id.to_string(), "name": week.name, "theme": week.theme, "events": events }).to_string();
    let mut response = file(&state.context, "application/json; charset=utf-8", None, true, body);
    for_other_sites(&mut response);
    Ok(response)
}

/// From when to when, on British clocks.
fn hours(card: &EventCard) -> String {
    match (card.start, card.end) {
        (Some(start), Some(end)) => format!("{} to {}, UK time", clock_time(start), clock_time(end)),
        _ => "Any time".into(),
    }
}

fn escape(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The stories that may travel, as an Atom feed (RFC 4287). Dates are months: nothing in it tells when a story came.
pub async fn stories_atom(From(state): From<State>, Path((nation, year)): Path<(String, String)>) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let at = |path: &str| escape(&state.context.absolute(path));
    let own = at(&format!("{}/stories.atom", week.id.path()));
    let mut stories: Vec<_> = cards.stories.iter().filter(|s| s.travels).collect();
    stories.sort_by(|a, b| b.month.cmp(&a.month).then_with(|| a.slug.cmp(&b.slug)));
    let newest = stories.first().map_or(format!("{}-01-01", week.id.year), |s| s.month.to_string());
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>{own}</id>\n<title>{}</title>\n<updated>{newest}T00:00:00Z</updated>\n<link rel=\"self\" href=\"{own}\"/>\n<link href=\"{}\"/>\n<author><name>Co-production Week</name></author>\n",
        escape(&format!("Stories of {}", links::week_name(&week))),
        at(&format!("{}/stories", week.id.path())),
    );
    for story in stories.into_iter().take(100) {
        let path = at(&format!("/stories/{}", story.slug));
        let summary = story.content_note.as_ref().map_or(story.excerpt.clone(), |note| format!("Before you read: {note}"));
        let _ = writeln!(
            out,
            "<entry><id>{path}</id><title>{}</title><updated>{}T00:00:00Z</updated><link href=\"{path}\"/><summary>{}</summary></entry>",
            escape(&story.title),
            story.month,
            escape(&summary),
        );
    }
    out.push_str("</feed>\n");
    Ok(file(&state.context, "application/atom+xml; charset=utf-8", None, true, out))
}

/// Every lasting public address. Stories carry no date (quality-bar P-17).
pub async fn sitemap(From(state): From<State>) -> Answer {
    let mut paths: Vec<String> = ["/", "/weeks", "/about", "/accessibility", "/privacy", "/cookies", "/help"].map(str::to_owned).into();
    for week in state.weeks().await?.iter().filter(|w| !w.id.is_demonstration()) {
        let cards = state.cards(week.id).await?;
        let path = week.id.path();
        paths.push(path.clone());
        if !cards.events.is_empty() {
            paths.push(format!("{path}/calendar"));
        }
        paths.extend(week.questions.iter().map(|q| format!("{path}/questions/{}", q.number)));
        paths.extend(cards.events.iter().map(EventCard::path));
        paths.extend(cards.stories.iter().map(|s| format!("/stories/{}", s.slug)));
    }
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for path in paths.iter().take(50_000) {
        let _ = writeln!(out, "<url><loc>{}</loc></url>", escape(&state.context.absolute(path)));
    }
    out.push_str("</urlset>\n");
    Ok(file(&state.context, "application/xml; charset=utf-8", None, true, out))
}

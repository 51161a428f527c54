//! What programs may ask for, described as OpenAPI. The choices are those of the code itself, so that the description can't fall
//! behind; a test holds the fields to what the feed sends.

use axum::extract::State as From;
use domain::access::AccessFact;
use domain::calendar::TimeOfDay;
use domain::event::{Audience, BookingType, Cost, EventKind, Format, Language, OpenTo, PublicState};
use domain::nation::{Nation, WeekNation};
use domain::region::Region;
use serde_json::{Map, Value, json};
use web::{Answer, file};

use super::data::MOST;
use crate::embed::for_other_sites;
use crate::state::State;

/// The description.
pub async fn open_api(From(state): From<State>) -> Answer {
    let body = described(&state.context.settings().origin).to_string();
    let mut response = file(&state.context, "application/json; charset=utf-8", None, true, body);
    for_other_sites(&mut response);
    Ok(response)
}

fn described(origin: &str) -> Value {
    let feed = |summary: &str, kind: &str, schema: Value, page: bool| {
        let mut parameters = vec![week("nation", values(WeekNation::ALL, |n| n.value())), week("year", json!({ "type": "integer" }))];
        parameters.extend(filters());
        if page {
            let today = json!({ "type": "string", "enum": ["today"] });
            parameters.push(parameter("order", "While the week is on: today first, what is over last", today));
            parameters.push(parameter("page", "From 1. Each answer names the next in `next`.", json!({ "type": "integer", "minimum": 1 })));
        }
        json!({ "get": {
            "summary": summary,
            "parameters": parameters,
            "responses": {
                "200": { "description": "What was asked for", "content": { kind: { "schema": schema } } },
                "404": { "description": "There is no such week" },
            },
        } })
    };
    let text = || json!({ "type": "string" });
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Co-production Week: events",
            "version": "1",
            "description": "Public events of the national co-production weeks. No key is needed. What isn't known in a filter is passed over.",
        },
        "servers": [{ "url": origin }],
        "paths": {
            "/{nation}/{year}/calendar.json": feed(&format!("Events as data, at most {MOST} an answer"), "application/json", list(), true),
            "/{nation}/{year}/calendar.ics": feed("Events as a calendar to subscribe to (RFC 5545)", "text/calendar", text(), false),
            "/{nation}/{year}/calendar.atom": feed("Newly listed events (RFC 4287)", "application/atom+xml", text(), false),
        },
        "components": { "schemas": { "Event": event() } },
    })
}

fn values<T: Copy>(all: &[T], value: impl Fn(T) -> &'static str) -> Value {
    json!({ "type": "string", "enum": all.iter().map(|one| value(*one)).collect::<Vec<_>>() })
}

fn week(name: &str, schema: Value) -> Value {
    json!({ "name": name, "in": "path", "required": true, "schema": schema })
}

fn parameter(name: &str, description: &str, schema: Value) -> Value {
    json!({ "name": name, "in": "query", "description": description, "schema": schema })
}

/// The filters of the calendar, each of which may come more than once.
fn filters() -> Vec<Value> {
    let many = |name: &str, description: &str, of: Value| parameter(name, description, json!({ "type": "array", "items": of }));
    let tick = |name: &str, description: &str| parameter(name, description, json!({ "type": "string", "enum": ["yes"] }));
    vec![
        parameter(
            "q",
            "Words in title, summary, host and place. Every spelling of co-production is one.",
            json!({ "type": "string", "maxLength": 100 }),
        ),
        many("day", "A day like 2026-11-25, or any-time", json!({ "type": "string" })),
        many("time", "When it begins", values(TimeOfDay::ALL, |t| t.value())),
        many("format", "How people take part", values(Format::ALL, |f| f.value())),
        many("kind", "What kind of event", values(EventKind::ALL, |k| k.value())),
        many("audience", "For whom it is made", values(Audience::ALL, |a| a.value())),
        many("language", "Spoken or signed", values(Language::ALL, |l| l.value())),
        many("question", "Numbers of the week's questions, one of which it answers", json!({ "type": "string" })),
        many("access", "Facts that must all be there", values(AccessFact::ALL, |a| a.value())),
        many("nation", "Where the host is based", values(Nation::ALL, |n| n.value())),
        many("region", "Where it is", values(Region::ALL, |r| r.value())),
        tick("free", "Only what is free"),
        tick("expenses", "Only where expenses are paid"),
        tick("places", "Only where there are places left"),
    ]
}

fn list() -> Value {
    json!({ "type": "object", "required": ["week", "name", "theme", "demonstration", "passed_over", "total", "next", "events"], "properties": {
        "week": { "type": "string" },
        "name": { "type": "string" },
        "theme": { "type": ["string", "null"] },
        "demonstration": { "type": "boolean", "description": "Whether its events and organisations are not real. Show that to your visitors" },
        "passed_over": { "type": ["string", "null"], "description": "What of the address isn't known, in words: the list is not narrowed by it. Show that to your visitors" },
        "total": { "type": "integer", "description": "How many events answer, on all pages" },
        "next": { "type": ["string", "null"], "description": "The address of the next page" },
        "events": { "type": "array", "maxItems": MOST, "items": { "$ref": "#/components/schemas/Event" } },
    } })
}

fn event() -> Value {
    let words = |description: &str| json!({ "type": "string", "description": description });
    let many = |of: Value| json!({ "type": "array", "items": of });
    let moment = |description: &str| json!({ "type": ["string", "null"], "format": "date-time", "description": description });
    let fields = [
        ("uid", words("The same in every format, for good")),
        ("sequence", json!({ "type": "integer", "description": "Rises with every public change" })),
        ("updated", json!({ "type": "string", "format": "date-time" })),
        ("published", moment("When it was first listed")),
        ("url", words("Its page")),
        ("title", words("Its title")),
        ("summary", words("Up to 40 words")),
        ("host", words("Who holds it")),
        ("nation", values(Nation::ALL, |n| n.value())),
        ("region", json!({ "type": ["string", "null"], "description": "Where its venue is, where anyone may know it" })),
        ("start", moment("The start of its first session, in UTC; null is any time")),
        ("end", moment("The end of its last session, in UTC")),
        (
            "sessions",
            many(json!({
                "type": "object",
                "required": ["start", "end"],
                "properties": { "start": { "type": "string", "format": "date-time" }, "end": { "type": "string", "format": "date-time" } },
            })),
        ),
        ("format", values(Format::ALL, |f| f.value())),
        ("kind", values(EventKind::ALL, |k| k.value())),
        ("open_to", values(OpenTo::ALL, |o| o.value())),
        ("audience", many(values(Audience::ALL, |a| a.value()))),
        ("languages", many(values(Language::ALL, |l| l.value()))),
        ("questions", many(json!({ "type": "integer" }))),
        ("place", words("Where, in one line")),
        ("access", many(values(AccessFact::ALL, |a| a.value()))),
        ("cost", values(Cost::ALL, |c| c.value())),
        ("expenses_paid", json!({ "type": "boolean" })),
        ("booking", values(BookingType::ALL, |b| b.value())),
        ("places_left", json!({ "type": ["integer", "null"], "description": "null where the hub doesn't count them" })),
        ("state", values(PublicState::ALL, |s| s.value())),
        ("changed", json!({ "type": "boolean", "description": "Whether its day, time, place or way to take part was changed" })),
        ("words", json!({ "type": "object", "description": "The same as people read it, in British English and on British clocks" })),
    ];
    let required: Vec<_> = fields.iter().map(|(name, _)| *name).collect();
    let properties: Map<String, Value> = fields.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())).collect();
    json!({ "type": "object", "required": required, "properties": properties })
}

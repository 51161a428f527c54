//! Putting an event off while no new date is known, and taking that back.

use axum::extract::{self, Path};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::event::{EventAct, EventRecord};
use domain::text::many_lines;
use frontend::pages::manage_event::{self, PostponePage};
use frontend::pages::press::{Press, press};
use jiff::Timestamp;
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::leave::WORDS;
use crate::mine::{home, or_standing, shell};

/// Whether the day it has is still to come: what has begun is not put off, and does not go ahead.
fn to_come(record: &EventRecord, act: EventAct, now: Timestamp) -> bool {
    let start = record.published.as_ref().and_then(|published| published.details.when.start());
    record.state.after(act, true).is_some() && start.is_some_and(|start| start > now)
}

fn path(record: &EventRecord) -> String {
    format!("{}/postpone", home(&record.id))
}

/// GET: what postponing does; where that is done, what going ahead does.
pub(crate) async fn show(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = state.mine(&headers, &id).await?;
    let now = state.context.now();
    match (to_come(&record, EventAct::Postpone, now), to_come(&record, EventAct::GoAhead, now)) {
        (true, _) => Ok(postpone_page(&state, &record, None)),
        (_, true) => Ok(go_ahead_page(&state, &record)),
        _ => Ok(see_other(&home(&record.id))),
    }
}

fn postpone_page(state: &State, record: &EventRecord, refused: Option<(&Form, String)>) -> Response {
    let mut shell = shell(record, "Postpone this event");
    let mut form = state.context.form(path(record));
    let mut status = StatusCode::OK;
    if let Some((sent, sentence)) = refused {
        form.values = sent.answers.clone();
        form.errors = vec![("words".into(), sentence)];
        shell.error = true;
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let through_hub = record.page().is_some_and(|page| page.through_hub);
    let page = PostponePage { title: record.title(), back: home(&record.id), through_hub, form };
    private_page(&state.context, status, shell, || manage_event::postpone(page))
}

fn go_ahead_page(state: &State, record: &EventRecord) -> Response {
    let when = record.published.as_ref().map(|published| published.details.when.words()).unwrap_or_default();
    let mut form = state.context.form(path(record)).head();
    form.hidden.push(("act".into(), "go-ahead".into()));
    let page = Press {
        heading: "It goes ahead as first planned".into(),
        words: vec![
            format!("“{}” takes place on {when}.", record.title()),
            "Its page says so at once, and everyone who registered gets an email.".into(),
            "Is it on another day? Then change the event instead.".into(),
        ],
        label: "It goes ahead".into(),
        form,
        back: Some(home(&record.id)),
        ..Press::default()
    };
    private_page(&state.context, StatusCode::OK, shell(record, "It goes ahead as first planned"), || press(page))
}

/// POST: postpones, or with `act` takes that back.
pub(crate) async fn act(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&["words", "act"])?;
    let record = state.mine(&headers, &id).await?;
    if form.is_bot {
        return Err(Problem::TooMany);
    }
    let (deed, now) = (state.deed(&record), state.context.now());
    let words = many_lines(form.answers.get("words"));
    let count = words.chars().count();
    let done = match form.answers.get("act") {
        "go-ahead" if to_come(&record, EventAct::GoAhead, now) => state.events.go_ahead(&record, &deed).await,
        "" if count > WORDS => {
            let sentence = format!("What you tell people must be {WORDS} characters or fewer. It has {count}");
            return Ok(postpone_page(&state, &record, Some((&form, sentence))));
        }
        "" if to_come(&record, EventAct::Postpone, now) => state.events.postpone(&record, &words, &deed).await,
        _ => return Ok(see_other(&home(&record.id))),
    };
    match done {
        Ok(_) => Ok(see_other(&home(&record.id))),
        Err(error) => or_standing(&record.id, error),
    }
}

//! Changing what is published: a change beside it, which the desk reads.

use axum::extract::{self, Path};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::event::{EventAct, EventRecord};
use frontend::pages::list_event::{check_path, differences};
use frontend::pages::manage_event::{self, ChangePage};
use frontend::pages::press::{Press, press};
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::mine::{home, missing, or_standing, shell};

fn path(record: &EventRecord) -> String {
    format!("{}/amend", home(&record.id))
}

/// GET: what changing does; where a change was begun, the change.
pub(crate) async fn show(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = state.mine(&headers, &id).await?;
    if record.open_change().is_some() {
        return Ok(see_other(&check_path(&record.id)));
    }
    if record.change.is_some() || record.state.after(EventAct::BeginChange, true).is_none() {
        return Ok(see_other(&home(&record.id)));
    }
    let page = Press {
        heading: "Change your event".into(),
        words: vec![
            "You change any page of the form. A coordinator reads only what is different.".into(),
            "Until they publish it, the event’s page stays as it is.".into(),
            "If the day, the time or the place changes, everybody who registered gets an email.".into(),
        ],
        label: "Begin".into(),
        form: state.context.form(path(&record)).head(),
        back: Some(home(&record.id)),
        ..Press::default()
    };
    Ok(private_page(&state.context, StatusCode::OK, shell(&record, "Change your event"), || press(page)))
}

/// POST: begins a change, or with `act` takes it back.
pub(crate) async fn act(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&["act"])?;
    let record = state.mine(&headers, &id).await?;
    if form.is_bot {
        return Err(Problem::TooMany);
    }
    let deed = state.deed(&record);
    let (done, then) = match form.answers.get("act") {
        "drop" => (state.events.drop_change(&record, &deed).await, home(&record.id)),
        _ => (state.events.begin_change(&record, &deed).await, check_path(&record.id)),
    };
    match done {
        Ok(_) => Ok(see_other(&then)),
        Err(error) => or_standing(&record.id, error),
    }
}

/// The change before it is sent: only what is different.
pub(crate) async fn page(state: &State, status: StatusCode, record: &EventRecord) -> Result<Response, Problem> {
    let week = state.week_of(record).await?;
    let drop = state.context.form(path(record));
    let page = ChangePage {
        id: record.id.clone(),
        title: record.title(),
        back: home(&record.id),
        desk_words: record.desk_words.clone(),
        lines: differences(&record.answers, &record.proposed()),
        missing: missing(record, &state.rules(record, &week)),
        send: state.context.form(check_path(&record.id)),
        drop,
    };
    Ok(private_page(&state.context, status, shell(record, "Your change"), || manage_event::change(page)))
}

/// Sends the change to the desk.
pub(crate) async fn send(state: &State, record: &EventRecord) -> Answer {
    let week = state.week_of(record).await?;
    let complete = missing(record, &state.rules(record, &week)).is_empty();
    if !complete || record.proposed() == record.answers {
        return page(state, StatusCode::UNPROCESSABLE_ENTITY, record).await;
    }
    match state.events.send_change(record, &state.deed(record)).await {
        Ok(_) => Ok(see_other(&home(&record.id))),
        Err(error) => or_standing(&record.id, error),
    }
}

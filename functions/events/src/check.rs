//! The answers to check, and sending them.

use axum::extract::{self, Path};
use axum::http::{HeaderMap, StatusCode};
use domain::event::EventRecord;
use domain::week::Week;
use frontend::pages::list_event::{self, CheckPage, check_path};
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::mine::{home, missing, or_standing, shell};

/// GET: the answers, and what is missing.
pub(crate) async fn show(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = state.mine(&headers, &id).await?;
    if record.open_change().is_some() {
        return crate::amend::page(&state, StatusCode::OK, &record).await;
    }
    if !record.state.is_editable() {
        return Ok(see_other(&home(&record.id)));
    }
    let week = state.week_of(&record).await?;
    Ok(page(&state, StatusCode::OK, &record, &week))
}

fn page(state: &State, status: StatusCode, record: &EventRecord, week: &Week) -> axum::response::Response {
    let contact = state.contact(record);
    let page = CheckPage {
        id: record.id.clone(),
        form: state.context.form(check_path(&record.id)),
        week: format!("{}, {}", week.name, week.dates_in_words()),
        answers: record.answers.clone(),
        missing: missing(record, &state.rules(record, week)),
        confirmed: record.confirmed_email.is_some() && contact.is_some_and(|contact| contact.former.is_none()),
        on_behalf: record.entered_by.is_some(),
    };
    private_page(&state.context, status, shell(record, "Check your answers, list an event"), || list_event::check(page))
}

/// POST: sends the event.
pub(crate) async fn send(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&["later"])?;
    let record = state.mine(&headers, &id).await?;
    if form.answers.ticked("later") {
        return Ok(see_other(&format!("{}/link", home(&record.id))));
    }
    let form_use = form.form_use()?;
    if form.is_bot {
        return Err(Problem::TooMany);
    }
    if record.open_change().is_some() {
        return crate::amend::send(&state, &record).await;
    }
    let week = state.week_of(&record).await?;
    let rules = state.rules(&record, &week);
    let complete = missing(&record, &rules).is_empty();
    let contact = match state.contact(&record) {
        Some(contact) if complete || !record.state.is_editable() => contact,
        _ => return Ok(page(&state, StatusCode::UNPROCESSABLE_ENTITY, &record, &week)),
    };
    if !week.is_open(rules.today) && !rules.past_allowed {
        return Err(Problem::NotNow {
            heading: "This week is over".into(),
            words: "Events can be sent until the last day of their week. Your answers are still saved.".into(),
            way_on: Some(("See past weeks".into(), "/weeks".into())),
            demonstration: week.id.is_demonstration(),
        });
    }
    if record.state.is_editable() && !state.may_mail(&contact).await? {
        return Err(Problem::TooMany);
    }
    let confirmed = record.confirmed_email.as_ref().is_some_and(|email| email.folded() == contact.email.folded());
    if confirmed && state.published_by_trust(&record, &contact, &form_use).await? {
        return Ok(see_other(&home(&record.id)));
    }
    match state.events.send(&record, &contact, &form_use, &state.deed(&record)).await {
        Ok(id) => Ok(see_other(&home(&id))),
        Err(error) => or_standing(&record.id, error),
    }
}

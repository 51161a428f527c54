//! The form to register: each page carries what was typed before as hidden fields, so nothing is kept until it is sent.

mod pages;
mod send;
mod sent;

use axum::extract::{Path, Query, State as Given};
use axum::http::StatusCode;
use domain::answers::Answers;
use domain::field::Errors;
use domain::registration::{Party, Person, Places, parse_needs};
use web::{Answer, Form, Sender};

use crate::{State, events, problems};
use pages::{Pages, Step};
pub(crate) use send::counted;

/// Fields with one value, and the one with many.
const FIELDS: [&str; 12] = ["step", "go", "from", "name", "email", "phone", "way", "places", "beside", "needs_other", "needs_consent", "more_time"];
const MANY: [&str; 1] = ["needs"];

/// The first page, or the one after sending.
pub(crate) async fn show(Given(state): Given<State>, Path(slug): Path<String>, Query(at): Query<sent::Where>) -> Answer {
    let event = match events::at(&state, &slug, "/register").await? {
        Ok(event) => event,
        Err(moved) => return Ok(moved),
    };
    if let Some(got) = at.got() {
        return Ok(sent::page(&state, &event, got, &at));
    }
    let places = problems::open_for(&event, state.registrations.places(&event.id).await?, state.context.now()).map_err(|p| p.of_week(event.week))?;
    let pages = Pages { state: &state, event: &event, places: &places, key: state.context.new_form_key() };
    Ok(pages.show(Step::Details, Answers::new(), Errors::default()))
}

/// A page of the form was sent.
pub(crate) async fn take(Given(state): Given<State>, Path(slug): Path<String>, sender: Sender, form: Form) -> Answer {
    form.only_with_many(&FIELDS, &MANY)?;
    let event = match events::at(&state, &slug, "/register").await? {
        Ok(event) => event,
        Err(moved) => return Ok(moved),
    };
    let now = state.context.now();
    let mut answers = form.answers.clone();
    let (step, go, from_check) = (taken(&mut answers, "step"), taken(&mut answers, "go"), taken(&mut answers, "from") == "check");
    if step == "send" && go.is_empty() && !form.is_bot {
        // A repeat gets its first answer, even where bookings have closed since.
        if let Some(first) = state.registrations.sent_before(&form.form_use()?).await.map_err(|e| problems::of(e, &event.path()))? {
            return Ok(sent::onward(&state, &event, &answers, &first));
        }
    }
    let places = problems::open_for(&event, state.registrations.places(&event.id).await?, now)?;
    let key = form.key.clone().unwrap_or_else(|| state.context.new_form_key());
    let pages = Pages { state: &state, event: &event, places: &places, key };
    match (go.as_str(), step.as_str()) {
        ("details", _) => return Ok(pages.show(Step::Details, back_to(answers, step.is_empty()), Errors::default())),
        ("access", _) => return Ok(pages.show(Step::Access, back_to(answers, step.is_empty()), Errors::default())),
        ("skip", _) => ["needs", "needs_other", "needs_consent", "more_time"].into_iter().for_each(|name| answers.remove(name)),
        _ => {}
    }
    if let Err(errors) = parse_details(&answers, &places) {
        return Ok(pages.show(Step::Details, back_to(answers, from_check), errors));
    }
    if step == "details" && !from_check {
        return Ok(pages.show(Step::Access, answers, Errors::default()));
    }
    match parse_needs(&answers, now) {
        Err(errors) => Ok(pages.show(Step::Access, back_to(answers, from_check), errors)),
        Ok(_) if step == "send" && go.is_empty() => send::send(&pages, &sender, &form, answers).await,
        Ok(_) => Ok(pages.show(Step::Check, answers, Errors::default())),
    }
}

/// Who, and for how many: the first page's answers, with every error on it.
fn parse_details(answers: &Answers, places: &Places) -> Result<(Person, Party), Errors> {
    let mut errors = Errors::default();
    let person = errors.join(Person::parse(answers));
    let party = errors.join(Party::parse(answers, places.online.is_some()));
    errors.or(person.zip(party))
}

/// Takes a field out that only steers the form.
fn taken(answers: &mut Answers, name: &str) -> String {
    let value = answers.get(name).to_owned();
    answers.remove(name);
    value
}

/// Notes that a page was reached from the answers to check, so that it leads straight back there (quality-bar A-25).
fn back_to(mut answers: Answers, from_check: bool) -> Answers {
    if from_check {
        answers.set("from", "check");
    }
    answers
}

/// The status of a page with or without something wrong.
fn status(errors: &Errors) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

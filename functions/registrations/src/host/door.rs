//! On the day: who is here, found by name, by the code on their booking, or on the printed list; and how many came without one.

use axum::extract::{Path, Query, State as Given};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::answers::Answers;
use domain::field::Errors;
use domain::ids::RegistrationId;
use domain::registration::{Places, RegistrationRecord, RegistrationState as Is};
use domain::search::{fold, matches};
use domain::text::{counted, one_line};
use domain::time::local;
use frontend::components::KeyFact;
use frontend::form::FormPage;
use frontend::pages::host_door::{Arrival, HostDoor, host_door};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use store::registrations::AtEvent;
use web::{Answer, Form, Problem, private_page, see_other};

use super::{Hosted, deed};
use crate::{State, events, problems, shell};

/// How many people are shown at once: more is no help at a door.
const SHOWN: usize = 50;

/// The most people that can come without a booking.
const MOST_WALK_INS: u32 = 5_000;

/// What is searched for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub q: String,
}

/// Who is expected, and who is here.
pub(crate) async fn show(Given(state): Given<State>, Path(id): Path<String>, Query(asked): Query<Asked>, headers: HeaderMap) -> Answer {
    let hosted = Hosted::granted(&state, &headers, &id).await?;
    page(&state, &hosted, &asked.q, Answers::new(), Errors::default()).await
}

/// Somebody came, or did not after all; or so many came without a booking.
pub(crate) async fn note(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&["act", "who", "q", "people"])?;
    let hosted = Hosted::granted(&state, &headers, &id).await?;
    let query = one_line(form.answers.get("q"));
    let came = match form.answers.get("act") {
        "came" => true,
        "did-not-come" => false,
        "walk-ins" => return count(&state, &hosted, &query, form).await,
        _ => return Err(Problem::UnknownFields),
    };
    let who = RegistrationId::parse(form.answers.get("who")).ok_or(Problem::NotFound)?;
    let done = state.registrations.check_in(&hosted.id, &who, came, state.context.now()).await;
    done.map_err(|e| problems::of_host(e, &hosted.back()))?;
    // The next person at the door has another name.
    Ok(see_other(&here(&hosted, if came { "" } else { &query })))
}

async fn count(state: &State, hosted: &Hosted, query: &str, form: Form) -> Answer {
    let mut errors = Errors::default();
    let typed = one_line(form.answers.get("people"));
    let people = typed.parse::<u32>().ok().filter(|people| *people <= MOST_WALK_INS);
    let Some(people) = people else {
        errors.add("people", format!("Enter a whole number from 0 to {MOST_WALK_INS}"));
        return page(state, hosted, query, form.answers, errors).await;
    };
    state.registrations.count_walk_ins(&hosted.id, people, &deed(state)).await?;
    Ok(see_other(&here(hosted, query)))
}

fn here(hosted: &Hosted, query: &str) -> String {
    match query {
        "" => format!("{}/door", hosted.list()),
        query => format!("{}/door?q={}", hosted.list(), utf8_percent_encode(query, NON_ALPHANUMERIC)),
    }
}

async fn page(state: &State, hosted: &Hosted, query: &str, typed: Answers, errors: Errors) -> Answer {
    let places = state.registrations.places(&hosted.id).await?;
    let AtEvent { shown: mut all, came } = state.registrations.at_event(&hosted.record, state.context.now()).await?;
    all.retain(|record| record.state == Is::Confirmed);
    let counts = counts(&all, came, places.as_ref());
    all.retain(|record| matches(&fold(&record.person.name), query));
    all.sort_by_key(|record| (record.came.is_some(), record.person.name.to_lowercase(), record.created));
    let found = all.len();
    let view = HostDoor {
        event: events::line(&hosted.page),
        back: hosted.list(),
        here: format!("{}/door", hosted.list()),
        counts,
        query: query.to_owned(),
        more: (found > SHOWN)
            .then(|| format!("{SHOWN} of {} are shown. Search for a name to find the others.", counted(found as u64, "person", "people"))),
        people: all.iter().take(SHOWN).map(|record| arrival(state, hosted, record, query)).collect(),
        walk_ins: walk_ins(state, hosted, places.as_ref(), query, typed, errors),
    };
    Ok(shown(state, hosted, view))
}

fn shown(state: &State, hosted: &Hosted, view: HostDoor) -> Response {
    let wrong = !view.walk_ins.errors.is_empty();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shell = shell::of_week(hosted.page.week, "On the day", wrong);
    private_page(&state.context, status, shell, || host_door(view))
}

fn counts(all: &[RegistrationRecord], came: u32, places: Option<&Places>) -> Vec<KeyFact> {
    let came = came + places.map_or(0, Places::gone_came);
    let expected = places.map_or(0, Places::placed);
    let beside: u32 = all.iter().map(|r| r.party.beside).sum();
    let mut facts = vec![KeyFact::new("Have a place", expected.to_string()), KeyFact::new("Are here", came.to_string())];
    if beside > 0 {
        facts.push(KeyFact::new("Support workers, companions, interpreters", beside.to_string()));
    }
    facts.push(KeyFact::new("Without a booking", places.map_or(0, |places| places.walk_ins).to_string()));
    facts
}

fn arrival(state: &State, hosted: &Hosted, record: &RegistrationRecord, query: &str) -> Arrival {
    let mut form = state.context.form(format!("{}/door", hosted.list())).head();
    form.hidden = vec![("who".into(), record.id.to_string()), ("q".into(), query.to_owned())];
    Arrival {
        name: record.person.name.clone(),
        party: hosted.party(&record.party),
        came: record.came.map(|at| format!("Here since {}", local(at).strftime("%H:%M"))),
        form,
    }
}

fn walk_ins(state: &State, hosted: &Hosted, places: Option<&Places>, query: &str, typed: Answers, errors: Errors) -> FormPage {
    let mut values = typed;
    if errors.is_empty() {
        values.set("people", places.map_or(0, |places| places.walk_ins).to_string());
    }
    let hidden = vec![("q".into(), query.to_owned())];
    FormPage { hidden, values, ..state.context.form(format!("{}/door", hosted.list())) }.wrong(errors)
}

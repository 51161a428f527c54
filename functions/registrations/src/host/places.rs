//! How many places there are, how many are held back, whether bookings are taken: changed at once, at any time.

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::answers::Answers;
use domain::event::Numbers;
use domain::field::Errors;
use domain::ids::FormKey;
use domain::registration::Places;
use frontend::form::FormPage;
use frontend::pages::host_places::{HostPlaces, host_places};
use web::{Answer, Form, Problem, private_page, see_other};

use super::{Hosted, deed};
use crate::{State, events, problems, shell};

/// The form, with what is decided now.
pub(crate) async fn ask(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let hosted = Hosted::granted(&state, &headers, &id).await?;
    let places = state.registrations.places(&hosted.id).await?.ok_or(Problem::NotFound)?;
    let answers = decided(&hosted, &places);
    Ok(show(&state, &hosted, &places, answers, Errors::default(), state.context.new_form_key()))
}

/// Takes the numbers over, or closes or opens booking.
pub(crate) async fn decide(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&["act", "capacity", "online_capacity", "kept_back", "kept_days"])?;
    let hosted = Hosted::granted(&state, &headers, &id).await?;
    let met = |e| problems::of(e, &hosted.page.path());
    let done = || Ok(see_other(&hosted.list()));
    match form.answers.get("act") {
        "close" => state.registrations.open_booking(&hosted.id, false, &deed(&state)).await.map_err(met).and_then(|_| done()),
        "open" => state.registrations.open_booking(&hosted.id, true, &deed(&state)).await.map_err(met).and_then(|_| done()),
        _ => {
            let places = state.registrations.places(&hosted.id).await?.ok_or(Problem::NotFound)?;
            match Numbers::parse(&form.answers) {
                Ok(numbers) => {
                    let plan = numbers.plan(hosted.page.format, hosted.page.when.start());
                    state.registrations.change_places(&hosted.id, plan, &deed(&state)).await.map_err(met)?;
                    done()
                }
                Err(errors) => {
                    let key = form.key.clone().unwrap_or_else(|| state.context.new_form_key());
                    Ok(show(&state, &hosted, &places, form.answers, errors, key))
                }
            }
        }
    }
}

/// What is decided now, as it would be typed.
fn decided(hosted: &Hosted, places: &Places) -> Answers {
    let mut answers = Answers::new();
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    answers.set("capacity", number(places.room.capacity));
    answers.set("online_capacity", number(places.online.as_ref().and_then(|online| online.capacity)));
    answers.set("kept_back", number(Some(places.room.kept_back).filter(|n| *n > 0)));
    let days = places.room.kept_until.zip(hosted.page.when.start()).map(|(until, start)| {
        let (until, start) = (domain::time::local(until).date(), domain::time::local(start).date());
        until.until(start).map_or(0, |span| span.get_days().unsigned_abs())
    });
    answers.set("kept_days", number(days));
    answers
}

fn show(state: &State, hosted: &Hosted, places: &Places, values: Answers, errors: Errors, key: FormKey) -> Response {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let action = format!("{}/places", hosted.list());
    let form = FormPage { action, form_key: key.to_string(), values, ..FormPage::default() };
    let page = HostPlaces {
        event: events::line(&hosted.page),
        back: hosted.list(),
        split: places.online.is_some(),
        open: places.open,
        over: places.over,
        taken: places.ways().iter().map(|way| places.of(*way)).map(|pool| pool.confirmed + pool.held).sum(),
        form: form.wrong(errors),
    };
    let shell = shell::of_week(hosted.page.week, "Places", status.is_client_error());
    private_page(&state.context, status, shell, || host_places(page))
}

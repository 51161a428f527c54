//! Registering somebody who phoned or wrote: the desk lets this browser open the form for one event. What stands in it, and what
//! would help the person, the desk never reads.

use axum::Extension;
use axum::extract;
use domain::answers::Answers;
use domain::event::{EventPage, PublicState};
use domain::field::Errors;
use frontend::pages::desk;
use frontend::shell::DeskPage;
use store::staff::Seat;
use web::grants::{Granted, with};
use web::{Answer, Form, Problem, see_other};

use crate::address::slug_of;
use crate::frame::page;
use crate::state::State;

const HERE: &str = "/desk/enter-registration";

/// Asks for the event.
pub(crate) async fn ask(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>) -> Answer {
    Ok(show(&state, &seat, Answers::new(), Errors::default()))
}

/// Opens the form to this browser for a day.
pub(crate) async fn begin(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, form: Form) -> Answer {
    form.only(&["event"])?;
    let mut errors = Errors::default();
    let event = errors.keep("event", found(&state, form.answers.get("event")).await?);
    let Some(event) = event else { return Ok(show(&state, &seat, form.answers, errors)) };
    let record = state.events.load(&event.id).await?.ok_or(Problem::NotFound)?;
    let by = &seat.staff.id;
    let grant = state.context.grant(Granted::Registering, &format!("{}.{by}", event.id), record.generation);
    Ok(with(see_other(&format!("/manage/event/{}/register-for-somebody/{by}", event.id)), grant))
}

/// The event at an address as somebody copied it, where the hub takes its bookings; otherwise what is in the way.
async fn found(state: &State, typed: &str) -> Result<Result<EventPage, String>, Problem> {
    let Some(slug) = slug_of(typed) else { return Ok(Err("Enter the address of the event’s page".into())) };
    Ok(match state.public.event_wherever(&slug).await? {
        None => Err("There is no event at this address. Copy it from the event’s page".into()),
        Some(page) if page.state == PublicState::Cancelled => Err("This event was cancelled".into()),
        Some(page) if page.is_postponed() => Err("This event is postponed. You can register people once it has a new date".into()),
        Some(page) if !page.through_hub => Err("This event takes no bookings through the hub. Its page says how to come".into()),
        Some(page) => Ok(page),
    })
}

fn show(state: &State, seat: &Seat, typed: Answers, errors: Errors) -> axum::response::Response {
    let wrong = !errors.is_empty();
    let mut form = state.context.form(HERE).wrong(errors);
    form.values = typed;
    page(state, seat, DeskPage::EnterRegistration, "Register somebody", wrong, move || desk::enter_registration(form))
}

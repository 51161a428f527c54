//! Registering somebody who phoned or wrote: the desk lets this browser open the form for one event. What stands in it, and what
//! would help the person, the desk never reads.

use axum::Extension;
use axum::extract;
use domain::answers::Answers;
use domain::event::{EventPage, PublicState};
use domain::field::Errors;
use domain::ids::Slug;
use frontend::pages::desk;
use frontend::shell::DeskPage;
use store::public::AtAddress;
use store::staff::Seat;
use web::grants::{Granted, with};
use web::{Answer, Form, Problem, see_other};

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
    let Some(mut slug) = slug_of(typed) else { return Ok(Err("Enter the address of the event’s page".into())) };
    // An address may have moved, and moved again.
    for _ in 0..3 {
        match state.public.event(&slug).await? {
            Some(AtAddress::Page(page)) if page.state == PublicState::Cancelled => return Ok(Err("This event was cancelled".into())),
            Some(AtAddress::Page(page)) if !page.through_hub => {
                return Ok(Err("This event takes no bookings through the hub. Its page says how to come".into()));
            }
            Some(AtAddress::Page(page)) => return Ok(Ok(*page)),
            Some(AtAddress::Moved { to }) => slug = to,
            Some(AtAddress::Gone) | None => break,
        }
    }
    Ok(Err("There is no event at this address. Copy it from the event’s page".into()))
}

/// `https://hub.example/events/tea-and-talk?from=x`, `/events/tea-and-talk` and `tea-and-talk` are one event.
fn slug_of(typed: &str) -> Option<Slug> {
    let path = typed.trim().split(['?', '#']).next()?.trim_end_matches('/');
    let after = path.split_once("/events/").map_or(path, |(_, after)| after);
    Slug::parse(after.split('/').next()?)
}

fn show(state: &State, seat: &Seat, typed: Answers, errors: Errors) -> axum::response::Response {
    let wrong = !errors.is_empty();
    let mut form = state.context.form(HERE).wrong(errors);
    form.values = typed;
    page(state, seat, DeskPage::EnterRegistration, "Register somebody", wrong, move || desk::enter_registration(form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_known_by_its_address_however_it_was_copied() {
        for typed in
            ["https://hub.example/events/tea-and-talk?x=1#top", " /events/tea-and-talk/ ", "tea-and-talk", "hub.example/events/tea-and-talk/register"]
        {
            assert_eq!(slug_of(typed).map(|slug| slug.to_string()).as_deref(), Some("tea-and-talk"), "{typed}");
        }
        for typed in ["", "https://hub.example/", "two words"] {
            assert_eq!(slug_of(typed), None, "{typed}");
        }
    }
}

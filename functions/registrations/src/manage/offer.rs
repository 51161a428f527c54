//! Answering an offer by the links in its mail: each opens a page with one button, and only the button answers.

use axum::extract::{Path, State as Given};
use axum::http::StatusCode;
use domain::event::EventPage;
use domain::registration::RegistrationState as Is;
use domain::time::date_and_time;
use frontend::pages::press::{Press, press};
use jiff::Timestamp;
use web::{Answer, Form, Problem, Purpose, grants, private_page, see_other};

use super::Own;
use crate::{State, events, problems, shell};

/// The page with the button that takes the place.
pub(crate) async fn ask_to_accept(Given(state): Given<State>, Path(token): Path<String>) -> Answer {
    ask(&state, Purpose::RegistrationAccept, &token).await
}

/// The page with the button that turns it down.
pub(crate) async fn ask_to_decline(Given(state): Given<State>, Path(token): Path<String>) -> Answer {
    ask(&state, Purpose::RegistrationDecline, &token).await
}

/// The place was taken by the button.
pub(crate) async fn accept(Given(state): Given<State>, Path(token): Path<String>, form: Form) -> Answer {
    answer(&state, Purpose::RegistrationAccept, &token, &form).await
}

/// It was turned down by the button.
pub(crate) async fn decline(Given(state): Given<State>, Path(token): Path<String>, form: Form) -> Answer {
    answer(&state, Purpose::RegistrationDecline, &token, &form).await
}

async fn ask(state: &State, purpose: Purpose, token: &str) -> Answer {
    let own = Own::claimed(state, purpose, token).await?;
    let open = own.record.state == Is::Offered && own.event.state.goes_ahead();
    if open && own.record.stands_at(state.context.now()) == Is::Lapsed {
        return Err(ran_out(&own.page, state.context.now()));
    }
    let Some(until) = own.record.until.filter(|_| open) else {
        // It was answered, or ran out: the booking's own page says how it stands.
        return Ok(see_other(&state.context.link(Purpose::Registration, &own.id, own.record.generation)));
    };
    let until = format!("{}, UK time", date_and_time(until));
    let takes = purpose == Purpose::RegistrationAccept;
    let (heading, words, label) = match takes {
        true => ("A place is held for you", format!("It is held until {until}. Press the button, and it is yours."), "Take the place"),
        false => (
            "Do you want to turn the place down?",
            format!("It is held for you until {until}. Press the button, and it goes to the next person."),
            "Turn it down",
        ),
    };
    let page = Press {
        event: Some(events::line(&own.page)),
        heading: heading.into(),
        words: vec![words],
        label: label.into(),
        takes_away: !takes,
        form: state.context.form(path(purpose, token)).head(),
        ..Press::default()
    };
    Ok(private_page(&state.context, StatusCode::OK, shell::of_week(own.event.week, heading, false), || press(page)))
}

/// The time to answer is over, and there is no button any more.
fn ran_out(event: &EventPage, now: Timestamp) -> Problem {
    let again = match event.when.start().is_some_and(|start| start <= now) {
        true => "",
        false => " If you still want to come, register again. If all places are taken, that puts you on the waiting list.",
    };
    let words = format!("The place was held for you, and the time to answer is over. It goes to the next person.{again}");
    problems::not_now("The time ran out", &words, Some(("See the event’s page", event.path())))
}

async fn answer(state: &State, purpose: Purpose, token: &str, form: &Form) -> Answer {
    form.only(&[] as &[&str])?;
    let own = Own::claimed(state, purpose, token).await?;
    let (event, id, now) = (&own.record.event, &own.record.id, state.context.now());
    let done = match purpose {
        Purpose::RegistrationAccept => state.registrations.accept(event, id, now).await,
        _ => state.registrations.decline(event, id, now).await,
    };
    done.map_err(|e| problems::of(e, &own.page.path()))?;
    let grant = state.context.grant(Purpose::Registration, &own.id, own.record.generation);
    Ok(grants::with(see_other(&own.path()), grant))
}

fn path(purpose: Purpose, token: &str) -> String {
    let act = if purpose == Purpose::RegistrationAccept { "accept" } else { "decline" };
    format!("/manage/registration/{act}/{token}")
}

//! Giving a place or turn back, and answering an offer.

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use domain::registration::RegistrationState as Is;
use frontend::pages::press::{Press, press};
use web::{Answer, Form, private_page, see_other};

use super::Own;
use crate::{State, events, problems, shell};

/// Asks whether to cancel, or to leave the waiting list.
pub(crate) async fn ask(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let own = Own::granted(&state, &headers, &id).await?;
    if !own.can_leave(&state) {
        return Ok(see_other(&own.path()));
    }
    let (title, heading, words) = match own.record.state {
        Is::Waiting => (
            "Leave the waiting list",
            "Do you want to leave the waiting list?",
            [
                "Your turn goes to the next person. What you told us about what would help is deleted.",
                "You can register again. While all places are taken, you then come last on the list.",
            ],
        ),
        _ => (
            "Cancel your booking",
            "Do you want to cancel your booking?",
            [
                "Your place goes to the next person. What you told us about what would help is deleted.",
                "You can register again while there are places.",
            ],
        ),
    };
    let page = Press {
        event: Some(events::line(&own.page)),
        heading: heading.into(),
        words: words.map(str::to_owned).to_vec(),
        label: own.leaving().into(),
        takes_away: true,
        form: own.button(&state, "cancel"),
        back: Some(own.path()),
    };
    Ok(private_page(&state.context, StatusCode::OK, shell::of_week(own.event.week, title, false), || press(page)))
}

/// Cancels.
pub(crate) async fn cancel(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&[] as &[&str])?;
    let own = Own::granted(&state, &headers, &id).await?;
    if own.page.is_over(state.context.now()) {
        return Ok(see_other(&own.path()));
    }
    let done = state.registrations.cancel(&own.record.event, &own.record.id, state.context.now()).await;
    done.map_err(|e| problems::of(e, &own.page.path()))?;
    Ok(see_other(&own.path()))
}

/// Takes an offered place.
pub(crate) async fn accept(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&[] as &[&str])?;
    let own = Own::granted(&state, &headers, &id).await?;
    let done = state.registrations.accept(&own.record.event, &own.record.id, state.context.now()).await;
    done.map_err(|e| problems::of(e, &own.page.path()))?;
    Ok(see_other(&own.path()))
}

/// Turns an offer down.
pub(crate) async fn decline(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&[] as &[&str])?;
    let own = Own::granted(&state, &headers, &id).await?;
    let done = state.registrations.decline(&own.record.event, &own.record.id, state.context.now()).await;
    done.map_err(|e| problems::of(e, &own.page.path()))?;
    Ok(see_other(&own.path()))
}

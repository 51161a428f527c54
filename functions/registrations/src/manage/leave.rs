//! Giving a place or turn back, and answering an offer.

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use frontend::pages::press::{Press, press};
use web::{Answer, Form, private_page, see_other};

use super::Own;
use crate::{State, events, problems, shell};

/// Asks whether to cancel.
pub(crate) async fn ask(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let own = Own::granted(&state, &headers, &id).await?;
    if !own.can_leave(&state) {
        return Ok(see_other(&own.path()));
    }
    let page = Press {
        event: Some(events::line(&own.page)),
        heading: "Do you want to cancel your booking?".into(),
        words: vec![
            "Your place goes to the next person. What you told us about what would help is deleted.".into(),
            "You can register again while there are places.".into(),
        ],
        label: "Cancel my booking".into(),
        takes_away: true,
        form: own.button(&state, "cancel"),
        back: Some(own.path()),
    };
    Ok(private_page(&state.context, StatusCode::OK, shell::of_week(own.event.week, "Cancel your booking", false), || press(page)))
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

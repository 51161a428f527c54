//! Confirming an address: whoever presses the button behind the mailed link has the mail.

use axum::extract::{Path, State as Given};
use axum::http::StatusCode;
use frontend::pages::press::{Press, press};
use web::{Answer, Form, Purpose, grants, private_page, see_other};

use super::Own;
use crate::{State, events, problems, shell};

/// The page with the button.
pub(crate) async fn ask(Given(state): Given<State>, Path(token): Path<String>) -> Answer {
    let own = Own::claimed(&state, Purpose::RegistrationConfirm, &token).await?;
    let form = state.context.form(format!("/manage/registration/confirm/{token}")).head();
    let page = Press {
        event: Some(events::line(&own.page)),
        heading: "Confirm your email address".into(),
        words: vec![
            "Press the button, so that we know the address is yours.".into(),
            "If you did not register for this event, close this page. Nothing more happens.".into(),
        ],
        label: "Confirm my email address".into(),
        form,
        ..Press::default()
    };
    Ok(private_page(&state.context, StatusCode::OK, shell::of_week(own.event.week, "Confirm your email address", false), || press(page)))
}

/// The button was pressed.
pub(crate) async fn confirm(Given(state): Given<State>, Path(token): Path<String>, form: Form) -> Answer {
    form.only(&[] as &[&str])?;
    let own = Own::claimed(&state, Purpose::RegistrationConfirm, &token).await?;
    let (event, id) = (&own.record.event, &own.record.id);
    state.registrations.confirm(event, id, state.context.now()).await.map_err(|e| problems::of(e, &own.page.path()))?;
    let grant = state.context.grant(Purpose::Registration, &own.id, own.record.generation);
    Ok(grants::with(see_other(&own.path()), grant))
}

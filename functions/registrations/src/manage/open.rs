//! Opening the private link: a page with a button, and only the button opens.

use axum::extract::{Path, State as Given};
use axum::http::StatusCode;
use frontend::pages::press::{Press, press};
use web::{Answer, Form, Purpose, grants, private_page, see_other};

use super::Own;
use crate::{State, shell};

/// The page with the button.
pub(crate) async fn ask(Given(state): Given<State>, Path(token): Path<String>) -> Answer {
    let own = Own::claimed(&state, Purpose::Registration, &token).await?;
    let form = state.context.form(format!("/manage/registration/open/{token}")).head();
    let page = Press {
        event: None,
        heading: "Open your booking".into(),
        words: vec!["Press the button to see your booking on this device for a day.".into()],
        label: "Open my booking".into(),
        form,
        ..Press::default()
    };
    Ok(private_page(&state.context, StatusCode::OK, shell::of_week(own.event.week, "Open your booking", false), || press(page)))
}

/// The button was pressed.
pub(crate) async fn open(Given(state): Given<State>, Path(token): Path<String>, form: Form) -> Answer {
    form.only(&[] as &[&str])?;
    let own = Own::claimed(&state, Purpose::Registration, &token).await?;
    let grant = state.context.grant(Purpose::Registration, &own.id, own.record.generation);
    Ok(grants::with(see_other(&own.path()), grant))
}

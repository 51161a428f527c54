//! A host registers somebody who phoned, wrote or came by, and who agreed to it.

use axum::extract::{Path, State as Given};
use axum::http::HeaderMap;
use web::{Answer, Form};

use super::Hosted;
use super::assisted::Assisting;
use crate::State;

/// The form.
pub(crate) async fn ask(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let hosted = Hosted::granted(&state, &headers, &id).await?;
    assisting(&hosted).ask(&state).await
}

/// Registers them, and goes on to their page on the list.
pub(crate) async fn add(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    let hosted = Hosted::granted(&state, &headers, &id).await?;
    assisting(&hosted).add(&state, form, |who| format!("{}/{who}", hosted.list())).await
}

fn assisting(hosted: &Hosted) -> Assisting<'_> {
    Assisting { event: &hosted.page, coordinator: None, action: format!("{}/add", hosted.list()), back: hosted.back(), sees_list: true }
}

//! How many places are left right now: read by the registration form's island.

use axum::Json;
use axum::extract::{Path, State as Given};
use axum::response::IntoResponse;
use serde::Serialize;
use web::{Answer, Problem};

use crate::{State, events};

/// What the island shows.
#[derive(Debug, Serialize)]
struct Left {
    /// Free places; null where there is no limit.
    free: Option<u32>,
    /// People on the waiting list.
    waiting: u32,
    /// "3 places left".
    words: String,
    /// "of 60".
    small: Option<String>,
}

/// The places of an event as of now.
pub(crate) async fn left(Given(state): Given<State>, Path(slug): Path<String>) -> Answer {
    let event = match events::at(&state, &slug, "/places").await? {
        Ok(event) => event,
        Err(moved) => return Ok(moved),
    };
    let places = state.registrations.places(&event.id).await?.ok_or(Problem::NotFound)?.public(state.context.now());
    let left = Left { free: places.free, waiting: places.waiting, words: places.words(), small: places.small_words() };
    Ok(([("cache-control", "no-store")], Json(left)).into_response())
}

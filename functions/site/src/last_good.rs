//! While the records can't be reached, public pages are shown as they last were, and say so (quality-bar R-26).
//!
//! What leads to a story is never kept: one that was withdrawn could come back that way. Nor is an address with a query, which says what
//! somebody looked for or collected.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State as From};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use frontend::shell::as_known;
use jiff::{SignedDuration, Timestamp};
use web::{FromBefore, MayBeFramed};

use crate::state::State;

/// No copy is shown for longer: by then too much may have changed.
const LONGEST: SignedDuration = SignedDuration::from_hours(12);

/// How many bytes are kept in all: some two hundred pages.
const MOST: usize = 4 * 1024 * 1024;

/// How an address of a story begins, in whatever format it stands. What is no text could hold it unseen.
const STORY: &str = "/stories/";

struct Copy {
    made: Timestamp,
    headers: HeaderMap,
    may_be_framed: bool,
    body: Bytes,
}

/// The copies, by path.
#[derive(Default)]
pub(crate) struct LastGood(Mutex<HashMap<String, Copy>>);

impl LastGood {
    fn keep(&self, path: String, copy: Copy) {
        let mut copies = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        copies.insert(path, copy);
        while copies.values().map(|copy| copy.body.len()).sum::<usize>() > MOST {
            let Some(oldest) = copies.iter().min_by_key(|(_, copy)| copy.made).map(|(path, _)| path.clone()) else { break };
            copies.remove(&oldest);
        }
    }

    fn forget(&self, path: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(path);
    }

    fn of(&self, path: &str, now: Timestamp) -> Option<Response> {
        let copies = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let copy = copies.get(path).filter(|copy| now.duration_since(copy.made) <= LONGEST)?;
        let body = match std::str::from_utf8(&copy.body).ok().and_then(|page| as_known(page, &domain::time::date_and_time(copy.made))) {
            Some(page) => Body::from(page),
            None => Body::from(copy.body.clone()),
        };
        let mut response = body.into_response();
        *response.headers_mut() = copy.headers.clone();
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response.extensions_mut().insert(FromBefore);
        if copy.may_be_framed {
            response.extensions_mut().insert(MayBeFramed);
        }
        Some(response)
    }
}

/// Keeps what went well, and answers with it where the records can't be reached.
pub(crate) async fn serve(From(state): From<State>, request: Request, next: Next) -> Response {
    let path = (request.method() == Method::GET && request.uri().query().is_none()).then(|| request.uri().path().to_owned());
    let response = next.run(request).await;
    let Some(path) = path else { return response };
    let now = state.context.now();
    match response.status() {
        StatusCode::OK => keep(&state, path, response, now).await,
        StatusCode::SERVICE_UNAVAILABLE => state.last_good.of(&path, now).unwrap_or(response),
        status => {
            if status == StatusCode::NOT_FOUND || status == StatusCode::GONE || status.is_redirection() {
                state.last_good.forget(&path);
            }
            response
        }
    }
}

async fn keep(state: &State, path: String, response: Response, now: Timestamp) -> Response {
    let (parts, body) = response.into_parts();
    // A page is in memory already; this takes it out of its wrapping.
    let Ok(body) = to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    match leads_to_a_story(&body) {
        true => state.last_good.forget(&path),
        false => {
            let may_be_framed = parts.extensions.get::<MayBeFramed>().is_some();
            state.last_good.keep(path, Copy { made: now, headers: parts.headers.clone(), may_be_framed, body: body.clone() });
        }
    }
    Response::from_parts(parts, Body::from(body))
}

fn leads_to_a_story(body: &[u8]) -> bool {
    std::str::from_utf8(body).map_or(true, |text| text.contains(STORY))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copy(second: i64, bytes: usize) -> Copy {
        let made = Timestamp::from_second(1_790_000_000 + second).unwrap();
        Copy { made, headers: HeaderMap::new(), may_be_framed: false, body: vec![b'x'; bytes].into() }
    }

    #[test]
    fn the_oldest_copies_make_room_and_none_is_shown_after_half_a_day() {
        let copies = LastGood::default();
        for n in 0..6 {
            copies.keep(format!("/{n}"), copy(n, 1024 * 1024));
        }
        let now = Timestamp::from_second(1_790_000_010).unwrap();
        let there: Vec<bool> = (0..6).map(|n| copies.of(&format!("/{n}"), now).is_some()).collect();
        assert_eq!(there, [false, false, true, true, true, true]);
        assert!(copies.of("/5", now + SignedDuration::from_hours(13)).is_none());
        copies.forget("/5");
        assert!(copies.of("/5", now).is_none());
    }

    #[test]
    fn what_leads_to_a_story_is_known_in_every_format() {
        for text in ["<a href=\"/stories/abc\">", "https://hub.example/stories/abc</id>", "\"url\":\"https://hub.example/stories/abc\""] {
            assert!(leads_to_a_story(text.as_bytes()), "{text}");
        }
        assert!(!leads_to_a_story(b"<a href=\"/england/2026/stories\">"));
    }
}

//! The day something is wrong: pages are served, nothing is changed. A form that is sent gets a page with everything that was typed,
//! so that it can be copied and kept (quality-bar R-26).

use axum::extract::{FromRequest, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use frontend::pages::not_now::{NotNow, Typed, not_now};
use frontend::shell::Shell;
use http::{HeaderValue, Method, StatusCode, header};

use crate::context::Context;
use crate::form::Form;
use crate::page::private_page;

/// After how many seconds programs may try again.
const AGAIN: HeaderValue = HeaderValue::from_static("600");

/// What is nobody's text: what our own pages put into forms, and what must not stand on a screen.
#[rustfmt::skip]
const NOT_TYPED: [&str; 16] = [
    "step", "act", "code", "version", "token", "words_version", "go", "from", "seen", "shown", "who", "q", "concern", "suggestion", "do",
    "take_back",
];

/// That a refusal is meant: it is no fault.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meant;

/// Answers every form with "not now" while the hub is read-only.
pub(crate) async fn check(State(context): State<Context>, request: Request, next: Next) -> Response {
    if !context.settings().read_only || matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let form = match Form::from_request(request, &()).await {
        Ok(form) => form,
        Err(problem) => return problem.into_response(),
    };
    let page = NotNow { typed: typed(&form), help: context.settings().contact.clone() };
    let shell = Shell { title: "You can't send this now".into(), ..Shell::default() };
    let mut response = private_page(&context, StatusCode::SERVICE_UNAVAILABLE, shell, || not_now(page));
    response.headers_mut().insert(header::RETRY_AFTER, AGAIN);
    response.extensions_mut().insert(Meant);
    response
}

/// The fields in which somebody wrote or chose something, named for people to tell them apart.
pub(crate) fn typed(form: &Form) -> Vec<Typed> {
    let told = form.answers.iter().filter(|(name, values)| !NOT_TYPED.contains(name) && values.iter().any(|value| !value.trim().is_empty()));
    told.map(|(name, values)| Typed { name: spoken(name), text: values.join("\n") }).collect()
}

/// `contact_name` as "Contact name".
fn spoken(name: &str) -> String {
    let words = name.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
#[path = "read_only/tests.rs"]
mod tests;

//! The frame around a function's routes: what isn't there, what breaks, who sends, which headers, one log line.

use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use frontend::shell::Shell;
use http::{HeaderValue, Method, StatusCode, header};
use tower_http::catch_panic::CatchPanicLayer;
use tracing::Instrument;

use crate::context::Context;
use crate::headers;
use crate::log::METRICS;
use crate::origin;
use crate::page::private_page;
use crate::problem::Problem;
use crate::read_only;
use crate::sent_again::{self, Sent};

/// Makes a function's routes a whole application: unknown paths, panics and bare statuses become pages, forms of other sites
/// are refused, every response carries the security headers, every request one log line without personal data.
pub fn finish(context: &Context, routes: Router) -> Router {
    routes
        .fallback(async || Problem::NotFound)
        .method_not_allowed_fallback(async || Problem::WrongMethod)
        .layer(from_fn_with_state(context.clone(), read_only::check))
        .layer(from_fn_with_state(context.clone(), origin::check))
        .layer(CatchPanicLayer::custom(|_| Problem::Fault.into_response()))
        .layer(from_fn_with_state(context.clone(), pages))
        .layer(from_fn(headers::security))
}

/// After how many seconds programs may try again what could not be done now.
const AGAIN: HeaderValue = HeaderValue::from_static("60");

/// The methods that have a name in logs: another could be any word.
const KNOWN: [Method; 6] = [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS];

/// Turns problems into pages, and logs.
async fn pages(State(context): State<Context>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = request.method().clone();
    // The pattern of the route stands for the path, which may hold a token.
    let route = request.extensions().get::<MatchedPath>().map_or("none".to_owned(), |path| path.as_str().to_owned());
    let reference = domain::ids::spell(&context.random::<8>());
    let span = tracing::info_span!("request", request = reference);
    let (response, sent) = match sent_again::keep(request).await {
        Ok((request, sent)) => (next.run(request).instrument(span.clone()).await, sent),
        Err(problem) => (problem.into_response(), None),
    };
    let status = response.status();
    span.in_scope(|| note(&method, &route, &response, begun.elapsed()));

    // The framework's own refusals are a line of plain text; they become pages too.
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    let refusal = status.is_client_error() || status.is_server_error();
    let is_page = response.status().is_redirection() || kind.is_some_and(|k| !refusal || !k.starts_with("text/plain"));
    let problem = match response.extensions().get::<Problem>() {
        Some(problem) => Some(problem.clone()),
        None if is_page => None,
        None => Problem::of_status(status),
    };
    match problem {
        Some(problem) => problem_page(&context, response, &problem, &reference, matches!(method, Method::GET | Method::HEAD), sent),
        None => response,
    }
}

/// The one line of a request. It stands in the log of the platform, so it holds nothing that a person wrote: the pattern of the
/// route in place of the path, no query, no address (quality-bar S-19, S-39).
fn note(method: &Method, route: &str, response: &Response, took: Duration) {
    let method = KNOWN.iter().find(|known| *known == method).map_or("other", Method::as_str);
    let meant = response.extensions().get::<read_only::Meant>().is_some();
    let from_before = response.extensions().get::<headers::FromBefore>().is_some();
    let faults = u8::from(response.status().is_server_error() && !meant || from_before);
    let millis = took.as_micros() as f64 / 1000.0;
    let status = response.status().as_u16();
    tracing::info!(target: METRICS, method, route, status, Milliseconds = millis, Requests = 1, Faults = faults, "answered");
}

/// The page of a problem, for whoever `only_read` a page or sent something; a form that may be sent again comes back on it, of others what
/// was typed.
fn problem_page(context: &Context, response: Response, problem: &Problem, reference: &str, only_read: bool, sent: Option<Sent>) -> Response {
    let mut made = match sent {
        Some(sent) if problem.of_a_form().is_some() => sent.page(context, problem, reference),
        sent => {
            let mut page = problem.page(reference, only_read);
            page.typed = sent.filter(|_| problem.shows_what_was_typed()).map(|sent| sent.typed()).unwrap_or_default();
            let shell = Shell { title: page.heading.clone(), demonstration: problem.is_demonstration(), ..Shell::default() };
            private_page(context, problem.status(), shell, move || frontend::pages::problem::problem(page))
        }
    };
    if problem.status() == StatusCode::SERVICE_UNAVAILABLE {
        made.headers_mut().insert(header::RETRY_AFTER, AGAIN);
    }
    // Cookies, Vary and Allow of the first answer stay.
    for (name, value) in response.headers() {
        if name == header::SET_COOKIE || name == header::VARY || name == header::ALLOW {
            made.headers_mut().append(name.clone(), value.clone());
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::routing::get;
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    use super::*;
    use crate::context::tests::context;

    async fn ask(method: &str, path: &str) -> (StatusCode, http::HeaderMap, String) {
        let routes = Router::new()
            .route("/breaks", get(async || -> &'static str { panic!("on purpose") }))
            .route("/number/{n}", get(async |axum::extract::Path(n): axum::extract::Path<u8>| n.to_string()))
            .route("/private", get(async || Problem::LinkStale));
        let request = http::Request::builder().method(method).uri(path).header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap();
        let response = finish(&context(), routes).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
        (parts.status, parts.headers, body)
    }

    #[tokio::test]
    async fn whatever_happens_is_a_page_with_a_way_on_and_all_headers() {
        for (method, path, status) in [
            ("GET", "/nowhere", 404),
            ("GET", "/breaks", 500),
            ("GET", "/private", 403),
            ("POST", "/breaks", 405),
            ("GET", "/number/many", 400),
            ("DELETE", "/nowhere", 404),
        ] {
            let (got, headers, body) = ask(method, path).await;
            assert_eq!(got.as_u16(), status, "{method} {path}");
            assert!(body.contains("<h1>") && body.contains("<a "), "{method} {path}: {body}");
            assert!(!body.contains("on purpose"));
            assert_eq!(headers["cache-control"], "no-store");
            assert_eq!(headers["content-security-policy"], headers::CONTENT_SECURITY_POLICY);
            assert_eq!(headers["referrer-policy"], "same-origin");
        }
    }
}

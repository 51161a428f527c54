//! Responses: public pages that the edge may keep for a moment, private ones that nobody keeps, files, redirects.

use axum::response::{IntoResponse, Response};
use frontend::IntoView;
use frontend::shell::{Shell, render};
use http::{HeaderValue, StatusCode, header};

use crate::context::Context;

/// A page anyone may read. The edge may keep it for `page_seconds`, never longer, and browsers ask each time (design §1).
pub fn public_page<V: IntoView + 'static>(context: &Context, shell: Shell, body: impl FnOnce() -> V) -> Response {
    let mut response = html(StatusCode::OK, render(&context.settings().assets, shell, body));
    let cache = match context.settings().page_seconds {
        0 => HeaderValue::from_static("no-cache"),
        seconds => HeaderValue::try_from(format!("public, max-age=0, s-maxage={seconds}")).unwrap_or(HeaderValue::from_static("no-cache")),
    };
    response.headers_mut().insert(header::CACHE_CONTROL, cache);
    response
}

/// A form, or a page for one person: kept by nobody, found by no search engine.
pub fn private_page<V: IntoView + 'static>(context: &Context, status: StatusCode, mut shell: Shell, body: impl FnOnce() -> V) -> Response {
    shell.noindex = true;
    shell.read_only = context.settings().read_only && status.is_success();
    let mut response = html(status, render(&context.settings().assets, shell, body));
    no_store(&mut response);
    response
}

pub(crate) fn no_store(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
}

fn html(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response()
}

/// Sends the person on after a form was taken (303). A path that isn't our own leads home (quality-bar S-28).
pub fn see_other(path: &str) -> Response {
    let path = if domain::link::is_own_path(path) { path } else { "/" };
    let target = HeaderValue::try_from(path).unwrap_or(HeaderValue::from_static("/"));
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, target)]).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Sends the person, and every link to the old address, on for good (308).
pub fn see_permanently(path: &str) -> Response {
    let mut response = see_other(path);
    *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
    response
}

/// A file made on the spot: a calendar, a feed. `public` as for [`public_page`]; otherwise kept by nobody.
pub fn file(context: &Context, content_type: &'static str, name: Option<&str>, public: bool, body: String) -> Response {
    let mut response = (StatusCode::OK, [(header::CONTENT_TYPE, content_type)], body).into_response();
    if let Some(name) = name
        && let Ok(value) = HeaderValue::try_from(format!("attachment; filename=\"{name}\""))
    {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    match (public, context.settings().page_seconds) {
        (true, seconds) if seconds > 0 => {
            if let Ok(value) = HeaderValue::try_from(format!("public, max-age=0, s-maxage={seconds}")) {
                response.headers_mut().insert(header::CACHE_CONTROL, value);
            }
        }
        (true, _) => {
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        }
        (false, _) => no_store(&mut response),
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_never_leave_the_hub() {
        for away in ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=y"] {
            assert_eq!(see_other(away).headers()[header::LOCATION], "/", "{away}");
        }
        assert_eq!(see_other("/events/a").headers()[header::LOCATION], "/events/a");
    }
}

//! Responses: public pages that the edge may keep for a moment, private ones that nobody keeps, files, redirects.

use axum::response::{IntoResponse, Response};
use frontend::IntoView;
use frontend::shell::{Shell, render};
use http::{HeaderValue, StatusCode, header};

use crate::context::Context;

/// A page anyone may read. The edge may keep it for `page_seconds`, never longer, and browsers ask each time (design §1).
pub fn public_page<V: IntoView + 'static>(context: &Context, shell: Shell, body: impl FnOnce() -> V) -> Response {
    let mut response = html(StatusCode::OK, render(&context.settings().assets, shell, body));
    response.headers_mut().insert(header::CACHE_CONTROL, kept_for_a_moment(context));
    response
}

/// How long the edge may keep what anyone may read. Where it asks again and is answered with an error, the edge would go on showing the
/// copy that it still has, also of a story that was withdrawn meanwhile, unless a page says that it must not
/// (Amazon CloudFront Developer Guide, "Manage how long content stays in the cache").
fn kept_for_a_moment(context: &Context) -> HeaderValue {
    let not_at_all = HeaderValue::from_static("no-cache");
    match context.settings().page_seconds {
        0 => not_at_all,
        seconds => HeaderValue::try_from(format!("public, max-age=0, s-maxage={seconds}, stale-if-error=0")).unwrap_or(not_at_all),
    }
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
    if public {
        response.headers_mut().insert(header::CACHE_CONTROL, kept_for_a_moment(context));
    } else {
        no_store(&mut response);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::tests::context;

    #[test]
    fn what_the_edge_may_keep_it_may_not_show_when_that_is_over() {
        let shell = Shell { title: "A page".into(), ..Shell::default() };
        let pages = [public_page(&context(), shell, || "words"), file(&context(), "text/calendar", None, true, "words".into())];
        for page in pages {
            assert_eq!(page.headers()[header::CACHE_CONTROL], "public, max-age=0, s-maxage=20, stale-if-error=0");
        }
        assert_eq!(file(&context(), "text/csv", None, false, "words".into()).headers()[header::CACHE_CONTROL], "no-store");
    }

    #[test]
    fn redirects_never_leave_the_hub() {
        for away in ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=y"] {
            assert_eq!(see_other(away).headers()[header::LOCATION], "/", "{away}");
        }
        assert_eq!(see_other("/events/a").headers()[header::LOCATION], "/events/a");
    }
}

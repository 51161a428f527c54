//! Forms are taken from our own pages only (quality-bar S-07).

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, Method, header};

use crate::context::{Context, Settings};
use crate::problem::Problem;

/// Refuses anything but GET and HEAD that another site sent, or of which nobody says who sent it.
pub async fn check(State(context): State<Context>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let mut response = match is_ours(request.headers(), context.settings()) {
        true => next.run(request).await,
        false => Problem::CrossSite.into_response(),
    };
    response.headers_mut().append(header::VARY, HeaderValue::from_static("Sec-Fetch-Site, Origin"));
    response
}

fn is_ours(headers: &HeaderMap, settings: &Settings) -> bool {
    let text = |name: &str| headers.get(name).map(|v| v.to_str().unwrap_or("unreadable"));
    match (text("sec-fetch-site"), text("origin")) {
        (Some("same-origin" | "none"), None) => true,
        (Some("same-origin" | "none") | None, Some(origin)) => origin == settings.origin || settings.also.iter().any(|o| o == origin),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn only_our_own_pages_send_forms() {
        let settings = Settings {
            origin: "https://hub.example".into(),
            also: vec!["http://localhost:8080".into()],
            assets: Default::default(),
            page_seconds: 0,
            memory: Duration::ZERO,
            demonstration_allowed: false,
            read_only: false,
            contact: Default::default(),
        };
        let table = [
            (Some("same-origin"), Some("https://hub.example"), true),
            (Some("same-origin"), Some("http://localhost:8080"), true),
            (Some("same-origin"), None, true),
            (Some("none"), None, true),
            (None, Some("https://hub.example"), true),
            (Some("cross-site"), Some("https://evil.example"), false),
            (Some("cross-site"), Some("https://hub.example"), false),
            (Some("cross-site"), None, false),
            (Some("same-site"), Some("https://hub.example"), false),
            (Some("same-origin"), Some("null"), false),
            (None, Some("null"), false),
            (None, None, false),
        ];
        for (site, origin, ours) in table {
            let mut headers = HeaderMap::new();
            if let Some(site) = site {
                headers.insert("sec-fetch-site", HeaderValue::from_static(site));
            }
            if let Some(origin) = origin {
                headers.insert("origin", HeaderValue::from_static(origin));
            }
            assert_eq!(is_ours(&headers, &settings), ours, "{site:?} {origin:?}");
        }
    }
}

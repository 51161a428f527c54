//! Only what came through the edge is answered, where the deployment has a secret for it; and then the edge's word counts for who
//! sent it (quality-bar S-21).

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, StatusCode, header};
use subtle::{Choice, ConstantTimeEq};

/// The header that the edge puts on what it passes on, with the secret in it.
pub const SECRET: HeaderName = HeaderName::from_static("x-hub-edge");

/// The header in which the edge names the sender's address and port.
const VIEWER: HeaderName = HeaderName::from_static("cloudfront-viewer-address");

/// The secrets by which the edge is known; none where there is no edge.
#[derive(Clone)]
pub struct Edge(Arc<Vec<Vec<u8>>>);

/// The sender's network address, as an edge that was known by its secret says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Viewer(pub String);

impl Edge {
    /// An edge that is known by any of these; without any, everything is taken and no header is believed.
    pub fn new(secrets: Vec<Vec<u8>>) -> Self {
        Self(Arc::new(secrets))
    }

    /// In a time that tells nothing about where a guess was wrong.
    fn knows(&self, headers: &HeaderMap) -> bool {
        let given = headers.get(SECRET).map_or(&[][..], |value| value.as_bytes());
        let known = self.0.iter().fold(Choice::from(0), |known, secret| known | secret.as_slice().ct_eq(given));
        known.into()
    }
}

/// Puts the check before a whole application.
pub fn guard(edge: Edge, routes: Router) -> Router {
    routes.layer(from_fn_with_state(edge, check))
}

async fn check(State(edge): State<Edge>, mut request: Request, next: Next) -> Response {
    if edge.0.is_empty() {
        return next.run(request).await;
    }
    if !edge.knows(request.headers()) {
        tracing::warn!("refused: not through the edge");
        return refused();
    }
    let address = request.headers().get(VIEWER).and_then(|value| value.to_str().ok()).and_then(|text| text.rsplit_once(':'));
    if let Some(viewer) = address.map(|(address, _port)| Viewer(address.to_owned())) {
        request.extensions_mut().insert(viewer);
    }
    request.headers_mut().remove(SECRET);
    next.run(request).await
}

/// A page without looks: whoever sees it came by another way than the hub's address, or met a secret that was changed by hand.
fn refused() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    ];
    (StatusCode::FORBIDDEN, headers, include_str!("edge/refused.html")).into_response()
}

#[cfg(test)]
#[path = "edge/tests.rs"]
mod tests;

//! Security headers on every response (quality-bar S-02…S-06). No nonces, so that pages can be kept at the edge (design, decision 2).

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue, header};

/// What a page may load and do: our own files, and nothing inline.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 8] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), \
magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), \
web-share=(), xr-spatial-tracking=()",
    ),
    (header::X_FRAME_OPTIONS, "DENY"),
    // `no-referrer` would make a form without script send `Origin: null`.
    (header::REFERRER_POLICY, "same-origin"),
];

/// As [`CONTENT_SECURITY_POLICY`], for what partners may show in a frame.
const FRAMED_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; \
object-src 'none'; frame-ancestors *";

/// Marks a response that pages of other sites may show in a frame. Only `/embed` does (design §3): nothing can be done in it.
#[derive(Clone, Copy, Debug)]
pub struct MayBeFramed;

/// Marks a page that is shown as it was before, because the records can't be reached: it counts as a fault of ours, whatever its status.
#[derive(Clone, Copy, Debug)]
pub struct FromBefore;

/// Puts the headers on a response, and `no-store` where nothing was said about keeping it.
pub async fn security(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let framed = response.extensions().get::<MayBeFramed>().is_some();
    let headers = response.headers_mut();
    if framed {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(FRAMED_POLICY));
        headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
    }
    for (name, value) in HEADERS {
        // This one knows no “everybody”: in a frame the policy stands alone.
        if !(framed && name == header::X_FRAME_OPTIONS) {
            headers.entry(name).or_insert(HeaderValue::from_static(value));
        }
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

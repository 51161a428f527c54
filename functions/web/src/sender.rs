//! Who sends, as far as rate limits need to know: a keyed hash of the network address that changes every day.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use http::request::Parts;
use lambda_http::request::RequestContext;

use crate::context::Context;
use crate::edge::Viewer;

/// A hash of the sender's address for today; another one tomorrow (design, decision 14). The address is what an edge says that was
/// known by its secret, else what stands in the platform's own request context, else the socket's: never what a sender could write
/// into a header (quality-bar S-21).
#[derive(Clone, Debug)]
pub struct Sender {
    address: String,
    is_this_machine: bool,
}

impl Sender {
    /// The hash, for this purpose only: the same sender has another one elsewhere.
    pub fn hash(&self, context: &Context, purpose: &str) -> String {
        let day = context.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        context.mac(0, &format!("sender|{purpose}|{day}|{}", self.address))
    }

    /// Whether the request came from the machine that the hub itself runs on: at home, where whatever stands before the hub sends for
    /// everybody. Never so where a platform or an edge names the sender.
    pub fn is_this_machine(&self) -> bool {
        self.is_this_machine
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Sender {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let from_edge = parts.extensions.get::<Viewer>().map(|viewer| viewer.0.clone());
        let from_platform = || {
            parts.extensions.get::<RequestContext>().and_then(|context| match context {
                RequestContext::ApiGatewayV2(v2) => v2.http.source_ip.clone(),
                _ => None,
            })
        };
        let named = from_edge.or_else(from_platform);
        let socket = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let is_this_machine = named.is_none() && socket.is_some_and(|ip| ip.is_loopback());
        Ok(Self { address: named.or_else(|| socket.map(|ip| ip.to_string())).unwrap_or_default(), is_this_machine })
    }
}

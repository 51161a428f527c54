//! A loopback proxy in front of the database. It takes conditions out of transactions, so that a test can show what happens
//! without a guard while the hub itself stays as it is; it refuses what a role may not do; it counts calls, and units where asked.

mod extent;
mod faults;
mod meter;
mod strip;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use anyhow::Result;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use tokio::task::JoinHandle;

pub use extent::{everything, third};
pub use faults::{Fault, Faults};
pub use meter::Meter;
pub use strip::Step;

use crate::roles::Watch;

/// What the proxy does to the calls it passes on.
#[derive(Clone, Default)]
pub struct Rules {
    /// The steps of transactions that lose their condition.
    pub unguarded: Option<fn(&Step<'_>) -> bool>,
    /// The role of the function that calls; what it does not grant is refused.
    pub role: Option<Watch>,
    /// What goes wrong on the way.
    pub faults: Option<Arc<Faults>>,
    /// What adds up the units that calls use, while it is on.
    pub meter: Option<Arc<Meter>>,
}

struct Behind {
    to: String,
    rules: Rules,
    http: reqwest::Client,
    calls: Mutex<BTreeMap<String, usize>>,
}

/// A running proxy. Ends when dropped.
pub struct Proxy {
    address: SocketAddr,
    behind: Arc<Behind>,
    serving: JoinHandle<()>,
}

impl Proxy {
    /// Puts one in front of a database.
    ///
    /// # Errors
    /// Where the machine gives no port.
    pub async fn before(endpoint: &str, rules: Rules) -> Result<Self> {
        Self::at_once(endpoint, rules)
    }

    /// The same, for callers that can't wait. Inside a runtime.
    pub(crate) fn at_once(endpoint: &str, rules: Rules) -> Result<Self> {
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0))?;
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let address = listener.local_addr()?;
        let behind = Arc::new(Behind { to: endpoint.to_owned(), rules, http: reqwest::Client::new(), calls: Mutex::default() });
        let router = Router::new().fallback(pass_on).with_state(behind.clone());
        let serving = tokio::spawn(async move {
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { address, behind, serving })
    }

    /// Where it answers.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How often each operation was called, by its name.
    pub fn calls(&self) -> BTreeMap<String, usize> {
        self.behind.calls.lock().map(|calls| calls.clone()).unwrap_or_default()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn pass_on(State(behind): State<Arc<Behind>>, headers: HeaderMap, body: Bytes) -> Response {
    let target = headers.get("x-amz-target").and_then(|t| t.to_str().ok()).unwrap_or_default();
    let operation = target.rsplit('.').next().unwrap_or_default().to_owned();
    if let Ok(mut calls) = behind.calls.lock() {
        *calls.entry(operation.clone()).or_default() += 1;
    }
    let mut asked: Value = serde_json::from_slice(&body).unwrap_or_default();
    if behind.rules.role.as_ref().is_some_and(|role| role.refuses(&operation, &asked).is_some()) {
        return refused();
    }
    let fault = behind.rules.faults.as_ref().and_then(|faults| faults.strikes(&operation));
    if let Some((status, answer)) = fault.and_then(|fault| fault.answer(&asked)) {
        return json(status, answer.to_string().into());
    }
    if let Some(fault) = fault {
        fault.changes(&mut asked);
    }
    match fault {
        Some(Fault::LostBefore) => return lost(),
        // Until the caller closes the connection.
        Some(Fault::HangsBefore) => return std::future::pending().await,
        Some(Fault::Stale) => {
            if let Some(before) = behind.rules.faults.as_ref().and_then(|faults| faults.before(&asked)) {
                return json(StatusCode::OK, before.into());
            }
        }
        _ => {}
    }
    if let Some(unguarded) = behind.rules.unguarded
        && operation == "TransactWriteItems"
    {
        strip::strip(&mut asked, unguarded);
    }
    let meter = behind.rules.meter.as_ref().filter(|meter| meter.asks(&operation, &mut asked));
    let mut request = behind.http.post(&behind.to).body(asked.to_string());
    for name in ["x-amz-target", "content-type", "authorization", "x-amz-date"] {
        if let Some(value) = headers.get(name) {
            request = request.header(name, value.as_bytes());
        }
    }
    match request.send().await {
        Ok(answer) => {
            let status = StatusCode::from_u16(answer.status().as_u16()).unwrap_or(StatusCode::BAD_GATEWAY);
            let body = answer.bytes().await.unwrap_or_default();
            match fault {
                Some(Fault::LostAfter) => return lost(),
                Some(Fault::HangsAfter) => return std::future::pending().await,
                _ => {}
            }
            if let Some(faults) = behind.rules.faults.as_ref().filter(|_| Fault::Stale.concerns(&operation)) {
                faults.remember(&asked, &body);
            }
            if let Some(meter) = meter {
                meter.note(&operation, &body);
            }
            json(status, body.into())
        }
        Err(_) => StatusCode::BAD_GATEWAY.into_response(),
    }
}

fn refused() -> Response {
    json(StatusCode::BAD_REQUEST, r#"{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"not for this role"}"#.into())
}

fn json(status: StatusCode, body: Body) -> Response {
    (status, [("content-type", "application/x-amz-json-1.0")], body).into_response()
}

/// The connection breaks in the middle of the answer.
fn lost() -> Response {
    let broken = tokio_stream::iter([Ok("{"), Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset))]);
    json(StatusCode::OK, Body::from_stream(broken))
}

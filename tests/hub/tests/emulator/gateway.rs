//! The HTTP API on loopback: turns a request into an event for the function that serves its path, and the answer back.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri};
use hub_tests::roles::FUNCTIONS;
use hub_tests::template::Template;
use serde_json::{Map, Value, json};

use crate::invoke::Invoke;
use crate::recorded;

/// The function that serves a path: of the template's routes that fit, the one that spells out most of it; `site` takes the rest.
fn function(path: &str) -> &'static str {
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    let spelled_out = |route: &str| -> Option<usize> {
        let places: Vec<&str> = route.trim_matches('/').split('/').collect();
        let one = |(place, part): (&&str, &&str)| if place.starts_with('{') { Some(0) } else { (place == part).then_some(1) };
        (places.len() == parts.len()).then(|| places.iter().zip(&parts).map(one).sum::<Option<usize>>()).flatten()
    };
    let routes = FUNCTIONS.into_iter().flat_map(|name| {
        let events = Template::get().function(name)["Events"].as_object().into_iter().flatten();
        events.filter_map(move |(_, event)| Some((name, event["Properties"]["Path"].as_str()?)))
    });
    routes.filter_map(|(name, route)| Some((spelled_out(route)?, name))).max().map_or("site", |(_, name)| name)
}

#[derive(Clone)]
struct Behind {
    functions: Invoke,
    origin: String,
}

/// Listens on a free port.
pub async fn start(functions: Invoke, origin: String) -> SocketAddr {
    let app = Router::new().fallback(pass).with_state(Behind { functions, origin });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

async fn pass(State(behind): State<Behind>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response<Body> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let cookies = text("cookie");
    let pairs: Vec<&str> = cookies.split("; ").filter(|pair| !pair.is_empty()).collect();
    let address = uri.path_and_query().map_or("/", |both| both.as_str());
    let mut event = match method {
        Method::POST => recorded::post(address, &[], &pairs, &behind.origin),
        _ => recorded::get(address, &pairs),
    };
    if method == Method::POST {
        event["body"] = json!(data_encoding::BASE64.encode(&body));
        event["headers"]["content-length"] = json!(body.len().to_string());
    }
    match behind.functions.invoke(function(uri.path()), &event, Duration::from_secs(30)).await {
        Ok(answer) => response(&answer),
        Err(said) => Response::builder().status(StatusCode::BAD_GATEWAY).body(Body::from(said)).expect("an answer"),
    }
}

fn response(answer: &Value) -> Response<Body> {
    let mut response = Response::builder().status(answer["statusCode"].as_u64().and_then(|s| u16::try_from(s).ok()).unwrap_or(502));
    let nothing = Map::new();
    for (name, value) in answer["headers"].as_object().unwrap_or(&nothing) {
        response = response.header(name, value.as_str().unwrap_or_default());
    }
    for cookie in answer["cookies"].as_array().into_iter().flatten() {
        response = response.header("set-cookie", cookie.as_str().unwrap_or_default());
    }
    let body = answer["body"].as_str().unwrap_or_default();
    let bytes = match answer["isBase64Encoded"].as_bool() {
        Some(true) => data_encoding::BASE64.decode(body.as_bytes()).expect("base 64"),
        _ => body.as_bytes().to_vec(),
    };
    response.body(Body::from(bytes)).expect("an answer")
}

//! API Gateway HTTP API events (payload 2.0), as the gateway sends them.

use serde_json::{Value, json};

const EVENT: &str = include_str!("recorded/http-api.json");

fn event(method: &str, address: &str, cookies: &[&str]) -> Value {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mut event: Value = serde_json::from_str(EVENT).expect("the recorded event is JSON");
    event["rawPath"] = json!(path);
    event["rawQueryString"] = json!(query);
    event["requestContext"]["http"]["method"] = json!(method);
    event["requestContext"]["http"]["path"] = json!(path);
    if !cookies.is_empty() {
        event["cookies"] = json!(cookies);
    }
    event
}

/// Somebody opens a page.
pub fn get(address: &str, cookies: &[&str]) -> Value {
    event("GET", address, cookies)
}

/// Somebody sends a form. The gateway hands its body on in base 64.
pub fn post(address: &str, fields: &[(&str, &str)], cookies: &[&str], origin: &str) -> Value {
    let mut event = event("POST", address, cookies);
    let body = fields.iter().map(|(n, v)| format!("{n}={}", encode(v))).collect::<Vec<_>>().join("&");
    event["headers"]["content-type"] = json!("application/x-www-form-urlencoded");
    event["headers"]["origin"] = json!(origin);
    event["headers"]["content-length"] = json!(body.len().to_string());
    event["body"] = json!(data_encoding::BASE64.encode(body.as_bytes()));
    event["isBase64Encoded"] = json!(true);
    event
}

fn encode(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

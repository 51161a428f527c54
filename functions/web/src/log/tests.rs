use std::io::Write;
use std::sync::{Arc, Mutex};

use serde_json::Value;

#[derive(Clone, Default)]
struct Caught(Arc<Mutex<Vec<u8>>>);

impl Write for Caught {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn lines(write: impl FnOnce()) -> Vec<Value> {
    let caught = Caught::default();
    let writer = caught.clone();
    tracing::subscriber::with_default(crate::log::to(move || writer.clone(), tracing::Level::INFO), write);
    let bytes = caught.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap().lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"))).collect()
}

#[test]
fn a_line_break_in_a_field_stays_inside_its_line() {
    let typed = "one\r\n{\"level\":\"ERROR\",\"forged\":true}\u{2028}\u{85}\u{1b}[31m";
    let lines = lines(|| {
        tracing::warn!(error = typed, shown = %typed, "said\n{typed}");
    });
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(lines[0]["error"], typed);
    assert_eq!(lines[0]["level"], "WARN");
    assert!(lines[0].get("forged").is_none());
}

#[test]
fn the_fields_of_the_request_are_on_every_line_of_it() {
    let lines = lines(|| tracing::info_span!("request", request = "abc").in_scope(|| tracing::error!("the store refused")));
    assert_eq!((lines[0]["request"].as_str(), lines[0]["message"].as_str()), (Some("abc"), Some("the store refused")));
    assert!(lines[0].get("_aws").is_none());
}

#[test]
fn figures_are_in_the_embedded_format() {
    let lines = lines(|| tracing::info!(target: super::METRICS, route = "/", Requests = 1, Milliseconds = 1.5, OldestSeconds = 0, "answered"));
    let directive = &lines[0]["_aws"]["CloudWatchMetrics"][0];
    assert!(lines[0]["_aws"]["Timestamp"].as_i64().unwrap() > 1_700_000_000_000);
    assert_eq!(directive["Dimensions"], serde_json::json!([["function"]]));
    let units: Vec<_> = directive["Metrics"].as_array().unwrap().iter().map(|m| format!("{} {}", m["Name"], m["Unit"])).collect();
    assert_eq!(units, [r#""Milliseconds" "Milliseconds""#, r#""OldestSeconds" "Seconds""#, r#""Requests" "Count""#]);
    for figure in ["Requests", "Milliseconds", "function"] {
        assert!(!lines[0][figure].is_null(), "{figure}");
    }
}

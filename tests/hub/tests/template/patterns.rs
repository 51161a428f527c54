//! What the mailer is woken by: its patterns on events as AWS sends them.

use hub_tests::template::Template;
use serde_json::{Value, json};

const STREAM: &str = include_str!("../mail/recorded/stream-record.json");
const BOUNCE: &str = include_str!("../mail/recorded/ses-bounce.json");
const COMPLAINT: &str = include_str!("../mail/recorded/ses-complaint.json");

/// Whether an event is like a pattern, by the rules that streams' filters and EventBridge share: every field must be there with one of the
/// values, and of a list in the event one is enough.
fn matches(pattern: &Value, event: &Value) -> bool {
    match pattern {
        Value::Object(fields) => fields.iter().all(|(name, inner)| matches(inner, &event[name])),
        Value::Array(wanted) => {
            let is = event.as_array().map_or(std::slice::from_ref(event), Vec::as_slice);
            is.iter().any(|value| wanted.iter().any(|one| like(one, value)))
        }
        other => panic!("no pattern: {other}"),
    }
}

fn like(wanted: &Value, value: &Value) -> bool {
    match wanted.as_object() {
        None => wanted == value,
        Some(how) if how.len() == 1 && how.contains_key("prefix") => {
            value.as_str().is_some_and(|text| text.starts_with(how["prefix"].as_str().unwrap()))
        }
        Some(_) => panic!("these tests don't know {wanted}"),
    }
}

/// The event with another value at a place in it.
fn with(event: &str, place: &str, value: Value) -> Value {
    let mut event: Value = serde_json::from_str(event).unwrap();
    *event.pointer_mut(place).expect("there is such a place") = value;
    event
}

#[test]
fn the_stream_wakes_the_mailer_for_messages_that_begin_to_wait() {
    let filters = Template::get().function("mailer")["Events"]["Outbox"]["Properties"]["FilterCriteria"]["Filters"].as_array().unwrap();
    let patterns: Vec<Value> = filters.iter().map(|filter| serde_json::from_str(filter["Pattern"].as_str().unwrap()).unwrap()).collect();
    let woken = |event: Value| patterns.iter().any(|pattern| matches(pattern, &event));
    assert!(woken(serde_json::from_str(STREAM).unwrap()));
    for name in ["MODIFY", "REMOVE"] {
        assert!(!woken(with(STREAM, "/eventName", json!(name))), "{name}");
    }
    for key in ["SENT#abc", "RETURNED#abc", "ASIDE"] {
        assert!(!woken(with(STREAM, "/dynamodb/Keys/pk/S", json!(key))), "{key}");
    }
}

#[test]
fn bounces_and_complaints_of_this_deployment_reach_the_mailer() {
    let pattern = &Template::get().function("mailer")["Events"]["Returned"]["Properties"]["Pattern"];
    for event in [BOUNCE, COMPLAINT] {
        assert!(matches(pattern, &serde_json::from_str(event).unwrap()), "{event}");
        assert!(!matches(pattern, &with(event, "/detail-type", json!("Email Delivered"))));
        assert!(!matches(pattern, &with(event, "/source", json!("aws.s3"))));
        assert!(!matches(pattern, &with(event, "/detail/mail/tags/ses:configuration-set", json!(["trial"]))), "another deployment's");
    }
}

//! Events that no gateway sends: one clear line each, nothing of what they hold in it, and the next request is answered.

use serde_json::{Value, json};

use crate::function::{Function, World};
use crate::recorded::get;

const CANARY: &str = "canary@example.org";

fn malformed() -> Vec<Value> {
    let mut without_context = get("/", &[]);
    without_context.as_object_mut().expect("an object").remove("requestContext");
    let mut odd = get("/", &[]);
    odd["headers"] = json!(CANARY);
    let mut odd_context = get("/", &[]);
    odd_context["requestContext"]["http"] = json!([CANARY]);
    vec![json!(CANARY), json!([CANARY]), json!({}), Value::Null, json!({ "requestContext": CANARY }), without_context, odd, odd_context]
}

#[tokio::test]
async fn an_event_that_is_no_request_is_one_clear_line_without_its_words_and_the_next_is_answered() {
    let world = World::with_weeks().await;
    let mut site = Function::heard(&world, "site").await;
    let events = malformed();
    for event in &events {
        site.fail(event).await;
        assert_eq!(site.ask(&get("/healthz", &[])).await["statusCode"], 200, "after {event}");
    }
    let lines = site.stop_and_tell();
    let errors: Vec<&Value> = lines.iter().filter(|line| line["level"] == "ERROR").collect();
    assert_eq!(errors.len(), events.len(), "one line each: {lines:?}");
    for line in errors {
        assert!(line["message"].as_str().is_some_and(|said| said.contains("deserialization") && said.contains("failed")), "{line}");
    }
    let all = serde_json::to_string(&lines).expect("JSON");
    assert!(!all.contains("canary"), "{all}");
}

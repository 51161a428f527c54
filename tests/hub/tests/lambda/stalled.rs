//! A database that takes connections and never answers: people get a page that says so, while their browser still waits.

use std::time::{Duration, Instant};

use hub_tests::template::Template;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::function::{Function, World};
use crate::recorded::{get, post};

/// Takes every connection, holds it, and says nothing.
async fn nobody_answers() -> (String, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    let holding = tokio::spawn(async move {
        let mut held = Vec::new();
        while let Ok((connection, _)) = listener.accept().await {
            held.push(connection);
        }
    });
    (endpoint, holding)
}

/// How long the platform lets a function work on one request before it ends it.
fn whole_timeout(function: &str) -> Duration {
    let template = Template::get();
    let seconds = template.function(function)["Timeout"].as_u64().or(template.globals()["Timeout"].as_u64());
    Duration::from_secs(seconds.expect("a timeout"))
}

fn is_a_page_that_says_so(answer: &Value) {
    assert_eq!(answer["statusCode"], 503, "{answer}");
    let body = answer["body"].as_str().expect("a page");
    assert!(body.contains("<main") && body.contains("This part of the site is not working"), "{body}");
}

#[tokio::test]
async fn a_page_whose_data_never_comes_says_so_well_before_the_function_is_ended() {
    let world = World::with_weeks().await;
    let (endpoint, holding) = nobody_answers().await;
    for (name, address) in [("site", "/"), ("events", "/list-an-event"), ("registrations", "/events/power/register")] {
        let mut function = Function::start_with(&world, name, &[("AWS_ENDPOINT_URL_DYNAMODB", Some(endpoint.as_str()))]).await;
        function.started().await;
        let begun = Instant::now();
        is_a_page_that_says_so(&function.ask(&get(address, &[])).await);
        assert!(begun.elapsed() < whole_timeout(name) * 2 / 3, "{name} took {:?}", begun.elapsed());
        function.stop();
    }
    holding.abort();
}

#[tokio::test]
async fn a_form_that_can_t_be_kept_is_answered_and_may_be_sent_again() {
    let world = World::with_weeks().await;
    let (endpoint, holding) = nobody_answers().await;
    let mut stalled = Function::start_with(&world, "events", &[("AWS_ENDPOINT_URL_DYNAMODB", Some(endpoint.as_str()))]).await;
    let mut well = Function::start(&world, "events").await;
    let page = well.ask(&get("/list-an-event", &[])).await;
    let key = world.form_key(page["body"].as_str().expect("a page"));
    let form = post("/list-an-event", &[("form_key", key.as_str()), ("week", &world.open), ("website", "")], &[], &world.origin);
    stalled.started().await;
    let begun = Instant::now();
    is_a_page_that_says_so(&stalled.ask(&form).await);
    assert!(begun.elapsed() < whole_timeout("events"), "it took {:?}", begun.elapsed());
    assert_eq!(well.ask(&form).await["statusCode"], 303, "the same form, once the database answers");
    stalled.stop();
    well.stop();
    holding.abort();
}

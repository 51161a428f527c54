//! How quickly each binary starts and answers, and what it holds: printed beside the budgets, for people to read. No figure fails.

use std::time::Instant;

use serde_json::{Value, json};
use tokio_rustls::rustls::version::TLS13;

use crate::behind::Behind;
use crate::function::{Function, World};
use crate::recorded::get;

const CALLS: usize = 300;

/// What each function is asked. The mailer looks up a message that isn't there; the keeper looks what is due.
fn questions() -> [(&'static str, Value); 7] {
    let none = crate::stream::inserted("WAITING#1", "of-nothing", 1);
    [
        ("site", get("/", &[])),
        ("events", get("/list-an-event", &[])),
        ("registrations", get("/links", &[])),
        ("stories", get("/share-your-story", &[])),
        ("desk", get("/desk/sign-in", &[])),
        ("mailer", json!({ "Records": [none] })),
        ("keeper", json!({})),
    ]
}

fn millis(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1_000.0
}

/// How long a start takes whose calls are encrypted, in milliseconds. (Budget: the start's 20 and 20 for the first call.)
async fn start_by_tls(world: &World, name: &str, behind: &Behind) -> f64 {
    let endpoint = ("AWS_ENDPOINT_URL_DYNAMODB", Some(behind.endpoint.as_str()));
    let trusted = ("SSL_CERT_FILE", behind.authority.to_str());
    let (before, begun) = (behind.shaken(), Instant::now());
    let function = Function::start_with(world, name, &[endpoint, trusted, ("HUB_SENDER", Some("Hub <hub@hub.example>"))]).await;
    function.started().await;
    let start = millis(begun);
    assert!(behind.shaken() > before, "{name} called nobody");
    function.stop();
    start
}

#[tokio::test]
#[ignore = "needs the functions' release binaries: tests/run emulator"]
async fn how_quick_the_functions_are() {
    let world = World::with_weeks().await;
    println!("\nThe functions by themselves, over the Runtime API, database and test on the same machine ({CALLS} calls each)");
    println!("  The first call to AWS is part of a start. By TLS: the same start, with the database behind TLS as it is at AWS.");
    println!("  {:<14} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}", "function", "start ms", "by TLS ms", "first ms", "p50 ms", "p95 ms", "memory MB");
    println!("  {:<14} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}", "(budget)", 20, 40, 20, 8, 25, 32);
    let behind = Behind::tls(&world.engine.endpoint(), &TLS13).await;
    for (name, question) in questions() {
        let begun = Instant::now();
        let mut function = Function::start_with(&world, name, &[("HUB_SENDER", Some("Hub <hub@hub.example>"))]).await;
        function.started().await;
        let start = millis(begun);
        let encrypted = start_by_tls(&world, name, &behind).await;
        let begun = Instant::now();
        function.ask(&question).await;
        let first = millis(begun);
        let mut times = Vec::with_capacity(CALLS);
        for _ in 0..CALLS {
            let begun = Instant::now();
            function.ask(&question).await;
            times.push(millis(begun));
        }
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
        let memory = function.memory().unwrap_or(f64::NAN);
        println!("  {name:<14} {start:>9.1} {encrypted:>9.1} {first:>9.1} {:>9.2} {:>9.2} {memory:>9.1}", at(0.5), at(0.95));
        function.stop();
    }
}

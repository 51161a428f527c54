//! The functions as Lambda runs them: the binaries themselves, driven through the Lambda Runtime API with API Gateway events.

#[path = "lambda/behind.rs"]
mod behind;
#[path = "lambda/function.rs"]
#[allow(dead_code, reason = "the emulator's tests use the rest")]
mod function;
#[path = "lambda/malformed.rs"]
mod malformed;
#[path = "lambda/recorded.rs"]
mod recorded;
#[path = "lambda/runtime_api.rs"]
#[allow(dead_code, reason = "the emulator's tests use the rest")]
mod runtime_api;
#[path = "lambda/stalled.rs"]
mod stalled;
#[path = "lambda/starting.rs"]
mod starting;
#[path = "lambda/tls.rs"]
mod tls;

use function::{Function, World};
use recorded::{get, post};

#[tokio::test]
async fn site_answers_pages_one_after_another_in_one_environment() {
    let world = World::with_weeks().await;
    let mut site = Function::start(&world, "site").await;
    let first = site.ask(&get("/", &[])).await;
    assert_eq!(first["statusCode"], 200);
    assert!(first["body"].as_str().unwrap().contains("<h1>"));
    assert_eq!(first["isBase64Encoded"], false);
    let second = site.ask(&get("/england/2018", &[])).await;
    assert!(second["body"].as_str().unwrap().contains("Breaking down the barriers"));
    let unknown = site.ask(&get("/no/such/page/anywhere", &[])).await;
    assert_eq!(unknown["statusCode"], 404);
    assert!(
        unknown["body"].as_str().unwrap().contains("We can't find that page")
            || unknown["body"].as_str().unwrap().contains("We can&#39;t find that page")
            || unknown["body"].as_str().unwrap().contains("We can&#x27;t find that page")
    );
    assert_eq!(unknown["headers"]["content-security-policy"], web::CONTENT_SECURITY_POLICY);
    site.stop();
}

#[tokio::test]
async fn a_form_posted_through_the_gateway_begins_a_draft_and_its_cookie_opens_it() {
    let world = World::with_weeks().await;
    let mut events = Function::start(&world, "events").await;
    let start = events.ask(&get("/list-an-event", &[])).await;
    assert_eq!(start["statusCode"], 200, "{start}");
    let key = world.form_key(start["body"].as_str().unwrap());
    let sent = events.ask(&post("/list-an-event", &[("form_key", &key), ("week", &world.open), ("website", "")], &[], &world.origin)).await;
    assert_eq!(sent["statusCode"], 303, "{sent}");
    let cookies: Vec<String> = sent["cookies"].as_array().unwrap().iter().map(|c| c.as_str().unwrap().to_owned()).collect();
    assert!(cookies.iter().all(|c| c.starts_with("__Host-") && c.contains("Secure") && c.contains("HttpOnly")), "{cookies:?}");
    let pairs: Vec<String> = cookies.iter().map(|c| c.split(';').next().unwrap().to_owned()).collect();
    let pairs: Vec<&str> = pairs.iter().map(String::as_str).collect();
    let step = sent["headers"]["location"].as_str().unwrap();
    let with_cookie = events.ask(&get(step, &pairs)).await;
    assert_eq!(with_cookie["statusCode"], 200, "{with_cookie}");
    let without = events.ask(&get(step, &[])).await;
    assert_eq!(without["statusCode"], 403);
    events.stop();
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_by_the_function_itself() {
    let world = World::with_weeks().await;
    let mut events = Function::start(&world, "events").await;
    let sent = events.ask(&post("/list-an-event", &[("week", "england/2026")], &[], "https://evil.example")).await;
    assert_eq!(sent["statusCode"], 403);
    events.stop();
}

#[tokio::test]
async fn registrations_answers_for_an_event_that_is_not_there_with_a_page() {
    let world = World::with_weeks().await;
    let mut registrations = Function::start(&world, "registrations").await;
    let page = registrations.ask(&get("/events/no-such-event/register", &[])).await;
    assert_eq!(page["statusCode"], 404);
    assert!(page["body"].as_str().unwrap().contains("<main"));
    let links = registrations.ask(&get("/links", &[])).await;
    assert_eq!(links["statusCode"], 200);
    registrations.stop();
}

#[tokio::test]
async fn after_a_panic_the_same_process_answers_the_next_request() {
    let world = World::with_weeks().await;
    let mut function = Function::start(&world, "breaks").await;
    let broken = function.ask(&get("/breaks", &[])).await;
    assert_eq!(broken["statusCode"], 500);
    let body = broken["body"].as_str().unwrap();
    assert!(body.contains("Something went wrong on our side") && !body.contains("on purpose"));
    let works = function.ask(&get("/works", &[])).await;
    assert_eq!(works["statusCode"], 200);
    function.stop();
}

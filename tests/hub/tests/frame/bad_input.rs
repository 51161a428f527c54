//! Forms that don't come as they should: a plain page with a way on, nothing written, nothing lost.

use hub_tests::Fields;
use reqwest::Method;

use super::*;

fn begin() -> Fields {
    Fields::of([("week", "demo/2026"), ("website", "")])
}

async fn key(hub: &TestHub) -> String {
    let page = hub.get("/list-an-event").await.expect_status(200);
    page.form().get("form_key").expect("a form key").to_owned()
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_with_a_way_on() {
    let hub = TestHub::with_demonstration().await;
    let browser = hub.browser();
    for (site, origin) in [("cross-site", "https://evil.example"), ("same-site", "https://sub.example"), ("same-origin", "null")] {
        let request = browser.request(Method::POST, "/list-an-event").header("sec-fetch-site", site).header("origin", origin);
        let body = begin().with("form_key", key(&hub).await).encoded();
        let page = browser.send(request.header("content-type", "application/x-www-form-urlencoded").body(body)).await.expect_status(403);
        check_headers(&page);
        assert!(page.text().contains("Nothing was changed"), "{}", page.text());
    }
    let request = browser.request(Method::POST, "/list-an-event").header("content-type", "application/x-www-form-urlencoded");
    browser.send(request.body(begin().encoded())).await.expect_status(403);
}

#[tokio::test]
async fn more_than_256_kilobytes_is_answered_with_what_to_do() {
    let hub = TestHub::with_demonstration().await;
    let long = begin().with("form_key", key(&hub).await).with("week", "x".repeat(300 * 1024));
    let page = hub.post("/list-an-event", &long).await.expect_status(413);
    assert!(page.text().contains("Press Back"), "{}", page.text());
}

#[tokio::test]
async fn unknown_fields_and_second_values_are_refused() {
    let hub = TestHub::with_demonstration().await;
    let form = begin().with("form_key", key(&hub).await);
    hub.post("/list-an-event", &form.clone().with("administrator", "yes")).await.expect_status(400);
    hub.post("/list-an-event", &form.clone().and("week", "england/2018")).await.expect_status(400);
}

#[tokio::test]
async fn a_body_that_is_no_form_is_refused() {
    let hub = TestHub::with_demonstration().await;
    let browser = hub.browser();
    let request = browser.request(Method::POST, "/list-an-event").header("sec-fetch-site", "same-origin");
    let page = browser.send(request.header("content-type", "application/json").body("{\"week\":\"demo/2026\"}")).await.expect_status(400);
    assert!(!page.select("main a").is_empty());
}

#[tokio::test]
async fn a_form_key_used_with_other_answers_is_refused_and_with_the_same_gives_the_same_answer() {
    let hub = TestHub::with_demonstration().await;
    let event = hub.get("/demo/2026/calendar").await;
    let event = event.attributes("article h3 a", "href");
    let mut open = None;
    for path in event {
        if hub.get(&format!("{path}/register")).await.text().contains("Your name")
            || hub.get(&format!("{path}/register")).await.attributes("input[name=name]", "name").len() == 1
        {
            open = Some(path);
            break;
        }
    }
    let path = format!("{}/register", open.expect("an event that takes registrations"));
    let name = hub.seed.letters(8);
    let email = format!("{name}@example.org");
    let form = hub.get(&path).await.form().with("step", "send").with("name", &name).with("email", &email);
    let first = hub.post(&path, &form).await.expect_redirect();
    assert_eq!(hub.post(&path, &form).await.expect_redirect(), first, "a double press gives the same answer");
    let other = hub.post(&path, &form.clone().with("name", "Somebody Else")).await.expect_status(409);
    assert!(other.text().contains("sent already"), "{}", other.text());
    hub.tick().await;
    assert_eq!(hub.mails_to(&email).len(), 1, "one registration, one mail");
}

#[tokio::test]
async fn an_unknown_private_link_is_a_page_with_a_way_on() {
    let hub = TestHub::start().await;
    for kind in ["event", "registration", "story"] {
        let page = hub.get(&format!("/manage/{kind}/open/abc.1.{}", "0".repeat(26))).await.expect_status(404);
        assert!(page.attributes("main a", "href").contains(&"/links".to_owned()), "{}", page.text());
    }
}

#[tokio::test]
async fn a_get_of_any_page_changes_nothing() {
    let hub = TestHub::with_demonstration().await;
    let addresses = public_addresses(&hub).await;
    let before = hub.everything().await;
    for address in &addresses {
        hub.get(address).await;
    }
    let after = hub.everything().await;
    let changed: Vec<_> = after.iter().filter(|(key, record)| before.get(*key) != Some(record)).collect();
    assert!(changed.is_empty() && after.len() == before.len(), "changed: {changed:#?}");
}

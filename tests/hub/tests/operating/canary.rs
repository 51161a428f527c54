//! People walk their journeys, and the log is searched for them (quality-bar S-19, S-39, I9).

use hub_tests::{Fields, TestHub};
use store::{Key, Table, Tx};

use super::caught::Caught;
use hub_tests::walk::{at_the_desk, decide, list_an_event, registered, share_a_story, word};

/// What is secret in a mail: the last part of each link in it.
fn tokens(hub: &TestHub) -> Vec<String> {
    let mails = hub.mailbox.letters();
    let links = mails.iter().flat_map(|letter| letter.mail.text.split_whitespace()).filter(|word| word.starts_with("http"));
    links.filter_map(|link| link.rsplit('/').next()).filter(|last| last.len() > 20).map(str::to_owned).collect()
}

#[tokio::test]
async fn three_journeys_leave_no_name_address_token_or_need_in_the_log() {
    let log = Caught::log();
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let [title, host, name, guest, told] = [(); 5].map(|()| format!("canary{}", word(&hub)));
    let (host, guest) = (format!("{host}@example.org"), format!("{guest}@example.org"));
    list_an_event(&hub, &title, &host).await;
    let event = decide(&hub, &desk, &title, "publish").await;
    registered(&hub, &event, &name, &guest).await;
    share_a_story(&hub, &told).await;
    decide(&hub, &desk, &told, "publish").await;
    hub.get(&format!("/demo/2026/calendar?q={name}&access=bsl")).await.expect_status(200);
    hub.get(&format!("/no/such/{guest}")).await.expect_status(404);
    hub.post("/links", &Fields::of([("email", guest.as_str())])).await.expect_status(400);

    let tokens = tokens(&hub);
    assert!(tokens.len() >= 4, "{tokens:?}");
    let text = log.text();
    let secret = ["canary", "example.org", "bsl", "We began with", "link is private", "127.0.0.1", "?q="];
    for canary in secret.iter().copied().chain(tokens.iter().map(String::as_str)) {
        let found: Vec<&str> = text.lines().filter(|line| line.contains(canary)).collect();
        assert!(found.is_empty(), "{canary} is in the log: {found:?}");
    }
    let requests = log.requests();
    assert!(requests.len() > 40, "{}", requests.len());
    for line in &requests {
        for field in ["request", "function", "method", "route", "status", "Milliseconds", "Requests", "Faults", "_aws"] {
            assert!(!line[field].is_null(), "{field} is missing in {line}");
        }
        let route = line["route"].as_str().unwrap();
        assert!(route == "none" || route.starts_with('/'), "{line}");
    }
    let routes: Vec<_> = requests.iter().map(|line| line["route"].as_str().unwrap()).collect();
    for pattern in ["/events/{slug}/register", "/manage/event/confirm/{token}", "/manage/story/{id}/{step}"] {
        assert!(routes.contains(&pattern), "{pattern} is not in {routes:?}");
    }
}

/// The twin: a canary that somebody did log is found, so the test above can fail.
#[tokio::test]
async fn a_name_in_the_log_would_be_found() {
    let log = Caught::log();
    tracing::info!(name = "canary-name", "on purpose");
    assert!(log.text().contains("canary"));
}

#[tokio::test]
async fn a_fault_has_a_reference_that_finds_its_lines_and_tells_nothing_of_the_record() {
    let hub = TestHub::with_demonstration().await;
    let calendar = hub.get("/demo/2026/calendar").await;
    let event = calendar.attributes("article h3 a", "href").remove(0);
    let mut tx = Tx::new(&hub.db);
    let broken = serde_json::json!({ "is": "page", "title": ["canary@example.org"], "week": "canary@example.org" });
    tx.put(Table::Public, &Key::new(format!("PAGE#{}", event.trim_start_matches('/')), "PAGE"), &broken);
    tx.commit().await.unwrap();
    let log = Caught::log();
    let page = hub.get(&event).await.expect_status(500);
    let reference = page.first("main code").expect("a reference to quote");
    let of_it: Vec<_> = log.lines().into_iter().filter(|line| line["request"] == reference.as_str()).collect();
    assert_eq!(of_it.len(), 2, "what went wrong, and the answer: {of_it:?}");
    assert_eq!(of_it[1]["Faults"], 1);
    assert!(!log.text().contains("canary"), "{}", log.text());
}

//! A trusted host: what is new is published as they confirm it; what is published changes only through the desk (I8).

use domain::event::EventStep;
use hub_tests::walk::{Visitor, at_the_desk, list_an_event, proposes_a_change, published, settle, word};
use hub_tests::{Page, TestHub};

const PLACES: [&str; 3] = ["/demo/2026/calendar", "/demo/2026/calendar.json", "/embed/demo/2026"];

/// Lists an event that the desk publishes, and records its host as trusted.
async fn a_trusted_host(hub: &TestHub, desk: &Visitor, email: &str) {
    let first = format!("First {}", word(hub));
    list_an_event(hub, &first, email).await;
    settle(desk, &first, "publish").await;
    let list = desk.get("/desk/audit").await.expect_status(200);
    let at = list.select("main a").iter().position(|title| *title == first).expect("the audit names it");
    let review = desk.get(&list.attributes("main a", "href")[at]).await.expect_status(200);
    let trust = review.attributes("main a", "href").into_iter().find(|href| href.ends_with("/trust")).expect("the way to trust its host");
    let listed = desk.press(&trust, &[]).await.expect_status(200);
    assert!(listed.path == "/desk/trusted" && listed.text().contains("Example Group"), "{}", listed.text());
}

#[tokio::test]
async fn what_is_new_is_published_as_its_trusted_host_confirms_it_and_waits_once_trust_is_taken_back() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    a_trusted_host(&hub, &desk, "Trusted@example.org").await;
    let (second, other) = (format!("Second {}", word(&hub)), format!("Other {}", word(&hub)));
    let host = list_an_event(&hub, &second, "trusted@example.org").await;
    list_an_event(&hub, &other, "stranger@example.org").await;
    assert!(host.get(&host.home).await.text().contains("Your event is published"));
    let queue = desk.get("/desk").await.text();
    assert!(queue.contains(&other) && !queue.contains(&second), "a stranger waits, and a trusted host doesn't: {queue}");
    let address = published(&hub, "/demo/2026/calendar", &second).await;
    assert!(hub.get(&address).await.expect_status(200).html().contains("/register"));
    hub.tick().await;
    assert!(hub.mail_to("trusted@example.org").subject.contains("published"), "{}", hub.mail_to("trusted@example.org").subject);
    assert!(desk.get("/desk/audit").await.text().contains("The host published, as a trusted host,"));

    desk.press("/desk/trusted", &[]).await.expect_status(200);
    let third = format!("Third {}", word(&hub));
    list_an_event(&hub, &third, "trusted@example.org").await;
    assert!(desk.get("/desk").await.text().contains(&third) && !hub.get("/demo/2026/calendar").await.text().contains(&third));
    let audit = desk.get("/desk/audit").await.text();
    assert!(audit.contains("recorded as trusted the host of") && audit.contains("no longer trusts the host of"), "{audit}");
}

/// Sends fields to an address with the key of a form that is open, whatever that form asks for.
async fn sends(host: &Visitor, form: &Page, path: &str, fields: &[(&str, &str)]) -> u16 {
    let mut all = form.form_at("main form[method=post i]");
    all.0.retain(|(name, _)| matches!(name.as_str(), "form_key" | "website"));
    let all = fields.iter().fold(all, |all, (name, value)| all.with(name, *value));
    host.submit(path, &all).await.status.as_u16()
}

#[tokio::test]
async fn a_trusted_hosts_private_link_used_on_other_fields_leaves_the_public_text_until_approval() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    a_trusted_host(&hub, &desk, "trusted@example.org").await;
    let (old, new) = (format!("Old {}", word(&hub)), format!("New {}", word(&hub)));
    let host = list_an_event(&hub, &old, "trusted@example.org").await;
    let address = published(&hub, "/demo/2026/calendar", &old).await;
    let words = [("title", new.as_str()), ("summary", new.as_str()), ("description", new.as_str()), ("kind", "talk")];
    let link = [("resource1_title", new.as_str()), ("resource1_kind", "film"), ("resource1_link", "https://evil.example")];
    let unchanged = async |when: &str| {
        for place in PLACES.iter().copied().chain([address.as_str()]) {
            let shown = hub.get(place).await.expect_status(200).html();
            assert!(!shown.contains(&new) && !shown.contains("evil.example"), "{when}: {place} shows what nobody approved");
        }
        assert!(hub.get(&format!("{address}.ics")).await.html().contains("SEQUENCE:0"), "{when}");
    };
    let form = host.get(&format!("{}/details", host.home)).await.expect_status(200);
    for path in ["details", "about", "more", "happened", "check"] {
        sends(&host, &form, &format!("{}/{path}", host.home), &[&words[..], &link].concat()).await;
        unchanged(path).await;
    }
    for (path, fields) in [("about", &words[..]), ("more", &link)] {
        assert_eq!(sends(&host, &form, &format!("{}/{path}", host.home), fields).await, 200, "the way back to how it stands");
        unchanged(path).await;
    }
    proposes_a_change(&host, &[("about", &words), ("more", &link)]).await;
    unchanged("sent to the desk").await;

    // The twin: approved, the same words are found by the same looks.
    settle(&desk, &format!("Change to: {old}"), "publish").await;
    for place in PLACES {
        assert!(hub.get(place).await.html().contains(&new), "{place}");
    }
    let moved = hub.get(&address).await.location().or(hub.get(&address).await.header("location")).expect("it leads to the new address");
    assert!(hub.get(&moved).await.html().contains("evil.example"));
}

#[tokio::test]
async fn every_answer_that_a_trusted_host_changes_leaves_the_public_text_until_approval() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    a_trusted_host(&hub, &desk, "trusted@example.org").await;
    let (title, canary) = (format!("Whole {}", word(&hub)), format!("canary{}", word(&hub)));
    let host = list_an_event(&hub, &title, "trusted@example.org").await;
    let address = published(&hub, "/demo/2026/calendar", &title).await;
    let before = hub.get(&address).await.expect_status(200).text();
    host.press(&format!("{}/amend", host.home), &[]).await.expect_status(200);
    let form = "main form[method=post i]";
    for step in EventStep::ALL {
        let page = host.get(&format!("{}/{}?from=check", host.home, step.value())).await.expect_status(200);
        let fields = step.fields().iter().fold(page.form_at(form), |fields, field| fields.with(field, canary.as_str()));
        host.submit(&page.action_at(form), &fields).await;
        for place in PLACES.iter().copied().chain([address.as_str()]) {
            assert!(!hub.get(place).await.expect_status(200).html().contains(&canary), "{step:?}: {place} shows what nobody approved");
        }
        assert_eq!(hub.get(&address).await.expect_status(200).text(), before, "{step:?}");
    }
    let change = host.get(&format!("{}/check", host.home)).await.expect_status(200).text();
    assert!(change.matches(&canary).count() > 20, "the twin: what was typed waits in the change: {change}");
}

//! An event is over: its page becomes its record, in words that a coordinator has read.

use hub_tests::TestHub;
use hub_tests::walk::{Visitor, at_the_desk, decide, list_an_event, settle, word};
use jiff::SignedDuration;

/// An event that was published and is over, with the desk, its host and its address. Hours have passed, so its host opens the link again.
pub(crate) async fn is_over(hub: &TestHub, title: &str) -> (Visitor, Visitor, String) {
    let mut host = list_an_event(hub, title, "host@example.org").await;
    host.press(&format!("{}/link", host.home), &[]).await.expect_status(200);
    hub.tick().await;
    let link = hub.mail_to("host@example.org").link_with("/open/");
    hub.clock.advance(SignedDuration::from_hours(24 * 8));
    let desk = at_the_desk(hub).await;
    let address = decide(hub, &desk, title, "publish").await;
    host.home = host.press(&link, &[]).await.expect_status(200).path;
    (desk, host, address)
}

const SLIDES: [(&str, &str); 3] =
    [("resource1_title", "The slides of the day"), ("resource1_kind", "slides"), ("resource1_link", "https://example.org/slides")];

#[tokio::test]
async fn what_happened_comes_first_once_a_coordinator_has_read_it() {
    let hub = TestHub::with_demonstration().await;
    let title = format!("Looked back on {}", word(&hub));
    let (desk, host, address) = is_over(&hub, &title).await;
    let page = hub.get(&address).await.expect_status(200);
    assert!(page.text().contains("This event is over") && !page.html().contains("/register"), "{}", page.text());
    assert!(hub.get(&format!("{address}/register")).await.text().contains("This event is over"));
    assert!(host.get(&host.home).await.text().contains("Tell what happened"));

    let form = host.get(&format!("{}/happened", host.home)).await.expect_status(200);
    let words = "Forty people **came**.\n\nWe keep the circle.";
    let change = host.send(&form, &[&[("happened", words)], &SLIDES[..]].concat()).await.expect_status(200);
    assert!(change.path.ends_with("/check") && change.text().contains("Forty people"), "{}", change.text());
    host.send(&change, &[]).await.expect_status(200);
    let before = hub.get(&address).await;
    assert!(!before.text().contains("Forty people") && !before.text().contains("The slides of the day"), "no coordinator has read it");

    settle(&desk, &format!("Change to: {title}"), "publish").await;
    let page = hub.get(&address).await.expect_status(200);
    let heads = page.select(".event-text h2");
    assert_eq!(heads[0], "What happened", "{heads:?}");
    let text = page.first(".event-text").unwrap_or_default();
    let places = ["Forty people came.", "The slides of the day", "What was announced", "Come as you are."]
        .map(|words| text.find(words).expect("it is on the page"));
    assert!(places.is_sorted(), "{text}");
    assert!(host.get(&host.home).await.text().contains("Change what you told"));
}

#[tokio::test]
async fn too_many_words_are_kept_and_before_its_end_nothing_is_told() {
    let hub = TestHub::with_demonstration().await;
    let title = format!("Much to say {}", word(&hub));
    let (_, host, _) = is_over(&hub, &title).await;
    let form = host.get(&format!("{}/happened", host.home)).await.expect_status(200);
    let long = vec!["word"; 2_001].join(" ");
    let fields = form.form_at("main form[method=post i]").with("happened", &long);
    let answer = host.submit(&form.action_at("main form[method=post i]"), &fields).await.expect_status(422);
    assert!(answer.text().contains("What happened must be 2,000 words or fewer. It has 2001"), "{}", answer.text());
    assert_eq!(answer.form_at("main form[method=post i]").get("happened"), Some(long.as_str()));

    let early = format!("Still to come {}", word(&hub));
    let other = TestHub::with_demonstration().await;
    let host = list_an_event(&other, &early, "early@example.org").await;
    decide(&other, &at_the_desk(&other).await, &early, "publish").await;
    assert_eq!(host.get(&format!("{}/happened", host.home)).await.expect_redirect(), host.home);
    assert!(!host.get(&host.home).await.text().contains("Tell what happened"));
}

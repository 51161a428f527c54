//! Somebody who is worried: read by coordinators, found nowhere else, and gone once it is seen to (quality-bar P-17, P-24).

use hub_tests::TestHub;
use hub_tests::walk::{Visitor, at_the_desk, decide, share_a_story};

use super::caught::Caught;
use super::search::Places;

const WORRY: [&str; 2] = ["canaryworry", "canaryreach"];

#[tokio::test]
async fn a_worry_is_found_at_the_desk_alone_and_nowhere_once_it_is_seen_to() {
    let log = Caught::log();
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    share_a_story(&hub, "Read by somebody").await;
    let story = decide(&hub, &desk, "Read by somebody", "publish").await;
    let worried = Visitor::new(&hub);
    let way = worried.get(&story).await.expect_status(200).attributes("a[href^='/report-a-concern']", "href").remove(0);
    let told = [("about", "safety"), ("words", "She wrote that tonight: canaryworry."), ("reach", "canaryreach@example.org")];
    worried.press(&way, &told).await.expect_status(200);
    hub.tick().await;

    let kept = Places::of(&hub, &desk, &log).await.search(&WORRY, |place| place.starts_with("confidential CONCERN"));
    assert!(kept.elsewhere.is_empty(), "{}", kept.elsewhere.join("\n"));
    assert_eq!(kept.at_home, 1);
    let read = desk.get("/desk/concerns").await.expect_status(200);
    assert!(WORRY.iter().all(|word| read.text().contains(word)), "{}", read.text());
    assert!(hub.mailbox.letters().iter().any(|letter| letter.mail.text.contains("/desk/concerns")), "the coordinators are told that there is one");

    desk.send(&read, &[]).await.expect_status(200);
    hub.tick().await;
    let gone = Places::of(&hub, &desk, &log).await.search(&WORRY, |_| false);
    assert!(gone.elsewhere.is_empty(), "{}", gone.elsewhere.join("\n"));
}

/// The twin: the same search sees a worry that somebody put on a page.
#[tokio::test]
async fn a_worry_on_a_page_would_be_found() {
    let log = Caught::log();
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    share_a_story(&hub, "About canaryworry").await;
    decide(&hub, &desk, "About canaryworry", "publish").await;
    let seen = Places::of(&hub, &desk, &log).await.search(&WORRY, |place| place.starts_with("confidential CONCERN"));
    for place in ["/demo/2026/stories:", "/demo/2026/stories.atom:", "public STORIES#", "hub STORY#"] {
        let there = seen.elsewhere.iter().any(|found| found.starts_with(place));
        assert_eq!(there, place != "/demo/2026/stories.atom:", "{place}: partners have no consent");
    }
}

//! A week on partners' pages: the frame, the script of the custom element, the feed it reads.

use super::*;

#[tokio::test]
async fn only_the_embed_may_stand_in_a_frame_and_nothing_can_be_done_in_it() {
    let hub = TestHub::with_demonstration().await;
    let framed = hub.get("/embed/demo/2026?access=bsl").await.expect_status(200);
    let policy = framed.header("content-security-policy").unwrap();
    assert!(policy.ends_with("frame-ancestors *") && !policy.contains("script-src") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(framed.header("x-frame-options"), None);
    assert!(framed.select("form, button, script").is_empty() && framed.header("set-cookie").is_none());
    assert!(framed.text().contains("not real"), "the demonstration says so here too");
    assert_eq!(framed.attributes("base", "target"), ["_blank"]);
    assert!(framed.text().contains("BSL interpreter"), "access facts travel along");
    for other in public_addresses(&hub).await {
        let page = hub.get(&other).await;
        assert_eq!(page.header("x-frame-options").as_deref(), Some("DENY"), "{other}");
    }
}

#[tokio::test]
async fn the_frame_shows_the_same_events_as_the_calendar_with_the_same_filter() {
    let hub = TestHub::with_demonstration().await;
    for filter in ["?access=bsl", "?format=online&free=yes", "?time=evening", "?kind=workshop&places=yes", "?q=zzzz", "?nonsense=1"] {
        let titles = |page: &Page| page.select("article h3");
        let (calendar, frame) = (hub.get(&format!("/demo/2026/calendar{filter}")).await, hub.get(&format!("/embed/demo/2026{filter}")).await);
        assert_eq!(titles(&calendar), titles(&frame), "{filter}");
        let feed: serde_json::Value = serde_json::from_slice(&hub.get(&format!("/demo/2026/calendar.json{filter}")).await.body).unwrap();
        let named: Vec<&str> = feed["events"].as_array().unwrap().iter().filter_map(|event| event["title"].as_str()).collect();
        // An event that meets several times is a row on each of its days, and one event in the data.
        let mut events: Vec<String> = Vec::new();
        titles(&calendar).into_iter().for_each(|title| events.extend((!events.contains(&title)).then_some(title)));
        assert_eq!(named, events, "{filter}");
    }
}

#[tokio::test]
async fn the_feed_and_the_script_may_be_read_by_other_sites_and_no_page_may() {
    let hub = TestHub::with_demonstration().await;
    for (path, shared) in [("/demo/2026/calendar.json", true), ("/embed.js", true), ("/demo/2026/calendar", false), ("/", false)] {
        let page = hub.get(path).await.expect_status(200);
        assert_eq!(page.header("access-control-allow-origin").is_some(), shared, "{path}");
    }
    let script = hub.get("/embed.js").await;
    assert!(script.header("content-type").unwrap().starts_with("text/javascript"));
    assert!(script.body.len() < 8_000, "a few KB: {}", script.body.len());
    let html = script.html();
    assert!(!html.contains("innerHTML") && !html.contains("cookie =") && !html.contains("localStorage"), "text is written as text, nothing is kept");
}

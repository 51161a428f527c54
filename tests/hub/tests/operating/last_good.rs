//! While the database is away people read what was there a moment ago, and are told so; never a story (quality-bar R-26).

use std::sync::Arc;

use domain::time::Clock;
use hub_tests::TestHub;
use hub_tests::proxy::{Fault, Faults};
use jiff::SignedDuration;

const WORDS: &str = "We can\u{2019}t reach our records just now";
const CALENDAR: &str = "/demo/2026/calendar";

#[tokio::test]
async fn while_the_database_is_away_pages_are_as_they_were_and_say_when() {
    let faults = Arc::new(Faults::default());
    let hub = TestHub::with_faults(faults.clone()).await;
    let calendar = hub.get(CALENDAR).await.expect_status(200);
    let event = calendar.attributes("article h3 a", "href").remove(0);
    let was = [CALENDAR.to_owned(), "/demo/2026/calendar.ics".into(), "/embed/demo/2026".into(), event];
    let mut before = Vec::new();
    for path in &was {
        before.push(hub.get(path).await.expect_status(200));
    }
    let never_opened = calendar.attributes("article h3 a", "href").remove(1);
    let then = domain::time::date_and_time(hub.clock.now());
    hub.clock.advance(SignedDuration::from_mins(25));

    faults.arm(Fault::LostBefore, 0, usize::MAX);
    for (path, before) in was.iter().zip(&before) {
        let page = hub.get(path).await.expect_status(200);
        assert_eq!(page.header("cache-control").as_deref(), Some("no-store"), "{path}");
        for name in ["content-type", "content-security-policy", "x-frame-options"] {
            assert_eq!(page.header(name), before.header(name), "{path}");
        }
        match path.ends_with(".ics") {
            true => assert_eq!(page.body, before.body),
            false => {
                assert!(page.text().contains(WORDS) && page.text().contains(&then), "{path}:\n{}", page.text());
                assert_eq!(page.first("h1"), before.first("h1"));
                assert_eq!(page.select("article h3"), before.select("article h3"));
            }
        }
    }
    // What nobody opened before has no copy; what somebody looked for is not kept; both are whole pages that say what to do.
    for path in [never_opened.as_str(), "/demo/2026/calendar?q=tea"] {
        let page = hub.get(path).await.expect_status(503);
        assert!(page.first("h1").is_some() && !page.text().contains(WORDS), "{path}");
    }
    hub.clock.advance(SignedDuration::from_hours(12));
    hub.get(CALENDAR).await.expect_status(503);
    faults.disarm();
    assert!(!hub.get(CALENDAR).await.expect_status(200).text().contains(WORDS));
}

#[tokio::test]
async fn no_story_and_nothing_that_leads_to_one_comes_from_before() {
    let faults = Arc::new(Faults::default());
    let hub = TestHub::with_faults(faults.clone()).await;
    let stories = hub.get("/demo/2026/stories").await.expect_status(200);
    let story = stories.attributes("main a[href^='/stories/']", "href").remove(0);
    let paths = ["/demo/2026", "/demo/2026/stories", "/demo/2026/stories.atom", story.as_str()];
    for path in paths {
        assert!(hub.get(path).await.expect_status(200).html().contains("/stories/"), "{path}");
    }
    faults.arm(Fault::LostBefore, 0, usize::MAX);
    for path in paths {
        let page = hub.get(path).await.expect_status(503);
        assert!(!page.html().contains("/stories/"), "{path}");
    }
    faults.disarm();
}

//! Another way to find or join an event, changed through the desk: who has a place learns it, where they were told the old one.

use hub_tests::TestHub;
use hub_tests::walk::{at_the_desk, decide, list_an_event, proposes_a_change, registered, settle, word};

/// A page of the form, one answer on it, and whether people learn it.
type Changed<'a> = (&'a str, (&'a str, &'a str), bool);

/// The day before: the way to join is known by then.
const NEAR: (&str, &[Changed<'_>]) = (
    "2026-11-24T09:00:00Z",
    &[
        ("where", ("joining", "https://example.org/second-room"), true),
        ("where", ("platform", "Jitsi"), true),
        ("about", ("summary", "Other words."), false),
    ],
);

/// A week before: the platform stands in the mail with the place, the way to join is told two days before.
const EARLY: (&str, &[Changed<'_>]) =
    ("2026-11-18T11:00:00Z", &[("where", ("joining", "https://example.org/early"), false), ("where", ("platform", "Jitsi"), true)]);

#[tokio::test]
async fn another_way_to_join_is_told_once_a_coordinator_has_published_it() {
    for (now, changes) in [NEAR, EARLY] {
        let hub = TestHub::with_demonstration().await;
        hub.clock.set(now.parse().expect("a moment"));
        let desk = at_the_desk(&hub).await;
        let title = format!("Another room {}", word(&hub));
        let host = list_an_event(&hub, &title, "host@example.org").await;
        let address = decide(&hub, &desk, &title, "publish").await;
        registered(&hub, &address, "Somebody", "comes@example.org").await;
        hub.tick().await;
        for (step, answer, told) in changes {
            let before = hub.mails_to("comes@example.org").len();
            proposes_a_change(&host, &[(step, &[*answer])]).await;
            hub.tick().await;
            assert_eq!(hub.mails_to("comes@example.org").len(), before, "nobody is told of what no coordinator approved");
            settle(&desk, &format!("Change to: {title}"), "publish").await;
            hub.tick().await;
            let mail = hub.mail_to("comes@example.org").text.clone();
            assert_eq!(hub.mails_to("comes@example.org").len(), before + usize::from(*told), "{now} {answer:?}: {mail}");
            if *told {
                let value = answer.1;
                assert!(mail.contains("has changed how to find it or how to join it") && mail.contains(value), "{now} lacks {value}: {mail}");
            }
        }
    }
}

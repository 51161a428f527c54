//! Another way to find or join an event, changed through the desk: who has a place learns it, where they were told the old one.

use hub_tests::TestHub;
use hub_tests::walk::{at_the_desk, decide, list_an_event, proposes_a_change, registered, settle, word};

#[tokio::test]
async fn another_way_to_join_is_told_once_a_coordinator_has_published_it() {
    // The day before, and a week before: the link is told two days before, the platform with the place.
    let changes: [(&str, &[(&str, &[(&str, &str)], bool)]); 2] = [
        (
            "2026-11-24T09:00:00Z",
            &[
                ("where", &[("joining", "https://example.org/second-room")], true),
                ("where", &[("platform", "Jitsi")], true),
                ("about", &[("summary", "Other words.")], false),
            ],
        ),
        ("2026-11-18T11:00:00Z", &[("where", &[("joining", "https://example.org/early")], false), ("where", &[("platform", "Jitsi")], true)]),
    ];
    for (now, changes) in changes {
        let hub = TestHub::with_demonstration().await;
        hub.clock.set(now.parse().expect("a moment"));
        let desk = at_the_desk(&hub).await;
        let title = format!("Another room {}", word(&hub));
        let host = list_an_event(&hub, &title, "host@example.org").await;
        let address = decide(&hub, &desk, &title, "publish").await;
        registered(&hub, &address, "Somebody", "comes@example.org").await;
        hub.tick().await;
        for (step, answers, told) in changes {
            let before = hub.mails_to("comes@example.org").len();
            proposes_a_change(&host, &[(step, answers)]).await;
            hub.tick().await;
            assert_eq!(hub.mails_to("comes@example.org").len(), before, "nobody is told of what no coordinator approved");
            settle(&desk, &format!("Change to: {title}"), "publish").await;
            hub.tick().await;
            let mail = hub.mail_to("comes@example.org").text.clone();
            assert_eq!(hub.mails_to("comes@example.org").len(), before + usize::from(*told), "{now} {answers:?}: {mail}");
            if *told {
                let value = answers[0].1;
                assert!(mail.contains("has changed how to find it or how to join it") && mail.contains(value), "{now} lacks {value}: {mail}");
            }
        }
    }
}

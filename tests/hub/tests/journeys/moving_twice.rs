//! An event is moved again before anybody was told of the first time: nobody misses anything, and nothing is said twice.

use hub_tests::TestHub;
use hub_tests::walk::{at_the_desk, decide, list_an_event, proposes_a_change, registered, settle, word};

#[tokio::test]
async fn who_was_not_told_of_the_first_move_learns_both_from_one_mail_and_then_only_what_is_new() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("Moves {}", word(&hub));
    let host = list_an_event(&hub, &title, "host@example.org").await;
    let address = decide(&hub, &desk, &title, "publish").await;
    registered(&hub, &address, "Somebody", "comes@example.org").await;
    let before = hub.mails_to("comes@example.org").len();
    for when in [&[("day", "26")][..], &[("start", "3pm"), ("end", "4pm")]] {
        proposes_a_change(&host, &[("when", when)]).await;
        settle(&desk, &format!("Change to: {title}"), "publish").await;
    }
    hub.tick().await;
    let told = hub.mail_to("comes@example.org").text.clone();
    assert_eq!(hub.mails_to("comes@example.org").len(), before + 1, "one mail for both: {told}");
    assert!(told.contains("It was: Wednesday 25 November 2026, 14:00 to 15:30"), "{told}");
    assert!(told.contains("It is now: Thursday 26 November 2026, 15:00 to 16:00"), "{told}");

    proposes_a_change(&host, &[("when", &[("day", "27")])]).await;
    settle(&desk, &format!("Change to: {title}"), "publish").await;
    hub.tick().await;
    let told = hub.mail_to("comes@example.org").text.clone();
    assert!(told.contains("It was: Thursday 26 November 2026, 15:00 to 16:00"), "{told}");
    assert!(told.contains("It is now: Friday 27 November 2026, 15:00 to 16:00") && !told.contains("Wednesday 25"), "{told}");
}

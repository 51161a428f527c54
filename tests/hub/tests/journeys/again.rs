//! Last year's event is listed again: its host gives the day, and nothing else.

use hub_tests::TestHub;
use hub_tests::walk::{Visitor, word};
use jiff::SignedDuration;

use crate::afterwards::is_over;

/// Opens a week of next year at the desk.
pub(crate) async fn next_week(desk: &Visitor) {
    let weeks = desk.get("/desk/weeks").await.expect_status(200);
    let days = [("first", "5 7 2027"), ("last", "11 7 2027")];
    let named = [("nation", "wales"), ("year", "2027"), ("name", "A week in Wales"), ("organiser", "Example")];
    desk.send(&weeks, &[&named[..], &days].concat()).await.expect_status(200);
}

#[tokio::test]
async fn a_past_event_is_listed_again_with_all_its_answers_but_the_day() {
    let hub = TestHub::with_demonstration().await;
    let title = format!("Every year {}", word(&hub));
    let (desk, host, address) = is_over(&hub, &title).await;
    next_week(&desk).await;
    assert!(!host.get(&host.home).await.text().contains("List it again"), "its own week is not over");
    assert_eq!(host.get(&format!("{}/again", host.home)).await.expect_redirect(), host.home);
    let link = host.get(&format!("{}/link", host.home)).await.first("main code").expect("the private link");
    let link = link.strip_prefix(&hub.origin).expect("a link to this hub").to_owned();

    hub.clock.advance(SignedDuration::from_hours(24 * 5));
    let old = host.press(&link, &[]).await.expect_status(200);
    assert!(old.text().contains("List this event again"), "{}", old.text());
    let page = host.get(&format!("{}/again", old.path)).await.expect_status(200);
    let draft = host.send(&page, &[("week", "wales/2027")]).await.expect_status(200);
    assert!(draft.path != old.path && draft.text().contains("It is not sent yet"), "{}", draft.text());
    let check = host.get(&format!("{}/check", draft.path)).await.expect_status(200);
    for words in [&title, "We draw what we would change first.", "A week in Wales", "When it is: 1 answer to look at"] {
        assert!(check.text().contains(words), "the answers lack {words}:\n{}", check.text());
    }
    host.press(&format!("{}/when?from=check", draft.path), &[("day", "6"), ("month", "7"), ("year", "2027")]).await.expect_status(200);
    let sent = host.press(&format!("{}/check", draft.path), &[]).await.expect_status(200);
    assert!(sent.text().contains("Your event is with the coordinators"), "the address is known: {}", sent.text());
    assert!(hub.get(&address).await.expect_status(200).text().contains("25 November 2026"), "the old one stays where it was");
}

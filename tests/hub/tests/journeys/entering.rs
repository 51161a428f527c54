//! A coordinator enters what somebody told them by phone or letter, past weeks included, through the forms that everybody uses.

use hub_tests::TestHub;
use jiff::SignedDuration;

use hub_tests::walk::{at_the_desk, fill_in_event, fill_in_story, published, settle, word};

#[tokio::test]
async fn an_event_of_a_past_week_is_entered_for_its_host_and_published() {
    let hub = TestHub::start().await;
    let desk = at_the_desk(&hub).await;
    let (title, host) = (format!("The {} table", word(&hub)), format!("{}@example.org", word(&hub)));
    let first = desk.press("/desk/enter-event", &[("week", "england/2025"), ("agreed", "By phone on 3 November")]).await.expect_status(200);
    assert!(first.text().contains("You are entering this for its host."), "{}", first.text());
    let check = fill_in_event(&desk, first, &title, &host, ["1", "July", "2025"]).await;
    assert!(check.text().contains("Its host gets no email until it is decided"), "{}", check.text());
    desk.send(&check, &[]).await.expect_status(200);
    hub.tick().await;
    assert!(hub.mails_to(&host).is_empty(), "nobody is asked to confirm what they told by phone");

    settle(&desk, &title, "publish").await;
    let event = hub.get(&published(&hub, "/england/2025/calendar", &title).await).await.expect_status(200);
    assert!(event.text().contains("This event is over") && event.text().contains("1 July 2025"), "{}", event.text());
    hub.tick().await;
    assert!(hub.mail_to(&host).text.contains("/open/"), "its host gets the private link");
    let audit = desk.get("/desk/audit").await.text();
    assert!(audit.contains("By phone on 3 November"), "{audit}");
}

#[tokio::test]
async fn a_story_of_a_past_week_is_entered_for_its_author_and_published() {
    let hub = TestHub::start().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("What the {} changed", word(&hub));
    let first = desk.press("/desk/enter-story", &[("week", "england/2025"), ("agreed", "In a letter")]).await.expect_status(200);
    assert!(first.text().contains("You are entering this for its author."), "{}", first.text());
    let check = fill_in_story(&desk, first, &title).await;
    desk.send(&check, &[]).await.expect_status(200);

    settle(&desk, &title, "publish").await;
    assert!(!hub.get("/england/2025/stories").await.text().contains(&title), "its author has a day's notice first");
    hub.clock.advance(SignedDuration::from_hours(49));
    hub.tick().await;
    let story = hub.get(&published(&hub, "/england/2025/stories", &title).await).await.expect_status(200);
    assert!(story.text().contains(&title), "{}", story.text());
}

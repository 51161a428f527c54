//! Counts survive, people don't (quality-bar P-10): after the event names go, and the numbers of that day stay.

use jiff::{Timestamp, ToSpan};
use store::retention::{Retention, Step};

use crate::events_world::now;
use crate::hub::Hub;

const COUNTS: [&str; 5] = ["Have a place 3", "Free places 0", "On the waiting list 1", "Came 2", "Did not come 1"];

fn after() -> Timestamp {
    "2026-11-25T13:00:00Z".parse().unwrap()
}

/// The host's list as it stands at a moment.
async fn list(hub: &Hub, at: Timestamp) -> String {
    hub.clock.set(at);
    hub.as_host().get(&format!("/manage/event/{}/registrations", hub.world.event)).await.text("main")
}

/// Walks a whole day.
async fn walk(hub: &Hub, at: Timestamp) -> usize {
    let (retention, mut forgotten) = (Retention::new(hub.world.db.clone()), 0);
    loop {
        match retention.step(at, &|contact: &str| contact.to_owned()).await.unwrap() {
            Step::More(walked) => forgotten += walked.forgotten,
            Step::Done(walked) => return forgotten + walked.forgotten,
        }
    }
}

#[tokio::test]
async fn who_erases_themselves_after_the_event_and_who_is_let_go_stay_in_its_counts() {
    let hub = Hub::with_places(3).await;
    let mut people = Vec::new();
    for name in ["ann", "ben", "cat", "dan"] {
        people.push(hub.world.comes(name, now()).await);
    }
    for came in &people[..2] {
        hub.world.registrations.check_in(&hub.world.event, came, true, now()).await.unwrap();
    }
    let before = list(&hub, after()).await;
    for count in COUNTS {
        assert!(before.contains(count), "{count}: {before}");
    }
    // One who came, one who did not, one who waited until the end.
    for gone in [&people[0], &people[2], &people[3]] {
        let (mut browser, own) = hub.as_guest(gone);
        let page = browser.get(&format!("{own}/held")).await;
        let erased = browser.send(&format!("{own}/held"), &page, &[("act", "this")]).await;
        assert_eq!(erased.status, 303, "{}", erased.body);
    }
    let erased = list(&hub, after()).await;
    for count in COUNTS {
        assert!(erased.contains(count), "{count}: {erased}");
    }
    assert!(erased.contains("ben@example.org") && !["ann", "cat", "dan"].iter().any(|name| erased.contains(&format!("{name}@"))), "{erased}");

    // Ninety days later the others are let go, once.
    let later = after() + 24.hours() * 90;
    assert_eq!(walk(&hub, later).await, 4, "ben, and what was left of the others");
    assert_eq!(walk(&hub, later + 24.hours()).await, 0);
    assert!(hub.world.registrations.of_event(&hub.world.event).await.unwrap().is_empty());
    let let_go = list(&hub, later).await;
    for count in COUNTS {
        assert!(let_go.contains(count), "{count}: {let_go}");
    }
    assert!(!let_go.contains("ben@") && !let_go.contains("Nobody has registered yet"), "{let_go}");
}

#[tokio::test]
async fn who_came_is_counted_even_if_they_erase_themselves_before_it_ends() {
    let hub = Hub::with_places(3).await;
    let (ann, ben) = (hub.world.comes("ann", now()).await, hub.world.comes("ben", now()).await);
    hub.world.registrations.check_in(&hub.world.event, &ann, true, now()).await.unwrap();
    let during = "2026-11-25T11:00:00Z".parse().unwrap();
    for gone in [&ann, &ben] {
        hub.world.registrations.erase(&hub.world.event, gone, during).await.unwrap();
    }
    let text = list(&hub, after()).await;
    assert!(text.contains("Have a place 1") && text.contains("Came 1") && text.contains("Did not come 0"), "Ben did not come, and said so: {text}");
}

#[tokio::test]
async fn once_the_event_is_over_there_is_no_place_to_give_back() {
    let hub = Hub::with_places(3).await;
    let ann = hub.world.comes("ann", now()).await;
    let (mut browser, own) = hub.as_guest(&ann);
    let ask = browser.get(&format!("{own}/cancel")).await;
    assert!(ask.status == 200 && browser.get(&own).await.body.contains(&format!("{own}/cancel")), "before it there is: {}", ask.body);
    hub.clock.set(after());
    let (mut browser, own) = hub.as_guest(&ann);
    assert!(!browser.get(&own).await.body.contains(&format!("{own}/cancel")));
    assert_eq!(browser.get(&format!("{own}/cancel")).await.location, own);
    assert_eq!(browser.send(&format!("{own}/cancel"), &ask, &[]).await.location, own);
    assert_eq!(hub.world.places().await.placed(), 1);
}

#[tokio::test]
async fn who_erases_themselves_before_the_event_gives_the_place_back_and_is_counted_nowhere() {
    let hub = Hub::with_places(3).await;
    let ann = hub.world.comes("ann", now()).await;
    // Noted at the door too soon, by mistake.
    hub.world.registrations.check_in(&hub.world.event, &ann, true, now()).await.unwrap();
    hub.world.registrations.erase(&hub.world.event, &ann, now()).await.unwrap();
    let text = list(&hub, after()).await;
    assert!(text.contains("Have a place 0") && text.contains("Free places 3") && !text.contains("Came"), "{text}");
}

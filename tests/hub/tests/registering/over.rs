//! Ninety days after the event nobody sees who registered, whether or not anything was taken out yet (quality-bar P-08, P-09).

use domain::event::When;
use jiff::{Timestamp, ToSpan};
use store::weeks::Weeks;

use crate::events_world::{now, week};
use crate::hub::Hub;
use crate::world::put_event;

/// What the host and the person see of Ann at a moment, without a keeper and without the database's own clock.
async fn seen(hub: &Hub, at: Timestamp, ann: &domain::ids::RegistrationId) -> [bool; 7] {
    hub.clock.set(at);
    let (mut host, list) = (hub.as_host(), format!("/manage/event/{}/registrations", hub.world.event));
    let (mut guest, own) = hub.as_guest(ann);
    let door = host.get(&format!("{list}/door")).await;
    let download = host.get(&format!("{list}/download")).await;
    [
        host.get(&list).await.body.contains("ann@example.org"),
        door.body.contains("name=\"who\""),
        host.send(&format!("{list}/download"), &download, &[("act", "list")]).await.body.contains("ann@example.org"),
        host.get(&format!("{list}/{ann}")).await.body.contains("ann@example.org"),
        host.get(&format!("{list}/paper")).await.body.contains("class=\"to-tick\""),
        host.get(&format!("{list}/{ann}/letter")).await.status == 200,
        guest.get(&own).await.body.contains("ann@example.org"),
    ]
}

#[tokio::test]
async fn a_registration_is_shown_until_ninety_days_after_the_event_and_not_a_second_longer() {
    let hub = Hub::with_places(3).await;
    let ann = hub.world.comes("ann", now()).await;
    let over: Timestamp = "2027-02-23T12:00:00Z".parse().unwrap();
    assert_eq!(seen(&hub, over - 1.second(), &ann).await, [true; 7]);
    assert_eq!(seen(&hub, over, &ann).await, [false; 7]);
    assert!(hub.world.registrations.load(&hub.world.event, &ann).await.unwrap().is_some(), "the record itself is still there");
    let (mut guest, own) = hub.as_guest(&ann);
    assert_eq!(guest.get(&own).await.status, 403, "its link opens nothing any more");
}

#[tokio::test]
async fn where_an_event_has_no_time_of_its_own_its_week_counts() {
    let hub = Hub::with_places(3).await;
    let ann = hub.world.comes("ann", now()).await;
    let mut event = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap();
    event.published.as_mut().unwrap().details.when = When::AnyTime;
    put_event(&hub.world.db, &event).await;
    // The week's last day is 29 November.
    let over: Timestamp = "2027-02-28T00:00:00Z".parse().unwrap();
    assert_eq!(seen(&hub, over, &ann).await, [true; 7], "nobody knows when that week ends");
    Weeks::new(hub.world.db.clone()).put(&week()).await.unwrap();
    assert_eq!(seen(&hub, over - 1.second(), &ann).await, [true; 7]);
    assert_eq!(seen(&hub, over, &ann).await, [false; 7]);
}

#[tokio::test]
async fn once_the_event_is_over_a_bookings_page_says_how_it_stood_and_promises_nothing() {
    let hub = Hub::with_places(1).await;
    let ann = hub.world.comes("ann", now()).await;
    let ben = hub.world.comes("ben", now()).await;
    let promises = ["Can’t come after all?", "On the day", "Add it to your calendar", "We can’t say when", "How the waiting list works"];
    let ends: Timestamp = "2026-11-25T12:00:00Z".parse().unwrap();
    for (at, headings) in [(now(), ["You have a place", "You are on the waiting list"]), (ends + 1.second(), ["This event is over"; 2])] {
        hub.clock.set(at);
        let mut said = String::new();
        for (id, heading) in [&ann, &ben].into_iter().zip(headings) {
            let (mut guest, own) = hub.as_guest(id);
            let page = guest.get(&own).await;
            assert_eq!((page.status, page.text("h1").as_str()), (200, heading), "{}", page.text("main"));
            said.push_str(&page.text("main"));
        }
        for words in promises {
            assert_eq!(said.contains(words), at < ends, "{words}, at {at}: {said}");
        }
        for words in ["You had a place.", "no place came free for you in time"] {
            assert_eq!(said.contains(words), at > ends, "{words}, at {at}: {said}");
        }
    }
}

//! Calls about an event that moved, changed or was postponed.

use domain::event::Format;
use domain::message::Message;
use domain::time::date_and_time;
use jiff::ToSpan;
use store::Deed;
use store::events::Events;

use super::{called, changed, list, moved, phones, told};
use crate::events_world::{desk, now};
use crate::hub::Hub;
use crate::world::by_phone;

#[tokio::test]
async fn who_has_no_address_is_called_about_each_change_of_the_event() {
    let hub = Hub::with_places(5).await;
    let ben = phones(&hub, "Ben", "01632 960 011").await;
    let mut host = hub.as_host();
    let at = now() + 1.hours();
    moved(&hub, "2026-11-26T14:00:00Z", at).await;
    told(&hub, at).await;
    let page = host.get(&list(&hub)).await.text("main");
    for said in ["To call", "The event was changed", "It was: Wednesday 25 November 2026", "It is now: Thursday 26 November 2026"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    called(&hub, &mut host, &ben, "no-answer", at + 1.minutes()).await;
    assert!(host.get(&list(&hub)).await.text("main").contains("To call"), "nobody answered: call again");
    let theirs = host.get(&format!("{}/{ben}", list(&hub))).await.text("main");
    let noted = format!("{}: The event was changed. Nobody answered", date_and_time(at + 1.minutes()));
    assert!(theirs.contains(&noted), "whoever calls next sees {noted}: {theirs}");
    called(&hub, &mut host, &ben, "reached", at + 2.minutes()).await;
    assert!(!host.get(&list(&hub)).await.text("main").contains("To call"));

    let again = at + 2.hours();
    moved(&hub, "2026-11-27T14:00:00Z", again).await;
    told(&hub, again).await;
    let page = host.get(&list(&hub)).await.text("main");
    assert!(page.contains("It was: Thursday 26 November 2026"), "a second change needs a call of its own: {page}");
    assert!(!page.contains("Wednesday 25"), "what they were told is not said again: {page}");
}

#[tokio::test]
async fn two_changes_that_nobody_told_them_of_are_said_as_one() {
    let hub = Hub::with_places(5).await;
    phones(&hub, "Ben", "01632 960 011").await;
    for (start, hours) in [("2026-11-26T14:00:00Z", 1), ("2026-11-27T14:00:00Z", 2)] {
        moved(&hub, start, now() + hours.hours()).await;
        told(&hub, now() + hours.hours()).await;
    }
    let page = hub.as_host().get(&list(&hub)).await.text("main");
    assert!(page.contains("It was: Wednesday 25") && page.contains("It is now: Friday 27"), "{page}");
    assert_eq!(page.matches("The event was changed").count(), 1, "{page}");
    assert!(!page.contains("Thursday 26"), "{page}");
}

#[tokio::test]
async fn two_changes_before_the_keeper_came_by_are_both_said() {
    let hub = Hub::with_places(5).await;
    phones(&hub, "Ben", "01632 960 011").await;
    moved(&hub, "2026-11-26T14:00:00Z", now() + 1.hours()).await;
    changed(&hub, |details| details.place.format = Format::InPerson, now() + 2.hours()).await;
    told(&hub, now() + 2.hours()).await;
    let page = hub.as_host().get(&list(&hub)).await.text("main");
    assert!(page.contains("It was: Wednesday 25") && page.contains("It is now: Thursday 26"), "the first: {page}");
    assert!(page.contains("It is now: In person"), "and the second: {page}");
    assert_eq!(page.matches("The event was changed").count(), 1, "{page}");
}

#[tokio::test]
async fn of_a_postponed_event_nobody_is_called_about_a_day_that_is_no_longer_true() {
    let hub = Hub::with_places(5).await;
    phones(&hub, "Ben", "01632 960 011").await;
    moved(&hub, "2026-11-26T14:00:00Z", now() + 1.hours()).await;
    told(&hub, now() + 1.hours()).await;
    let record = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap();
    let at = now() + 2.hours();
    Events::new(hub.world.db.clone()).postpone(&record, "", &Deed { at, ..desk() }).await.unwrap();
    hub.clock.set(at);
    told(&hub, at).await;
    let page = hub.as_host().get(&list(&hub)).await.text("main");
    assert!(page.contains("The event was postponed") && !page.contains("It is now: Thursday 26"), "{page}");
    moved(&hub, "2026-11-27T14:00:00Z", at + 1.hours()).await;
    told(&hub, at + 1.hours()).await;
    let page = hub.as_host().get(&list(&hub)).await.text("main");
    assert!(page.contains("It was: Wednesday 25") && page.contains("It is now: Friday 27"), "{page}");
}

#[tokio::test]
async fn what_changed_while_the_host_was_on_the_phone_is_not_settled_by_that_call() {
    let hub = Hub::with_places(5).await;
    let ben = phones(&hub, "Ben", "01632 960 011").await;
    let mut host = hub.as_host();
    moved(&hub, "2026-11-26T14:00:00Z", now() + 1.hours()).await;
    told(&hub, now() + 1.hours()).await;
    let person = format!("{}/{ben}", list(&hub));
    let seen = host.get(&person).await;
    moved(&hub, "2026-11-27T14:00:00Z", now() + 2.hours()).await;
    told(&hub, now() + 2.hours()).await;
    let sent = host.send_in("form:has([name=outcome])", &person, &seen, &[("act", "call"), ("outcome", "reached")]).await;
    assert_eq!(sent.status, 422);
    let text = sent.text("main");
    assert!(text.contains("Something new has to be said") && text.contains("Friday 27 November 2026"), "{text}");
    assert!(host.get(&list(&hub)).await.text("main").contains("To call"));
}

#[tokio::test]
async fn a_postponed_event_is_said_by_phone_too_until_it_has_a_day_again() {
    let hub = Hub::with_places(5).await;
    phones(&hub, "Ben", "01632 960 011").await;
    let at = now() + 1.hours();
    let events = Events::new(hub.world.db.clone());
    let record = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap();
    let record = events.postpone(&record, "The <boiler> broke.", &Deed { at, ..desk() }).await.unwrap();
    hub.clock.set(at);
    told(&hub, at).await;
    let mut host = hub.as_host();
    let page = host.get(&list(&hub)).await.text("main");
    assert!(page.contains("The event was postponed") && page.contains("The <boiler> broke."), "{page}");
    events.go_ahead(&record, &Deed { at: at + 1.hours(), ..desk() }).await.unwrap();
    hub.clock.set(at + 1.hours());
    told(&hub, at + 1.hours()).await;
    let page = host.get(&list(&hub)).await.text("main");
    assert!(!page.contains("The event was postponed"), "it is no longer true: {page}");
}

#[tokio::test]
async fn who_registers_after_a_change_is_told_nothing_of_it_and_who_was_there_before_is() {
    let hub = Hub::with_places(9).await;
    let before = hub.world.comes("ann", now()).await;
    phones(&hub, "Ben", "01632 960 011").await;
    let at = now() + 1.hours();
    moved(&hub, "2026-11-26T14:00:00Z", at).await;
    let after = hub.world.comes("cat", at + 1.minutes()).await;
    hub.world.register(&by_phone("Dee", "01632 960 014"), at + 1.minutes()).await.unwrap();
    hub.clock.set(at + 2.minutes());
    told(&hub, at + 2.minutes()).await;
    let of_the_change = async |who| hub.world.mails(who).await.iter().any(|mail| matches!(mail, Message::EventMoved { .. }));
    assert!(of_the_change(&before).await);
    assert!(!of_the_change(&after).await, "she read the new day when she registered");
    let page = hub.as_host().get(&list(&hub)).await;
    let text = page.text("main");
    let calls = text.split("People with a place").next().unwrap();
    assert!(calls.contains("Ben") && !calls.contains("Dee"), "{calls}");
}

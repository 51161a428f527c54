//! When an event is over, its host learns once that they can tell what happened; of an event that did not take place, nobody does.

use domain::answers::Answers;
use domain::event::{EventRecord, EventStep};
use domain::ids::EventId;
use jiff::Timestamp;

use crate::events_world::{World as Events, answers, contact, desk, details, form, host, now, random, week};
use crate::world::{World, seconds};

const KIND: &str = "event-over";
const DAY: i64 = 24 * 3_600;

/// The moment at which a host is told, two seconds later, of an event that ends at noon on this day of November.
fn told_on(day: i8) -> Timestamp {
    format!("2026-11-{day:02}T15:00:02Z").parse().unwrap()
}

async fn two_worlds() -> (Events, World) {
    let events = Events::new().await;
    let world = World::over(events.db.clone());
    (events, world)
}

/// Its host proposes another day, and a coordinator publishes it.
async fn moved_to(events: &Events, event: &EventRecord, day: &str) -> EventRecord {
    let begun = events.events.begin_change(event, &host()).await.unwrap();
    let mut typed = answers("Moved");
    typed.set("day", day);
    let saved = events.events.save(&begun, EventStep::When, &typed, None, &host()).await.unwrap();
    let sent = events.events.send_change(&saved, &host()).await.unwrap();
    let proposed = EventRecord { answers: sent.proposed(), ..sent.clone() };
    events.events.approve_change(&sent, &details(&proposed), &desk()).await.unwrap()
}

#[tokio::test]
async fn a_host_is_told_once_some_hours_after_the_end_though_two_keepers_come_by() {
    let (events, world) = two_worlds().await;
    events.published("A circle").await;
    world.two_ticks(told_on(25) - seconds(60)).await;
    assert_eq!(world.sent(KIND), 0, "not yet");
    world.two_ticks(told_on(25)).await;
    assert_eq!(world.sent(KIND), 1);
    let mail = world.pile.mails.lock().unwrap().last().cloned().unwrap();
    assert_eq!(mail.to, contact().email);
    assert!(mail.text.contains("/manage/event/open/") && mail.text.contains("tell what happened"), "{}", mail.text);
    for days in [1, 8, 20] {
        world.two_ticks(told_on(25) + seconds(days * DAY)).await;
    }
    assert_eq!(world.sent(KIND), 1, "and never again");
}

#[tokio::test]
async fn a_keeper_that_comes_a_day_late_tells_them_all_the_same() {
    let (events, world) = two_worlds().await;
    events.published("A circle").await;
    world.two_ticks(told_on(25) + seconds(DAY)).await;
    world.two_ticks(told_on(25) + seconds(DAY + 60)).await;
    assert_eq!(world.sent(KIND), 1);
}

#[tokio::test]
async fn a_host_whose_event_needs_no_booking_is_told_too() {
    let (events, world) = two_worlds().await;
    let mut record = EventRecord::draft(EventId::from_random(random()), week().id, now());
    record.answers = answers("Just come");
    record.answers.set("booking", "not-needed");
    events.events.begin(&record, &form(), &host()).await.unwrap();
    events.events.send(&record, &contact(), &form(), &host()).await.unwrap();
    events.events.confirm(&events.load(&record.id).await, &contact(), &form(), &host()).await.unwrap();
    let queued = events.load(&record.id).await;
    let published = events.events.publish(&queued, &details(&queued), &desk()).await.unwrap();
    assert!(!published.page().unwrap().through_hub);
    world.two_ticks(told_on(25)).await;
    assert_eq!(world.sent(KIND), 1);
}

#[tokio::test]
async fn nobody_is_asked_to_tell_of_what_was_cancelled_or_postponed() {
    let (events, world) = two_worlds().await;
    let cancelled = events.published("Called off").await;
    events.events.cancel(&cancelled, "The hall is flooded.", &host()).await.unwrap();
    let postponed = events.published("Put off").await;
    events.events.postpone(&postponed, "", &host()).await.unwrap();
    for days in [0, 1] {
        world.two_ticks(told_on(25) + seconds(days * DAY)).await;
    }
    assert_eq!(world.sent(KIND), 0);
}

#[tokio::test]
async fn of_a_moved_event_its_host_is_told_when_that_is_over_and_once() {
    let (events, world) = two_worlds().await;
    let later = moved_to(&events, &events.published("Two days later").await, "27").await;
    assert_eq!(later.page().unwrap().ends(), Some("2026-11-27T12:00:00Z".parse().unwrap()));
    world.two_ticks(told_on(25)).await;
    assert_eq!(world.sent(KIND), 0, "it is not over");
    world.two_ticks(told_on(27)).await;
    assert_eq!(world.sent(KIND), 1);

    // The note for the first day comes when the mail about the earlier one is long forgotten.
    let (events, world) = two_worlds().await;
    moved_to(&events, &events.published("Two days earlier").await, "23").await;
    world.two_ticks(told_on(23)).await;
    assert_eq!(world.sent(KIND), 1);
    world.two_ticks(told_on(23) + seconds(12 * DAY)).await;
    assert_eq!(world.sent(KIND), 1);
}

#[tokio::test]
async fn a_host_who_told_already_is_not_asked_to() {
    let (events, world) = two_worlds().await;
    let event = events.published("Told at once").await;
    let typed = Answers::from_iter([("happened", "Forty people came.")]);
    events.events.tell_what_happened(&event, &typed, &host()).await.unwrap();
    world.two_ticks(told_on(25)).await;
    assert_eq!(world.sent(KIND), 0);
}

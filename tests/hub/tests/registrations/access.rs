//! Access answers: apart from everything, for a time (quality-bar P-02, P-04, P-08).

use domain::registration::RegistrationState;
use jiff::ToSpan;
use store::registrations::{AccessAnswers, Seen};
use store::retention::{Retention, Step};
use store::{Table, registrations::NewRegistration};

use crate::events_world::{now, random};
use crate::world::{World, asks_for_bsl, by_mail};

const SECRET: &str = "a chair by the window, canary";

async fn everything(world: &World, table: Table) -> String {
    let scan = world.db.client().scan().table_name(world.db.tables().name(table)).send().await.unwrap();
    format!("{:?}", scan.items())
}

#[tokio::test]
async fn the_host_sees_them_until_fourteen_days_after_the_event_and_each_view_is_noted() {
    let world = World::with_places(Some(5)).await;
    let ann = NewRegistration { needs: Some(asks_for_bsl(SECRET, now())), ..by_mail("ann") };
    world.register(&ann, now()).await.unwrap();
    let access = AccessAnswers::new(world.db.clone());
    let mark = domain::ids::spell(&random::<16>());
    assert_eq!(access.for_host(&world.event, Seen::OnScreen, now(), &mark).await.unwrap(), vec![(ann.id.clone(), asks_for_bsl(SECRET, now()))]);
    assert!(everything(&world, Table::Hub).await.contains("view-registrations"));

    // The database has not taken them out, and yet nobody sees them.
    let over = "2026-12-09T12:00:00Z".parse().unwrap();
    let mark = domain::ids::spell(&random::<16>());
    assert!(access.for_host(&world.event, Seen::OnScreen, over, &mark).await.unwrap().is_empty());
    assert!(access.of(&world.event, &ann.id, over).await.unwrap().is_none());
    assert!(access.of(&world.event, &ann.id, over - 1.seconds()).await.unwrap().is_some());
}

/// One day's walk, from its beginning.
async fn walk(world: &World, at: jiff::Timestamp) -> usize {
    match Retention::new(world.db.clone()).step(at, &|contact: &str| contact.to_owned()).await.unwrap() {
        Step::Done(walked) | Step::More(walked) => walked.forgotten,
    }
}

#[tokio::test]
async fn the_daily_walk_takes_them_out_when_their_time_is_over_though_the_database_does_not() {
    let world = World::with_places(Some(5)).await;
    let ann = NewRegistration { needs: Some(asks_for_bsl(SECRET, now())), ..by_mail("ann") };
    world.register(&ann, now()).await.unwrap();
    world.registrations.confirm(&world.event, &ann.id, now()).await.unwrap();
    let over: jiff::Timestamp = "2026-12-09T12:00:00Z".parse().unwrap();
    // The event ended; they are kept for fourteen days more.
    for early in ["2026-11-26T12:00:00Z", "2026-12-08T12:00:00Z"] {
        assert_eq!(walk(&world, early.parse().unwrap()).await, 0);
        assert!(everything(&world, Table::Confidential).await.contains(SECRET) && world.load(&ann.id).await.has_needs, "{early}");
    }
    // Two keepers at once take them out once.
    let (a, b) = tokio::join!(walk(&world, over), walk(&world, over));
    assert_eq!(a + b, 1, "{a} {b}");
    assert!(!everything(&world, Table::Confidential).await.contains("ACCESS#"));
    let record = world.load(&ann.id).await;
    assert!(!record.has_needs && record.state == RegistrationState::Confirmed, "the place is still theirs: {record:?}");
    assert!(everything(&world, Table::Hub).await.contains("forget-needs"), "the audit knows");
    assert_eq!(walk(&world, over + 24.hours()).await, 0, "there is nothing left to take out");
}

/// What is told for an event without a day is kept for ninety days from when it was told: that is not written down at the booking.
#[tokio::test]
async fn what_was_told_later_is_kept_longer_than_its_booking_says() {
    let world = World::with_places(Some(5)).await;
    let mut event = world.registrations.event(&world.event).await.unwrap().unwrap();
    event.published.as_mut().unwrap().details.when = domain::event::When::AnyTime;
    crate::world::put_event(&world.db, &event).await;
    let ann = world.comes("ann", now()).await;
    let told = now() + 24.hours() * 30;
    world.registrations.change_needs(&world.event, &ann, &asks_for_bsl(SECRET, now()), None, told).await.unwrap();
    for (days, stays) in [(89, true), (91, true), (119, true), (120, false)] {
        walk(&world, now() + 24.hours() * days).await;
        assert_eq!(everything(&world, Table::Confidential).await.contains(SECRET), stays, "on day {days}");
    }
}

#[tokio::test]
async fn they_lie_in_one_table_and_no_other() {
    let world = World::with_places(Some(5)).await;
    world.register(&NewRegistration { needs: Some(asks_for_bsl(SECRET, now())), ..by_mail("ann") }, now()).await.unwrap();
    assert!(everything(&world, Table::Confidential).await.contains(SECRET));
    for table in [Table::Hub, Table::Public, Table::Outbox] {
        assert!(!everything(&world, table).await.contains(SECRET), "{table:?}");
    }
}

#[tokio::test]
async fn they_go_when_the_person_clears_them_or_cancels() {
    let world = World::with_places(Some(5)).await;
    let access = AccessAnswers::new(world.db.clone());
    for cancels in [false, true] {
        let ann = NewRegistration { needs: Some(asks_for_bsl(SECRET, now())), ..by_mail(if cancels { "ann" } else { "ben" }) };
        world.register(&ann, now()).await.unwrap();
        match cancels {
            true => drop(world.registrations.cancel(&world.event, &ann.id, now()).await.unwrap()),
            false => drop(world.registrations.erase_needs(&world.event, &ann.id, false, now()).await.unwrap()),
        }
        assert!(access.of(&world.event, &ann.id, now()).await.unwrap().is_none());
        assert!(!world.load(&ann.id).await.has_needs);
    }
    assert!(!everything(&world, Table::Confidential).await.contains(SECRET));
}

#[tokio::test]
async fn a_change_of_number_leaves_the_place_alone() {
    let world = World::with_places(Some(5)).await;
    let ann = world.comes("ann", now()).await;
    let mut person = world.load(&ann).await.person;
    person.name = "Ann Other".into();
    person.phone = Some(domain::contact::Phone::parse("01632 960 012").unwrap());
    let contacts = person.contacts();
    world.registrations.change_person(&world.event, &ann, &person, &contacts, now()).await.unwrap();
    assert_eq!(world.load(&ann).await.person, person);
    let known = world.registrations.known_for("phone:01632960012").await.unwrap();
    assert_eq!(known.registrations, vec![(world.event.clone(), ann)]);
    world.holds_together().await;
}

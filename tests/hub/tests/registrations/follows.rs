//! A published event is moved, or gets another way to take part: offers, places and people follow, and nobody loses what they have.

use domain::event::{Change, EventDetails, Format, When};
use domain::ids::RegistrationId;
use domain::message::Message;
use domain::registration::{Party, Plan, PoolPlan, RegistrationState as Is, Way};
use jiff::{Timestamp, ToSpan};
use store::due::{Due, DueList, Tidings};
use store::events::Events;
use store::registrations::{NewRegistration, RegistrationError};
use store::tell::Teller;

use crate::events_world::{desk, now};
use crate::world::{World, by_mail, put_event};

/// A coordinator approves a change of the event.
pub async fn approved(world: &World, change: impl FnOnce(&mut EventDetails)) {
    let mut record = world.registrations.event(&world.event).await.unwrap().unwrap();
    record.change = Some(Change { answers: record.answers.clone(), sent: Some(now()) });
    put_event(&world.db, &record).await;
    let mut details = record.published.as_ref().unwrap().details.clone();
    change(&mut details);
    Events::new(world.db.clone()).approve_change(&record, &details, &desk()).await.unwrap();
}

/// The keeper does what the change asks for, to the end.
async fn told(world: &World) {
    let due = DueList::new(world.db.clone()).by(now()).await.unwrap();
    let mut job = due.into_iter().find(|one| matches!(&one.due, Due::Tell { tidings: Tidings::Moved { .. }, .. }));
    assert!(job.is_some(), "everybody is told");
    while let Some(next) = job {
        job = Teller::new(world.db.clone()).next(&next, now()).await.unwrap();
    }
}

async fn comes_online(world: &World, name: &str) -> RegistrationId {
    let party = Party { way: Way::Online, ..Party::default() };
    let new = NewRegistration { party, ..by_mail(name) };
    world.register(&new, now()).await.unwrap();
    world.registrations.confirm(&world.event, &new.id, now()).await.unwrap();
    new.id
}

pub fn from(start: &str) -> When {
    let start: Timestamp = start.parse().unwrap();
    When::Timed { start, end: start + 2.hours(), zone: "Europe/London".into(), further: Vec::new() }
}

fn places(capacity: u32) -> PoolPlan {
    PoolPlan { capacity: Some(capacity), ..PoolPlan::default() }
}

#[tokio::test]
async fn an_open_offer_ends_with_the_new_start_and_its_person_is_told() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let ben = world.comes("ben", now()).await;
    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    assert_eq!(world.load(&ben).await.until, Some(now() + 48.hours()));
    approved(&world, |details| details.when = from("2026-11-02T10:00:00Z")).await;
    told(&world).await;
    let offer = world.load(&ben).await;
    let start: Timestamp = "2026-11-02T10:00:00Z".parse().unwrap();
    assert_eq!((offer.state, offer.until), (Is::Offered, Some(start)));
    assert!(world.mails(&ben).await.iter().any(|mail| matches!(mail, Message::EventMoved { .. })));
    let lapses = DueList::new(world.db.clone()).by(start).await.unwrap();
    assert!(lapses.iter().any(|one| matches!(&one.due, Due::Lapse { registration, .. } if *registration == ben)));
}

#[tokio::test]
async fn nobody_takes_an_offer_after_the_start_though_nobody_has_ended_it_yet() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let ben = world.comes("ben", now()).await;
    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    approved(&world, |details| details.when = from("2026-11-02T10:00:00Z")).await;
    let after: Timestamp = "2026-11-02T10:00:01Z".parse().unwrap();
    assert!(world.load(&ben).await.until.unwrap() > after, "the keeper did not come by");
    let pressed = world.registrations.accept(&world.event, &ben, after).await;
    assert!(matches!(pressed, Err(RegistrationError::TooLate)), "{pressed:?}");
    assert_eq!(world.state(&ben).await, Is::Lapsed);
}

#[tokio::test]
async fn an_event_no_longer_online_brings_everybody_to_the_room_with_what_they_have() {
    let world = World::planned(Plan { room: places(2), online: Some(places(1)) }).await;
    let (ann, dan) = (world.comes("ann", now()).await, world.comes("dan", now()).await);
    let (bea, cat) = (comes_online(&world, "bea").await, comes_online(&world, "cat").await);
    let eve = world.comes("eve", now()).await;
    approved(&world, |details| details.place.format = Format::InPerson).await;
    let meanwhile = world.register(&by_mail("fay"), now()).await;
    assert!(matches!(meanwhile, Err(RegistrationError::Closed)), "nobody gets in between: {meanwhile:?}");
    told(&world).await;

    for (id, state) in [(&ann, Is::Confirmed), (&dan, Is::Confirmed), (&bea, Is::Confirmed), (&cat, Is::Waiting), (&eve, Is::Waiting)] {
        let one = world.load(id).await;
        assert_eq!((one.state, one.party.way), (state, Way::Room), "{}", one.person.name);
    }
    let counts = world.places().await;
    assert!(counts.online.is_none() && counts.takes_bookings() && counts.is_consistent(), "{counts:?}");
    assert_eq!((counts.room.confirmed, counts.room.waiting, counts.room.left), (3, 2, Some(-1)));
    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    assert_eq!(world.state(&cat).await, Is::Waiting, "still no more than there are places");
    world.registrations.cancel(&world.event, &dan, now()).await.unwrap();
    assert_eq!((world.state(&cat).await, world.state(&eve).await), (Is::Offered, Is::Waiting), "first come, first served");
}

//! Somebody whose offer runs out soon is told once.

use domain::ids::RegistrationId;
use domain::registration::RegistrationState as Is;
use jiff::{SignedDuration, Timestamp};

use crate::events_world::now;
use crate::mail_world::World as Keeping;
use crate::world::World;

const KIND: &str = "registration-warning";

fn seconds(n: i64) -> SignedDuration {
    SignedDuration::from_secs(n)
}

/// One place, which somebody gave back and somebody else is offered: who, when they are to be warned, and until when the offer holds.
async fn offered() -> (World, Keeping, RegistrationId, [Timestamp; 2]) {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let ben = world.comes("ben", now()).await;
    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    let record = world.load(&ben).await;
    let times = [record.warn.unwrap(), record.until.unwrap()];
    let keeping = Keeping::over(world.db.clone());
    (world, keeping, ben, times)
}

#[tokio::test]
async fn an_offer_s_end_is_told_once_though_two_keepers_come_by() {
    let (world, keeping, ben, [warn, until]) = offered().await;
    keeping.two_ticks(warn - seconds(60)).await;
    assert_eq!(keeping.sent(KIND), 0, "not yet");
    keeping.two_ticks(warn + seconds(2)).await;
    assert_eq!(keeping.sent(KIND), 1);
    keeping.two_ticks(warn + seconds(62)).await;
    keeping.two_ticks(until - seconds(60)).await;
    assert_eq!((keeping.sent(KIND), world.state(&ben).await), (1, Is::Offered));
    keeping.two_ticks(until + seconds(2)).await;
    assert_eq!((keeping.sent(KIND), world.state(&ben).await), (1, Is::Lapsed));
    world.holds_together().await;
}

#[tokio::test]
async fn a_keeper_that_comes_late_warns_while_there_is_time_and_not_after() {
    let (_, keeping, _, [_, until]) = offered().await;
    keeping.two_ticks(until - seconds(600)).await;
    assert_eq!(keeping.sent(KIND), 1);

    let (world, keeping, ben, [_, until]) = offered().await;
    keeping.two_ticks(until + seconds(24 * 3_600)).await;
    assert_eq!((keeping.sent(KIND), world.state(&ben).await), (0, Is::Lapsed), "there is nothing left to answer");
}

#[tokio::test]
async fn whoever_answered_meanwhile_is_not_warned() {
    let (world, keeping, ben, [warn, _]) = offered().await;
    world.registrations.accept(&world.event, &ben, warn - seconds(600)).await.unwrap();
    keeping.two_ticks(warn + seconds(2)).await;
    assert_eq!((keeping.sent(KIND), world.state(&ben).await), (0, Is::Confirmed));
}

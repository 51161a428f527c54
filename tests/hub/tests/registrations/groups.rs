//! Groups, people beside them, places held back, both ways to take part.

use domain::ids::RegistrationId;
use domain::registration::{Party, Plan, PoolPlan, RegistrationState as Is, Way};
use jiff::ToSpan;
use store::registrations::{Got, NewRegistration, RegistrationError};

use crate::events_world::now;
use crate::world::{World, asks_for_bsl, by_mail, group, with_support};

#[tokio::test]
async fn a_group_gets_all_its_places_or_none_and_does_not_block_one_place() {
    let world = World::with_places(Some(5)).await;
    assert_eq!(world.register(&group("four", 4), now()).await.unwrap().got, Got::Place);
    let three = group("three", 3);
    assert_eq!(world.register(&three, now()).await.unwrap().got, Got::Turn);
    assert_eq!(world.register(&by_mail("one"), now()).await.unwrap().got, Got::Place, "the last place is too little for those who wait");
    assert_eq!(world.places().await.room.waiting, 3);
    world.holds_together().await;
}

#[tokio::test]
async fn people_beside_a_group_use_no_place_and_are_counted() {
    let world = World::with_places(Some(1)).await;
    let party = Party { places: 1, beside: 2, ..Party::default() };
    let ann = NewRegistration { party, ..by_mail("ann") };
    assert_eq!(world.register(&ann, now()).await.unwrap().got, Got::Place);
    let places = world.places().await;
    assert_eq!((places.room.held, places.room.beside, places.room.left), (1, 2, Some(0)));
    world.registrations.cancel(&world.event, &ann.id, now()).await.unwrap();
    assert_eq!(world.places().await.room.beside, 0);
}

#[tokio::test]
async fn places_held_back_are_for_those_who_need_support_until_the_date() {
    let until = now() + 48.hours();
    let kept = PoolPlan { capacity: Some(3), kept_back: 2, kept_until: Some(until) };
    let world = World::planned(Plan { room: kept, online: None }).await;
    assert_eq!(world.register(&by_mail("ann"), now()).await.unwrap().got, Got::Place);
    let ben = by_mail("ben");
    assert_eq!(world.register(&ben, now()).await.unwrap().got, Got::Turn);
    world.registrations.confirm(&world.event, &ben.id, now()).await.unwrap();
    let cat = with_support("cat", 1);
    assert_eq!(world.register(&cat, now()).await.unwrap().got, Got::Place, "held back for her");
    assert_eq!(world.places().await.room.kept(now()), 1);
    world.holds_together().await;
    // The date passes: nobody has to press anything.
    assert_eq!(world.registrations.offer_all(&world.event, until).await.unwrap(), 1);
    assert_eq!(world.state(&ben.id).await, Is::Offered);
}

/// Two places: Ann has the one that anybody may take, the other is held back for somebody who needs support, and Ben said nothing of that.
async fn one_held_back_and_ben_waits() -> (World, RegistrationId) {
    let kept = PoolPlan { capacity: Some(2), kept_back: 1, kept_until: Some(now() + 480.hours()) };
    let world = World::planned(Plan { room: kept, online: None }).await;
    world.comes("ann", now()).await;
    let ben = world.comes("ben", now()).await;
    assert_eq!(world.state(&ben).await, Is::Waiting, "what is left is held back");
    (world, ben)
}

#[tokio::test]
async fn who_says_while_they_wait_what_would_help_is_offered_what_is_held_back_for_four_days() {
    let (world, ben) = one_held_back_and_ben_waits().await;
    let told = world.registrations.change_needs(&world.event, &ben, &asks_for_bsl("", now()), None, now()).await.unwrap();
    assert!(told.state == Is::Offered && told.has_needs && told.party.support, "{told:?}");
    assert_eq!(told.until, Some(now() + 96.hours()));
    assert_eq!((told.kept, world.places().await.room.kept(now())), (1, 0));
    world.holds_together().await;
}

#[tokio::test]
async fn who_takes_it_back_keeps_what_they_have_and_the_next_place_is_held_back_again() {
    let (world, ben) = one_held_back_and_ben_waits().await;
    let cat = world.comes("cat", now()).await;
    let ticked = Party { support: true, ..Party::default() };
    let offered = world.registrations.change_party(&world.event, &ben, &ticked, now()).await.unwrap();
    assert_eq!((offered.state, offered.kept), (Is::Offered, 1), "the tick alone is enough");
    world.registrations.accept(&world.event, &ben, now()).await.unwrap();
    let kept = world.registrations.erase_needs(&world.event, &ben, false, now()).await.unwrap();
    assert_eq!((kept.state, kept.kept, kept.party.support), (Is::Confirmed, 0, false));
    assert_eq!((world.places().await.room.left, world.places().await.room.kept(now())), (Some(0), 1));

    let ann = world.registrations.of_event(&world.event).await.unwrap().into_iter().find(|one| one.person.name == "ann").unwrap();
    world.registrations.cancel(&world.event, &ann.id, now()).await.unwrap();
    assert_eq!(world.state(&cat).await, Is::Waiting, "it is held back, and she said nothing of support");
    world.registrations.change_party(&world.event, &cat, &ticked, now()).await.unwrap();
    assert_eq!(world.state(&cat).await, Is::Offered);
    world.holds_together().await;
}

#[tokio::test]
async fn the_room_and_online_are_counted_apart_and_people_move_between_them() {
    let one = |capacity| PoolPlan { capacity: Some(capacity), ..PoolPlan::default() };
    let world = World::planned(Plan { room: one(1), online: Some(one(2)) }).await;
    let ann = world.comes("ann", now()).await;
    let ben = by_mail("ben");
    assert_eq!(world.register(&ben, now()).await.unwrap().got, Got::Turn, "the room is full");
    world.registrations.confirm(&world.event, &ben.id, now()).await.unwrap();
    let online = Party { way: Way::Online, ..Party::default() };
    let moved = world.registrations.change_party(&world.event, &ben.id, &online, now()).await.unwrap();
    assert_eq!(moved.state, Is::Confirmed, "online there is a place");
    let both = Party { way: Way::Online, places: 2, ..Party::default() };
    let refused = world.registrations.change_party(&world.event, &ann, &both, now()).await;
    assert!(matches!(refused, Err(RegistrationError::NoRoom)), "{refused:?}");
    assert_eq!(world.load(&ann).await.party.way, Way::Room, "nothing is given up for nothing");
    let places = world.places().await;
    assert_eq!((places.room.left, places.online.unwrap().left), (Some(0), Some(1)));
}

#[tokio::test]
async fn a_smaller_group_gives_its_places_to_the_next() {
    let world = World::with_places(Some(3)).await;
    let three = group("three", 3);
    world.register(&three, now()).await.unwrap();
    world.registrations.confirm(&world.event, &three.id, now()).await.unwrap();
    let two = group("two", 2);
    world.register(&two, now()).await.unwrap();
    world.registrations.confirm(&world.event, &two.id, now()).await.unwrap();
    world.registrations.change_party(&world.event, &three.id, &Party::default(), now()).await.unwrap();
    assert_eq!(world.state(&two.id).await, Is::Offered);
    world.holds_together().await;
}

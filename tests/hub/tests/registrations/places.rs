//! No more people than places, whatever comes at once (I1, I4; quality-bar R-01).

use std::sync::Arc;

use domain::message::Message;
use domain::registration::{Ask, Gone, Places, Plan, PoolPlan, RegistrationState, Way};
use jiff::ToSpan;
use store::StoreError;
use store::public::PublicReader;
use store::registrations::{Got, NewRegistration, RegistrationError};

use crate::events_world::{now, random, week};
use crate::world::{World, by_mail, by_phone};

#[tokio::test]
async fn a_thousand_people_book_fifty_places_at_once_and_fifty_get_one() {
    let rounds = std::env::var("HUB_RACE_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    for _ in 0..rounds {
        a_thousand_for_fifty().await;
    }
}

async fn a_thousand_for_fifty() {
    let world = Arc::new(World::with_places(Some(50)).await);
    let begun = std::time::Instant::now();
    let mut running = tokio::task::JoinSet::new();
    for n in 0..1_000 {
        let world = world.clone();
        running.spawn(async move { answered(&world, &by_mail(&format!("person{n}"))).await });
    }
    let (got, again): (Vec<Got>, Vec<usize>) = running.join_all().await.into_iter().unzip();
    println!("1,000 bookings in {:?}, pressed again {} times", begun.elapsed(), again.iter().sum::<usize>());
    assert_eq!(got.iter().filter(|g| **g == Got::Place).count(), 50);
    let places = world.places().await;
    assert_eq!((places.room.held, places.room.waiting, places.room.left), (50, 950, Some(0)));
    world.holds_together().await;
}

/// What somebody gets who presses again when the database, asked by a thousand at once on a slow machine, does not answer in time; and
/// how often they pressed again.
async fn answered(world: &World, new: &NewRegistration) -> (Got, usize) {
    for again in 0..10 {
        match world.register(new, now()).await {
            Ok(registered) => return (registered.got, again),
            Err(RegistrationError::Store(StoreError::Unavailable(_))) => {}
            Err(other) => panic!("{other}"),
        }
    }
    panic!("no answer to ten presses")
}

#[tokio::test]
async fn a_held_place_is_confirmed_by_its_button_and_told_once() {
    let world = World::with_places(Some(2)).await;
    let ann = by_mail("ann");
    world.register(&ann, now()).await.unwrap();
    assert_eq!(world.state(&ann.id).await, RegistrationState::Unconfirmed);
    for _ in 0..3 {
        let confirmed = world.registrations.confirm(&world.event, &ann.id, now()).await.unwrap();
        assert_eq!((confirmed.state, confirmed.address_confirmed), (RegistrationState::Confirmed, true));
    }
    let mails = world.mails(&ann.id).await;
    assert_eq!(mails.iter().filter(|m| matches!(m, Message::RegistrationPlaced { .. })).count(), 1);
    assert_eq!(mails.len(), 2);
    world.holds_together().await;
}

#[tokio::test]
async fn a_phone_number_needs_no_confirming() {
    let world = World::with_places(None).await;
    let ben = by_phone("Ben", "01632 960 011");
    world.register(&ben, now()).await.unwrap();
    assert_eq!(world.state(&ben.id).await, RegistrationState::Confirmed);
    world.holds_together().await;
}

#[tokio::test]
async fn a_place_not_confirmed_in_two_hours_goes_back() {
    let world = World::with_places(Some(1)).await;
    let ann = by_mail("ann");
    world.register(&ann, now()).await.unwrap();
    let early = now() + 119.minutes();
    assert!(!world.registrations.lapse_if_due(&world.event, &ann.id, early).await.unwrap());
    let late = now() + 121.minutes();
    let pressed = world.registrations.confirm(&world.event, &ann.id, late).await;
    assert!(matches!(pressed, Err(RegistrationError::TooLate)), "{pressed:?}");
    assert_eq!(world.state(&ann.id).await, RegistrationState::Lapsed);
    assert_eq!(world.places().await.room.free(), Some(1));
    let again = by_mail("ann");
    assert_eq!(world.register(&again, late).await.unwrap().got, Got::Place);
    world.holds_together().await;
}

#[tokio::test]
async fn the_public_count_follows() {
    let world = World::with_places(Some(3)).await;
    world.comes("ann", now()).await;
    let public = PublicReader::new(world.db.clone());
    let count = public.places_of(week().id, &world.slug).await.unwrap().unwrap();
    assert_eq!((count.places.free, count.places.waiting), (Some(2), 0));
}

#[tokio::test]
async fn nobody_books_an_event_that_is_closed() {
    let world = World::with_places(Some(3)).await;
    let mut places = world.places().await;
    places.open = false;
    let mut tx = store::Tx::new(&world.db);
    tx.put(store::Table::Hub, &store::Key::new(format!("EVENT#{}", world.event), "PLACES"), &places);
    tx.commit().await.unwrap();
    let refused = world.register(&by_mail("ann"), now()).await;
    assert!(matches!(refused, Err(RegistrationError::Closed)), "{refused:?}");
}

/// Six people at once, each booking, confirming, cancelling, accepting, declining at random, while time runs out on some.
#[tokio::test]
async fn whatever_order_things_happen_in_the_counts_hold() {
    let seed: u64 = u64::from_be_bytes(random());
    println!("seed {seed}");
    let world = Arc::new(World::with_places(Some(3)).await);
    let mut running = tokio::task::JoinSet::new();
    for task in 0..6u64 {
        let world = world.clone();
        running.spawn(async move {
            use rand::{Rng, SeedableRng};
            let mut dice = rand::rngs::StdRng::seed_from_u64(seed ^ task);
            let mut mine = Vec::new();
            for step in 0..30i64 {
                let at = now() + (step * 20).minutes();
                let pick = mine.get(dice.random_range(0..mine.len().max(1))).cloned();
                let (event, store) = (&world.event, &world.registrations);
                match (dice.random_range(0..7), pick) {
                    (0 | 1, _) | (_, None) => {
                        let new = by_mail(&format!("p{task}-{step}"));
                        mine.push(new.id.clone());
                        drop(world.register(&new, at).await);
                    }
                    (2, Some(id)) => drop(store.confirm(event, &id, at).await),
                    (3, Some(id)) => drop(store.cancel(event, &id, at).await),
                    (4, Some(id)) => drop(store.accept(event, &id, at).await),
                    (5, Some(id)) => drop(store.decline(event, &id, at).await),
                    (_, Some(id)) => drop(store.lapse_if_due(event, &id, at).await),
                }
            }
        });
    }
    running.join_all().await;
    world.registrations.offer_all(&world.event, now() + 10.hours()).await.unwrap();
    world.holds_together().await;
}

/// What a value takes in a record, as DynamoDB counts it: names and texts by their bytes, a number by two digits a byte and one more, three
/// for a list or map and one for each part.
fn bytes(value: &serde_json::Value) -> usize {
    use serde_json::Value as Is;
    match value {
        Is::Null | Is::Bool(_) => 1,
        Is::Number(number) => number.to_string().len().div_ceil(2) + 1,
        Is::String(text) => text.len(),
        Is::Array(all) => 3 + all.iter().map(|one| 1 + bytes(one)).sum::<usize>(),
        Is::Object(all) => 3 + all.iter().map(|(name, one)| 1 + name.len() + bytes(one)).sum::<usize>(),
    }
}

/// Every booking rewrites this record, and pays for each kilobyte of it (design, decision 6): here is one as full as can be, of an event
/// in a room and online, with everybody waiting in every way.
#[test]
fn the_record_that_every_booking_meets_at_is_under_a_kilobyte_however_full() {
    let many = 99_999;
    let pool = PoolPlan { capacity: Some(many), kept_back: many, kept_until: Some(now()) };
    let mut places = Places::planned(Plan { room: pool, online: Some(pool) });
    for pool in [Some(&mut places.room), places.online.as_mut()].into_iter().flatten() {
        (pool.left, pool.confirmed, pool.held, pool.waiting) = (Some(-i64::from(many)), many, many, many);
        (pool.beside, pool.kept_used, pool.gone) = (many, many, Gone { came: many, waited: many });
        Ask::all().for_each(|ask| pool.queue.set(ask, many));
    }
    (places.next_turn, places.settings, places.version, places.walk_ins) = (9_999_999, 9_999_999, 9_999_999, many);
    places.moving = Some(Way::Online);
    let record = serde_json::to_value(&places).unwrap();
    assert_eq!(record["online"]["queue"].as_object().unwrap().len(), Ask::all().count(), "everything is in it");
    let whole = bytes(&record) + "pkEVENT#skPLACES".len() + 40;
    assert!((600..1_024).contains(&whole), "{whole} bytes: {record}");
}

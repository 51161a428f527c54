//! Publishing an event notes that people are reminded before it and thanked after it; the keeper does each once.

use domain::event::EventRecord;
use domain::registration::RegistrationState;
use jiff::Timestamp;
use store::{Key, Table, Tx};

use crate::events_world::World as Events;
use crate::world::{World, registration, seconds};

const HOUR: i64 = 3_600;

/// 48 hours before the start, and three after the end, of an event from ten to twelve on 25 November; and two seconds.
const REMINDED: &str = "2026-11-23T10:00:02Z";
const THANKED: &str = "2026-11-25T15:00:02Z";

fn at(moment: &str) -> Timestamp {
    moment.parse().unwrap()
}

/// A published event, two who have a place and one who waits.
async fn published() -> World {
    let events = Events::new().await;
    let event: EventRecord = events.published("Around the day").await;
    let mut tx = Tx::new(&events.db);
    for (i, state) in [RegistrationState::Confirmed, RegistrationState::Confirmed, RegistrationState::Waiting].into_iter().enumerate() {
        let of = registration(&event.id, i, state);
        tx.put(Table::Hub, &Key::new(format!("EVENT#{}", event.id), format!("REG#{}", of.id)), &of);
    }
    tx.commit().await.unwrap();
    World::over(events.db.clone())
}

#[tokio::test]
async fn who_has_a_place_is_reminded_once_and_thanked_once_though_two_keepers_come_by() {
    let world = published().await;
    world.two_ticks(at(REMINDED) - seconds(60)).await;
    assert_eq!((world.sent("reminder"), world.sent("thanks")), (0, 0), "not yet");
    world.two_ticks(at(REMINDED)).await;
    world.two_ticks(at(REMINDED) + seconds(60)).await;
    assert_eq!((world.sent("reminder"), world.sent("thanks")), (2, 0));
    world.two_ticks(at(THANKED)).await;
    world.two_ticks(at(THANKED) + seconds(24 * HOUR)).await;
    assert_eq!((world.sent("reminder"), world.sent("thanks")), (2, 2));
    assert!(world.outbox.waiting().await.unwrap().iter().all(|w| !w.id.starts_with("thanks")), "nothing is left over");
}

#[tokio::test]
async fn a_keeper_that_comes_a_day_late_reminds_and_thanks_all_the_same() {
    let world = published().await;
    world.two_ticks(at(REMINDED) + seconds(24 * HOUR)).await;
    assert_eq!(world.sent("reminder"), 2, "it is still a day before");
    world.two_ticks(at(THANKED) + seconds(24 * HOUR)).await;
    assert_eq!((world.sent("reminder"), world.sent("thanks")), (2, 2));
}

#[tokio::test]
async fn a_reminder_that_comes_after_the_beginning_is_none() {
    let world = published().await;
    world.two_ticks(at(THANKED)).await;
    assert_eq!((world.sent("reminder"), world.sent("thanks")), (0, 2));
}

//! A tick ends by itself before the platform ends it, and what it had no time for is there for the next one.

use std::sync::{Arc, Mutex};

use domain::ids::EventId;
use domain::registration::RegistrationState;
use domain::time::Clock;
use hub_tests::TestClock;
use jiff::Timestamp;
use mailer::Until;
use serde_json::json;
use store::due::{self, Due, DueList, Tidings};
use store::{Key, Table, Tx};

use crate::world::{World, now, random, registration, seconds};

/// A clock on which a second passes each time somebody looks at it.
struct Watched(Mutex<Timestamp>);

impl Clock for Watched {
    fn now(&self) -> Timestamp {
        let mut at = self.0.lock().unwrap();
        *at += seconds(1);
        *at - seconds(1)
    }
}

/// Somebody who never confirmed their address, a day and an hour ago: the walk lets go of them.
async fn somebody_to_forget(world: &World) {
    let mut of = registration(&EventId::from_random(random()), 0, RegistrationState::Lapsed);
    (of.address_confirmed, of.changed) = (false, now() - seconds(25 * 3_600));
    let mut stored = serde_json::to_value(&of).unwrap();
    stored["contacts"] = json!([]);
    let mut tx = Tx::new(&world.db);
    tx.put(Table::Hub, &Key::new(format!("EVENT#{}", of.event), format!("REG#{}", of.id)), &stored);
    tx.commit().await.unwrap();
}

/// Sixty people, one of whom cancelled before, are to be told that their event is cancelled.
async fn sixty_to_tell(world: &World) {
    let event = world.cancelled(60).await;
    let mut tx = Tx::new(&world.db);
    due::add(&mut tx, &Due::Tell { event, tidings: Tidings::Cancelled, after: None }, now() - seconds(60));
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_slow_post_leaves_its_mails_to_the_next_tick_and_keeps_nothing_else_from_its_turn() {
    let world = World::new().await;
    somebody_to_forget(&world).await;
    for i in 0..8 {
        world.invited(&format!("bo{i}@example.org")).await;
    }
    let clock = Arc::new(TestClock::at(now()));
    *world.pile.slow.lock().unwrap() = Some((clock.clone(), seconds(10)));
    let first = keeper::tick_until(&world.keeper, now(), &Until::new(clock.clone(), now() + seconds(35))).await.unwrap();
    assert_eq!((first.mails.sent, first.mails.unreached, first.forgotten), (4, 4, 1), "the fifth is not begun");
    assert_eq!(clock.now(), now() + seconds(40));
    let (later, ends) = (now() + seconds(60), now() + seconds(600));
    let second = keeper::tick_until(&world.keeper, later, &Until::new(clock, ends)).await.unwrap();
    assert_eq!((second.mails.sent, second.mails.unreached), (4, 0));
    let mut sent = world.pile.ids();
    sent.sort();
    sent.dedup();
    assert_eq!(sent.len(), 8, "each once");
}

#[tokio::test]
async fn a_job_for_many_stops_between_two_chunks_and_goes_on_where_it_stopped() {
    let world = World::new().await;
    sixty_to_tell(&world).await;
    // Three looks at the clock before the time for tasks is over: before the job and before each of two chunks.
    let until = Until::new(Arc::new(Watched(Mutex::new(now()))), now() + seconds(13));
    let first = keeper::tick_until(&world.keeper, now(), &until).await.unwrap();
    assert_eq!((first.done, first.left), (0, 1));
    let list = DueList::new(world.db.clone());
    let job = list.by(now()).await.unwrap().remove(0);
    assert!(matches!(job.due, Due::Tell { after: Some(_), .. }), "{job:?}");
    let second = keeper::tick(&world.keeper, now() + seconds(60)).await.unwrap();
    assert_eq!((second.done, second.left), (1, 0));
    // Their event has no page, so the mailer finds that there is nothing to tell; it finds so once for each of them.
    assert_eq!(first.mails.untrue + second.mails.untrue, 59);
    assert!(list.by(now() + seconds(60)).await.unwrap().is_empty());
}

#[tokio::test]
async fn when_the_time_is_over_at_once_only_the_walk_has_its_turn() {
    let world = World::new().await;
    somebody_to_forget(&world).await;
    sixty_to_tell(&world).await;
    world.invited("bo@example.org").await;
    let clock = Arc::new(TestClock::at(now()));
    let over = Until::new(clock, now());
    let ticked = keeper::tick_until(&world.keeper, now(), &over).await.unwrap();
    assert_eq!((ticked.done, ticked.left, ticked.forgotten), (0, 1, 1));
    assert_eq!((ticked.mails.sent, ticked.mails.unreached), (0, 1));
    let next = keeper::tick(&world.keeper, now() + seconds(60)).await.unwrap();
    assert_eq!((next.done, next.left, next.mails.sent), (1, 0, 1));
}

#[tokio::test]
async fn a_slow_post_ends_a_batch_of_the_stream_in_time_and_the_keeper_sends_the_rest_each_once() {
    let world = World::new().await;
    let mut records = Vec::new();
    for i in 0..10 {
        let id = world.invited(&format!("bo{i}@example.org")).await;
        let keys = json!({ "pk": { "S": "WAITING#0" }, "sk": { "S": id } });
        records.push(json!({ "eventName": "INSERT", "dynamodb": { "Keys": keys, "SequenceNumber": i.to_string() } }));
    }
    let batch = json!({ "Records": records });
    let clock = Arc::new(TestClock::at(now()));
    // As long as SES may take.
    *world.pile.slow.lock().unwrap() = Some((clock.clone(), seconds(15)));
    let until = Until::new(clock.clone(), now() + seconds(30));
    let answer = mailer::handle_until(batch.clone(), &world.mailer, now(), &until).await.unwrap();
    assert_eq!((world.pile.ids().len(), clock.now()), (2, now() + seconds(30)), "the third is not begun");
    let rest: Vec<_> = (2..10).map(|n| json!({ "itemIdentifier": n.to_string() })).collect();
    assert_eq!(answer["batchItemFailures"], json!(rest), "the stream brings the rest again, unless the keeper is sooner");
    *world.pile.slow.lock().unwrap() = None;
    assert_eq!(keeper::tick(&world.keeper, now() + seconds(60)).await.unwrap().mails.sent, 8);
    mailer::handle(batch, &world.mailer, now() + seconds(90)).await.unwrap();
    let mut sent = world.pile.ids();
    sent.sort();
    sent.dedup();
    assert_eq!((sent.len(), world.pile.ids().len()), (10, 10), "each once, though the stream brings them again");
}

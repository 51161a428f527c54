//! What can't be read and what keeps failing, at the head of the keeper's list: neither stops what lies behind it.

use domain::ids::EventId;
use serde_json::json;
use store::due::{self, Due, DueList, Tidings};
use store::{Key, Table, Tx};

use crate::world::{World, now, random, seconds};

/// More than is taken at once.
const MANY: i64 = 130;

/// As many as fit into one transaction and a bit less.
const IN_ONE: i64 = 65;

/// Puts so many records of a kind that no release knows into every collection of the list, in front of everything else.
async fn unreadable(world: &World, each: i64) {
    for shard in 0..8 {
        for first in (0..each).step_by(IN_ONE as usize) {
            let mut tx = Tx::new(&world.db);
            for n in first..each.min(first + IN_ONE) {
                let key = Key::new(format!("DUE#{shard}"), format!("000000000001#{n:03}"));
                tx.put(Table::Hub, &key, &json!({ "what": "unheard-of", "event": n }));
            }
            tx.commit().await.unwrap();
        }
    }
}

async fn is_due(world: &World, due: &Due, seconds_ago: i64) {
    let mut tx = Tx::new(&world.db);
    due::add(&mut tx, due, now() - seconds(seconds_ago));
    tx.commit().await.unwrap();
}

fn told_to_everybody(event: &EventId) -> Due {
    Due::Tell { event: event.clone(), tidings: Tidings::Cancelled, after: None }
}

#[tokio::test]
async fn a_record_that_can_t_be_read_is_counted_and_everything_else_is_done() {
    let world = World::new().await;
    unreadable(&world, 2).await;
    let event = world.cancelled(5).await;
    is_due(&world, &told_to_everybody(&event), 60).await;
    world.invited("bo@example.org").await;
    let ticked = keeper::tick(&world.keeper, now()).await.unwrap();
    assert_eq!((ticked.done, ticked.left, ticked.unreadable), (1, 0, 16));
    assert_eq!(ticked.mails.sent, 1, "and the mails go out");
    assert_eq!(world.outbox.waiting().await.unwrap().len() + ticked.mails.untrue, 4, "all but the one who had cancelled");
    let again = keeper::tick(&world.keeper, now() + seconds(60)).await.unwrap();
    assert_eq!((again.done, again.unreadable), (0, 16), "they are there for a release that knows them");
}

#[tokio::test]
async fn however_many_can_t_be_read_what_lies_behind_them_has_its_turn() {
    let world = World::new().await;
    unreadable(&world, MANY).await;
    is_due(&world, &told_to_everybody(&world.cancelled(2).await), 60).await;
    let ticked = keeper::tick(&world.keeper, now()).await.unwrap();
    assert_eq!((ticked.done, ticked.unreadable), (1, usize::try_from(MANY).unwrap() * 8));
}

#[tokio::test]
async fn however_many_keep_failing_what_lies_behind_them_has_its_turn() {
    let world = World::new().await;
    // An event whose record can't be read: its places can't be counted, whenever it is tried.
    let broken = EventId::from_random(random());
    let mut tx = Tx::new(&world.db);
    tx.put(Table::Hub, &Key::new(format!("EVENT#{broken}"), "META"), &json!({ "id": "of another release" }));
    tx.commit().await.unwrap();
    for first in (0..MANY).step_by(IN_ONE as usize) {
        let mut tx = Tx::new(&world.db);
        (first..first + IN_ONE).for_each(|n| due::add(&mut tx, &Due::RefreshPlaces { event: broken.clone() }, now() - seconds(100 + n)));
        tx.commit().await.unwrap();
    }
    // In the same collection, and younger than all of them.
    let behind = told_to_everybody(&broken);
    is_due(&world, &behind, 60).await;
    let list = DueList::new(world.db.clone());
    let at_once = list.by(now()).await.unwrap();
    assert!(at_once.len() == 100 && at_once.iter().all(|due| due.due != behind), "one look does not reach it");

    let first = keeper::tick(&world.keeper, now()).await.unwrap();
    assert_eq!((first.done, first.left), (0, 100));
    let second = keeper::tick(&world.keeper, now() + seconds(60)).await.unwrap();
    assert_eq!(second.done, 1, "the next tick does");
    let left = list.by(now() + seconds(120)).await.unwrap();
    assert!(!left.is_empty() && left.iter().all(|due| due.due != behind), "those that fail are tried on");
}

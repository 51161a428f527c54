//! The mailer and the keeper over the database: each message one mail, nothing in the way of anything else.

#[path = "mail/around.rs"]
mod around;
#[path = "mail/events.rs"]
mod events;
#[path = "events/world.rs"]
#[allow(dead_code, reason = "the tests of events use the rest")]
mod events_world;
#[path = "mail/faults.rs"]
mod faults;
#[path = "mail/in_the_way.rs"]
mod in_the_way;
#[path = "mail/in_time.rs"]
mod in_time;
#[path = "mail/keeping.rs"]
mod keeping;
#[path = "mail/over.rs"]
mod over;
#[path = "mail/world.rs"]
mod world;

use mailer::{Outcome, PostError, TRIES, send_one, send_waiting};
use store::due::{self, Due, DueList, Tidings};
use store::outbox::LEASE;
use store::tell::Teller;
use store::{Key, Table, Tx};
use world::{World, now, seconds};

#[tokio::test]
async fn a_message_that_is_delivered_again_and_again_is_one_mail() {
    let world = World::new().await;
    let id = world.invited("bo@example.org").await;
    let (a, b, c) = tokio::join!(send_one(&world.mailer, &id, now()), send_one(&world.mailer, &id, now()), send_one(&world.mailer, &id, now()));
    let sent = [a.unwrap(), b.unwrap(), c.unwrap()].iter().filter(|o| **o == Outcome::Sent).count();
    assert_eq!(sent, 1);
    assert_eq!(send_one(&world.mailer, &id, now() + seconds(3_600)).await.unwrap(), Outcome::Nothing);
    assert_eq!(send_waiting(&world.mailer, now() + seconds(3_600)).await.unwrap().sent, 0);
    let ids = world.pile.ids();
    assert_eq!(ids.len(), 1, "{ids:?}");
    assert!(ids[0].starts_with("<staff-invited.") && ids[0].ends_with("@hub.example>"), "{ids:?}");
    assert!(world.outbox.waiting().await.unwrap().is_empty());
}

#[tokio::test]
async fn without_the_claim_two_deliveries_would_be_two_mails() {
    let world = World::new().await;
    let id = world.invited("bo@example.org").await;
    let take_the_claim_away = || async {
        let mut tx = Tx::new(&world.db);
        for shard in 0..store::outbox::SHARDS {
            let key = Key::new(format!("WAITING#{shard}"), id.as_str());
            if let Some(mut record) = world.db.get::<serde_json::Value>(Table::Outbox, &key).await.unwrap() {
                record.as_object_mut().unwrap().retain(|name, _| !["leased", "pk", "sk"].contains(&name.as_str()));
                tx.put(Table::Outbox, &key, &record);
            }
        }
        tx.commit().await.unwrap();
    };
    assert!(world.outbox.claim(&id, now()).await.unwrap());
    assert!(!world.outbox.claim(&id, now()).await.unwrap());
    take_the_claim_away().await;
    assert!(world.outbox.claim(&id, now()).await.unwrap(), "the lease is what keeps the second one out");
}

#[tokio::test]
async fn a_mailer_that_dies_on_the_way_leaves_its_message_to_the_next_round() {
    let world = World::new().await;
    let id = world.invited("bo@example.org").await;
    assert!(world.outbox.claim(&id, now()).await.unwrap(), "claimed, and then no more is heard of it");
    assert_eq!(send_waiting(&world.mailer, now() + seconds(1)).await.unwrap().sent, 0);
    let after = now() + LEASE + seconds(1);
    assert_eq!(send_waiting(&world.mailer, after).await.unwrap().sent, 1);
    assert_eq!(world.pile.ids().len(), 1);
}

#[tokio::test]
async fn when_the_post_is_closed_for_an_hour_all_is_out_ten_minutes_after_it_opens() {
    let world = World::new().await;
    for i in 0..7 {
        world.invited(&format!("bo{i}@example.org")).await;
    }
    *world.pile.answer.lock().unwrap() = Some(PostError::Later("closed".into()));
    let mut at = now();
    while at < now() + seconds(3_600) {
        send_waiting(&world.mailer, at).await.unwrap();
        at += seconds(60);
    }
    assert!(world.pile.ids().is_empty());
    *world.pile.answer.lock().unwrap() = None;
    for _ in 0..10 {
        send_waiting(&world.mailer, at).await.unwrap();
        at += seconds(60);
    }
    assert_eq!(world.pile.ids().len(), 7);
    assert!(world.outbox.aside().await.unwrap().is_empty(), "a closed post makes no mail a bad one");
}

#[tokio::test]
async fn a_mail_that_is_always_refused_is_set_aside_and_the_others_flow() {
    let world = World::new().await;
    *world.pile.refuses.lock().unwrap() = Some("bad@example.org".into());
    let bad = world.invited("bad@example.org").await;
    for i in 0..10 {
        world.invited(&format!("bo{i}@example.org")).await;
    }
    // A record that can't be read at all, in front of all others.
    let mut tx = Tx::new(&world.db);
    tx.put(Table::Outbox, &Key::new("WAITING#1", "!"), &serde_json::json!({ "id": "!", "message": { "kind": "unheard-of" } }));
    tx.commit().await.unwrap();
    let first = send_waiting(&world.mailer, now()).await.unwrap();
    assert_eq!((first.sent, first.later), (10, 1));
    let mut at = now();
    for _ in 1..TRIES {
        at += seconds(600);
        send_waiting(&world.mailer, at).await.unwrap();
    }
    let aside: Vec<String> = world.outbox.aside().await.unwrap().into_iter().map(|aside| aside.id).collect();
    assert_eq!(aside, ["!".to_owned(), bad]);
    assert!(world.outbox.waiting().await.unwrap().is_empty());

    *world.pile.refuses.lock().unwrap() = None;
    assert_eq!(world.outbox.try_again(at).await.unwrap(), 2);
    assert_eq!(send_waiting(&world.mailer, at + seconds(1)).await.unwrap().sent, 1);
}

#[tokio::test]
async fn everybody_at_a_cancelled_event_is_told_once_however_often_the_job_breaks_off() {
    let world = World::new().await;
    let event = world.cancelled(60).await;
    let mut tx = Tx::new(&world.db);
    due::add(&mut tx, &Due::Tell { event: event.clone(), tidings: Tidings::Cancelled, after: None }, now());
    tx.commit().await.unwrap();
    let list = DueList::new(world.db.clone());
    let job = list.by(now()).await.unwrap().remove(0);

    // One chunk, and then the keeper dies; its twin was at the same chunk.
    let teller = Teller::new(world.db.clone());
    assert!(teller.next(&job, now()).await.unwrap().is_some());
    assert!(teller.next(&job, now()).await.unwrap().is_none(), "the twin stops");
    let told = world.outbox.waiting().await.unwrap().len();
    assert!((24..=25).contains(&told), "{told}");

    let further = list.by(now()).await.unwrap().remove(0);
    assert!(matches!(&further.due, Due::Tell { after: Some(_), .. }), "{:?}", further.due);
    let mut job = Some(further);
    while let Some(now_at) = job {
        job = teller.next(&now_at, now()).await.unwrap();
    }
    let waiting = world.outbox.waiting().await.unwrap();
    let mut to: Vec<String> = waiting.iter().map(|w| format!("{:?}", w.to)).collect();
    to.sort();
    to.dedup();
    assert_eq!((waiting.len(), to.len()), (59, 59), "all but the one who had cancelled");
    assert!(list.by(now()).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_tick_does_what_is_due_and_sends_what_the_stream_lost_twice_at_once_too() {
    let world = World::new().await;
    world.invited("bo@example.org").await;
    let event = world.cancelled(30).await;
    let mut tx = Tx::new(&world.db);
    due::add(&mut tx, &Due::Tell { event: event.clone(), tidings: Tidings::Cancelled, after: None }, now());
    due::add(&mut tx, &Due::OfferPlaces { event: event.clone() }, now());
    due::add(&mut tx, &Due::RefreshPlaces { event }, now() + seconds(600));
    tx.commit().await.unwrap();
    let at = now() + seconds(2);
    let (a, b) = tokio::join!(keeper::tick(&world.keeper, at), keeper::tick(&world.keeper, at));
    assert_eq!(a.unwrap().left + b.unwrap().left, 0);
    assert_eq!(world.pile.ids().iter().filter(|id| id.contains("staff-invited")).count(), 1);
    let list = DueList::new(world.db.clone());
    let left = list.by(now() + seconds(3_600)).await.unwrap();
    assert_eq!(left.len(), 1, "only what is not due yet: {left:?}");
    assert!(world.outbox.waiting().await.unwrap().len() <= 29);
}

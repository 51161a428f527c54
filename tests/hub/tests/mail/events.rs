//! What comes in from outside, as AWS sends it: the outbox's stream, and SES's news by way of EventBridge.

use jiff::SignedDuration;
use mailer::{Outcome, handle, send_one};
use serde_json::{Value, json};
use store::returned::{KEPT, Returned, Why};
use store::{Key, Table, Tx};

use crate::world::{World, now, seconds};

const STREAM: &str = include_str!("recorded/stream-record.json");
const BOUNCE: &str = include_str!("recorded/ses-bounce.json");
const COMPLAINT: &str = include_str!("recorded/ses-complaint.json");

/// A record of the stream: what happened to which key.
fn record(name: &str, pk: &str, sk: &str, number: usize) -> Value {
    let mut record: Value = serde_json::from_str(STREAM).expect("the recorded event is JSON");
    record["eventName"] = json!(name);
    record["dynamodb"]["Keys"] = json!({ "pk": { "S": pk }, "sk": { "S": sk } });
    record["dynamodb"]["SequenceNumber"] = json!(format!("{number:021}"));
    record
}

fn inserted(id: &str, number: usize) -> Value {
    record("INSERT", "WAITING#3", id, number)
}

fn batch(records: impl IntoIterator<Item = Value>) -> Value {
    json!({ "Records": records.into_iter().collect::<Vec<_>>() })
}

fn news(text: &str, address: &str) -> Value {
    serde_json::from_str(&text.replace("ADDRESS", address)).expect("the recorded event is JSON")
}

fn failed(answer: &Value) -> Vec<&str> {
    answer["batchItemFailures"].as_array().expect("a list").iter().map(|f| f["itemIdentifier"].as_str().expect("a number")).collect()
}

#[tokio::test]
async fn records_that_come_twice_in_any_order_beside_others_are_one_mail_each() {
    let world = World::new().await;
    let mut ids = Vec::new();
    for i in 0..3 {
        ids.push(world.invited(&format!("bo{i}@example.org")).await);
    }
    let mut records: Vec<Value> = ids.iter().chain(&ids).enumerate().map(|(n, id)| inserted(id, n)).collect();
    records.reverse();
    records.extend([record("MODIFY", "WAITING#3", &ids[0], 7), record("REMOVE", "WAITING#3", &ids[0], 8)]);
    records.extend([record("INSERT", &format!("SENT#{}", ids[0]), "SENT", 9), record("INSERT", "RETURNED#abc", "RETURNED", 10)]);
    for later in [0, 5, 3_600] {
        let answer = handle(batch(records.clone()), &world.mailer, now() + seconds(later)).await.unwrap();
        assert!(failed(&answer).is_empty(), "{answer}");
    }
    assert_eq!(world.pile.ids().len(), 3, "{:?}", world.pile.ids());
    let own = world.outbox.sent_of(&ids[1]).await.unwrap().expect("a record of its own");
    assert_eq!(own.service_id.as_deref(), Some("service-bo1@example.org"), "what the service calls it is kept");
}

#[tokio::test]
async fn what_can_t_be_read_is_left_out_or_set_aside_and_the_others_flow() {
    let world = World::new().await;
    let good = world.invited("bo@example.org").await;
    let mut tx = Tx::new(&world.db);
    // Written by an older release: it has a key like any other, and a message that nobody knows any more.
    let old = "older-release";
    let shard = old.bytes().fold(0u8, |a, b| a.wrapping_mul(31).wrapping_add(b)) % store::outbox::SHARDS;
    tx.put(Table::Outbox, &Key::new(format!("WAITING#{shard}"), old), &json!({ "id": old, "to": "x", "text": "as it once was" }));
    tx.commit().await.unwrap();
    let nonsense =
        [json!(null), json!({}), json!({ "eventName": "INSERT" }), json!({ "eventName": "INSERT", "dynamodb": { "Keys": { "id": { "N": "1" } } } })];
    let records = nonsense.into_iter().chain([inserted(old, 1), inserted(&good, 2)]);
    let answer = handle(batch(records), &world.mailer, now()).await.unwrap();
    assert!(failed(&answer).is_empty(), "nothing of it would be readable the next time: {answer}");
    assert_eq!(world.pile.ids().len(), 1);
    let aside: Vec<_> = world.outbox.aside().await.unwrap().into_iter().map(|a| a.id).collect();
    assert_eq!(aside, [old]);
}

#[tokio::test]
async fn what_could_not_be_looked_up_is_named_so_that_it_comes_again() {
    let world = World::new().await;
    let id = world.invited("bo@example.org").await;
    let cut_off = world.cut_off();
    let answer = handle(batch([inserted(&id, 41), record("MODIFY", "WAITING#3", &id, 42)]), &cut_off, now()).await.unwrap();
    assert_eq!(failed(&answer), [format!("{:021}", 41)]);
    let answer = handle(batch([inserted(&id, 41)]), &world.mailer, now()).await.unwrap();
    assert!(failed(&answer).is_empty() && world.pile.ids().len() == 1);
}

#[tokio::test]
async fn a_mark_whose_time_is_over_is_none_though_the_database_still_has_it() {
    let world = World::new().await;
    let (returned, hash) = (Returned::new(world.db.clone()), world.hash("gone@example.org"));
    returned.mark(&hash, Why::Bounced, now()).await.unwrap();
    let over = now() + KEPT;
    for (at, holds) in [(over - seconds(1), true), (over, false)] {
        assert_eq!(returned.of(&hash, at).await.unwrap().is_some(), holds, "{at}");
        assert_eq!(returned.marks(std::slice::from_ref(&hash), at).await.unwrap().contains_key(&hash), holds, "{at}");
        assert_eq!(returned.marks(std::slice::from_ref(&hash), at).await.unwrap().contains_key(&hash), holds, "{at}");
    }
    returned.mark(&hash, Why::Bounced, over).await.unwrap();
    assert_eq!(returned.of(&hash, over).await.unwrap().map(|mark| mark.at), Some(over), "it came back again, and that is news");
}

#[tokio::test]
async fn an_address_that_mail_came_back_from_for_good_gets_no_more() {
    let world = World::new().await;
    let returned = Returned::new(world.db.clone());
    let hash = |address: &str| world.hash(address);
    for _ in 0..2 {
        assert_eq!(handle(news(BOUNCE, "gone@example.org"), &world.mailer, now()).await.unwrap(), Value::Null);
    }
    let mark = returned.of(&hash("GONE@example.org"), now()).await.unwrap().expect("a mark, whatever the case");
    assert_eq!((mark.why, mark.at), (Why::Bounced, now()));
    handle(news(COMPLAINT, "\\\"Cy\\\" <cy@example.org>"), &world.mailer, now()).await.unwrap();
    handle(news(BOUNCE, "cy@example.org"), &world.mailer, now() + seconds(60)).await.unwrap();
    assert_eq!(returned.of(&hash("cy@example.org"), now()).await.unwrap().map(|m| m.why), Some(Why::Unwanted), "a complaint stands");
    let full = BOUNCE.replace("Permanent", "Transient").replace("NoEmail", "MailboxFull");
    handle(news(&full, "full@example.org"), &world.mailer, now()).await.unwrap();
    assert_eq!(returned.of(&hash("full@example.org"), now()).await.unwrap(), None, "a full mailbox may be emptied");

    for (address, outcome) in
        [("gone@example.org", Outcome::Unreachable), ("cy@example.org", Outcome::Unreachable), ("full@example.org", Outcome::Sent)]
    {
        let id = world.invited(address).await;
        assert_eq!(send_one(&world.mailer, &id, now() + seconds(90)).await.unwrap(), outcome, "{address}");
    }
    assert_eq!(world.pile.ids().len(), 1);
    assert!(world.outbox.waiting().await.unwrap().is_empty());
    let hashes: Vec<String> = (0..250).map(|i| hash(&format!("{i}@example.org"))).chain([hash("gone@example.org")]).collect();
    assert_eq!(returned.marks(&hashes, now()).await.unwrap().into_keys().collect::<Vec<_>>(), [hash("gone@example.org")]);
    returned.forget(&hash("gone@example.org")).await.unwrap();
    let id = world.invited("gone@example.org").await;
    assert_eq!(send_one(&world.mailer, &id, now() + seconds(99)).await.unwrap(), Outcome::Sent, "mended");
}

#[tokio::test]
async fn news_of_no_consequence_is_taken_and_what_is_no_event_is_refused_in_one_line() {
    let world = World::new().await;
    let delivered = json!({ "source": "aws.ses", "detail-type": "Email Delivered", "detail": { "eventType": "Delivery", "mail": {} } });
    assert!(handle(delivered, &world.mailer, now()).await.is_ok());
    let table = [json!({}), json!(null), json!([1]), json!({ "source": "aws.s3" }), json!({ "source": "aws.ses", "detail": "canary@example.org" })];
    for event in table {
        let said = handle(event, &world.mailer, now()).await.unwrap_err().to_string();
        assert_eq!(said, "an event of no kind that the mailer knows");
    }
    assert!(world.db.list::<Value>(Table::Outbox, "RETURNED#", "", 5, None, false).await.unwrap().records.is_empty());
}

/// The stream keeps a day. It is dead for two, and so is the keeper; then both are back, and the stream brings what it still has.
#[tokio::test]
async fn what_the_stream_lost_in_48_hours_is_sent_by_the_keeper_each_once() {
    let world = World::new().await;
    let (mut ids, hours) = (Vec::new(), 48);
    for hour in 0..hours {
        for i in 0..2 {
            ids.push(world.invited_at(&format!("h{hour}-{i}@example.org"), now() + SignedDuration::from_hours(hour)).await);
        }
    }
    let back = now() + SignedDuration::from_hours(hours);
    let last_day = batch(ids.iter().skip(ids.len() / 2).enumerate().map(|(n, id)| inserted(id, n)));
    let (from_stream, ticked) = tokio::join!(handle(last_day, &world.mailer, back), keeper::tick(&world.keeper, back));
    assert!(failed(&from_stream.unwrap()).is_empty());
    ticked.unwrap();
    for minute in 1..5 {
        keeper::tick(&world.keeper, back + seconds(60 * minute)).await.unwrap();
    }
    let mut sent = world.pile.ids();
    assert_eq!(sent.len(), ids.len(), "each of them");
    sent.sort();
    sent.dedup();
    assert_eq!(sent.len(), ids.len(), "once");
    assert!(world.outbox.waiting().await.unwrap().is_empty());
}

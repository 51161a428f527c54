//! What stories leave behind: nothing that tells when each was sent, nor which of ten came first.

use std::collections::{BTreeMap, HashMap};

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::{SignedDuration, Timestamp};
use store::{Table, Tx};

use crate::world::{World, key, random};

const HOURS: std::ops::Range<i64> = 0..10;

/// Ten stories with the same words, sent an hour apart on one day, and published one after another.
async fn ten() -> World {
    let mut world = World::new().await;
    let morning: Timestamp = "2026-11-25T09:13:00Z".parse().unwrap();
    for hour in HOURS {
        world.at(morning + SignedDuration::from_hours(hour));
        world.forget();
        world.published("The same story", "").await;
    }
    world
}

/// Every record of a table with its random letters and hashes taken out: what is left tells records apart.
async fn kinds(world: &World, table: Table) -> BTreeMap<String, usize> {
    let scan = world.db.client().scan().table_name(world.db.tables().name(table)).send().await.unwrap();
    let mut kinds = BTreeMap::new();
    for item in scan.items() {
        *kinds.entry(without_chance(&in_order(item))).or_default() += 1;
    }
    kinds
}

/// A record as text. A map has no order of its own: its fields are put into one.
fn in_order(fields: &HashMap<String, AttributeValue>) -> String {
    let fields: BTreeMap<_, _> = fields.iter().map(|(name, value)| (name, value_in_order(value))).collect();
    format!("{fields:?}")
}

fn value_in_order(value: &AttributeValue) -> String {
    match value {
        AttributeValue::M(fields) => in_order(fields),
        AttributeValue::L(values) => values.iter().map(value_in_order).collect::<Vec<_>>().join(", "),
        other => format!("{other:?}"),
    }
}

/// A text without runs of twelve and more letters of ids (and of hashes, which have no others): those are chance.
fn without_chance(text: &str) -> String {
    let mut out = String::new();
    for part in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let spelled = word.len() >= 12 && word.bytes().all(|b| domain::ids::ALPHABET.contains(&b));
        out.push_str(if spelled { "*" } else { word });
        out.push_str(&part[word.len()..]);
    }
    out
}

/// Records that are not ten times the same: something in them tells one story from another.
async fn telling(world: &World) -> Vec<String> {
    let mut out = Vec::new();
    for table in [Table::Hub, Table::Public, Table::Outbox, Table::Confidential] {
        for (record, count) in kinds(world, table).await {
            // Counters by sender and hour say nothing of a story; the week is there once.
            let other = record.contains("RATE#") || record.contains("WEEKS") || record.contains("week-settings");
            if !other && count % 10 != 0 {
                out.push(record);
            }
        }
    }
    out
}

#[tokio::test]
async fn ten_stories_of_one_day_leave_ten_times_the_same_trace() {
    let world = ten().await;
    let telling = telling(&world).await;
    assert!(telling.is_empty(), "{telling:#?}");
}

#[tokio::test]
async fn the_order_of_records_is_chance() {
    let world = ten().await;
    let cards = world.public.story_cards(crate::world::week().id).await.unwrap();
    let mut sorted: Vec<_> = cards.iter().map(|card| card.slug.clone()).collect();
    sorted.sort();
    assert_eq!(sorted, cards.iter().map(|card| card.slug.clone()).collect::<Vec<_>>(), "lists are in the order of random addresses");
    let audit = store::audit::Audit::new(world.db.clone()).of_day(jiff::civil::date(2026, 11, 25), None, crate::world::now()).await.unwrap();
    let at: std::collections::BTreeSet<_> = audit.records.iter().map(|(_, entry)| entry.at).collect();
    assert_eq!((audit.records.len(), at.len()), (20, 1), "every entry of the day says the same moment");
    let places: Vec<&str> = audit.records.iter().map(|(place, _)| place.as_str()).collect();
    assert!(places.iter().all(|place| place.starts_with("AUDIT#2026-11-25T00:00:00Z#")), "{places:?}");
}

/// The twin: a record that keeps the hour is seen by the first test.
#[tokio::test]
async fn a_trace_that_tells_the_hour_would_be_seen() {
    let world = ten().await;
    let record = domain::story::StoryRecord::draft(domain::ids::StoryId::from_random(random()), crate::world::week().id, crate::world::now());
    let mut tx = Tx::new(&world.db);
    let leak = serde_json::json!({ "story": record.id.as_str(), "sent": "2026-11-25T09:13:00Z" });
    tx.put(Table::Hub, &store::Key::new(format!("LEAK#{}", key()), "META"), &leak);
    tx.commit().await.unwrap();
    assert_eq!(telling(&world).await.len(), 1);
}

//! One table goes back to an earlier moment, by a backup, and the others stay: what a person took back meanwhile is taken out again, by
//! the ledger in the table that stayed.

use std::collections::{BTreeSet, HashMap};

use aws_sdk_dynamodb::types::AttributeValue;
use domain::time::Clock;
use hub_tests::TestHub;
use hub_tests::walk::{at_the_desk, decide, list_an_event_for, registered, settle, share_a_story, share_a_story_from, word};
use operate::erased;
use store::Table;

pub(super) type Records = Vec<HashMap<String, AttributeValue>>;

pub(super) async fn records(hub: &TestHub, table: Table) -> Records {
    let mut out = Vec::new();
    let mut pages = hub.db.client().scan().table_name(hub.db.tables().name(table)).into_paginator().items().send();
    while let Some(item) = pages.next().await {
        out.push(item.unwrap());
    }
    out
}

pub(super) async fn holds(hub: &TestHub, table: Table, words: &str) -> bool {
    format!("{:?}", records(hub, table).await).contains(words)
}

/// As a backup brings a table back: everything since is not there.
pub(super) async fn restore(hub: &TestHub, table: Table, before: &Records) {
    let name = hub.db.tables().name(table);
    for item in records(hub, table).await {
        let key = item.into_iter().filter(|(part, _)| part == "pk" || part == "sk").collect();
        hub.db.client().delete_item().table_name(&name).set_key(Some(key)).send().await.unwrap();
    }
    for item in before {
        hub.db.client().put_item().table_name(&name).set_item(Some(item.clone())).send().await.unwrap();
    }
}

/// How many places of an event are left, as its page asks.
async fn places(hub: &TestHub, event: &str) -> String {
    hub.clock.advance(jiff::SignedDuration::from_secs(60));
    hub.tick().await;
    String::from_utf8(hub.get(&format!("{event}/places")).await.expect_status(200).body).unwrap()
}

/// What an operator does after a restore who has no list from before.
pub(super) async fn replay(hub: &TestHub) -> usize {
    erased::erase(&hub.db, &BTreeSet::new(), hub.clock.now()).await.unwrap()
}

#[tokio::test]
async fn a_story_taken_back_before_it_was_public_stays_away_when_only_the_working_records_are_restored() {
    let hub = TestHub::with_demonstration().await;
    let told = format!("canary{}", word(&hub));
    let (author, home) = share_a_story(&hub, &told).await;
    let before = records(&hub, Table::Hub).await;
    author.press(&format!("{home}/withdraw"), &[]).await;
    restore(&hub, Table::Hub, &before).await;
    assert!(holds(&hub, Table::Hub, &told).await, "the backup brought it back");
    assert!(replay(&hub).await >= 2, "its record and its place in the queue");
    assert!(!holds(&hub, Table::Hub, &told).await);
    let desk = at_the_desk(&hub).await;
    assert!(!desk.get("/desk").await.text().contains(&told), "nobody at the desk reads it");
    assert_eq!(replay(&hub).await, 0, "a second time there is nothing left to do");
}

#[tokio::test]
async fn an_author_s_address_stays_away_when_only_what_is_confidential_is_restored() {
    let hub = TestHub::with_demonstration().await;
    let address = format!("canary{}@example.org", word(&hub));
    let (author, home) = share_a_story_from(&hub, "Second thoughts", &address).await;
    let before = records(&hub, Table::Confidential).await;
    assert!(holds(&hub, Table::Confidential, &address).await);
    author.press(&format!("{home}/withdraw"), &[]).await;
    restore(&hub, Table::Confidential, &before).await;
    assert!(holds(&hub, Table::Confidential, &address).await, "the backup brought it back");
    assert!(replay(&hub).await >= 1);
    assert!(!holds(&hub, Table::Confidential, &address).await);
}

/// After a replay each ledger knows it again: the next table that goes back finds the other one knowing.
#[tokio::test]
async fn a_story_taken_back_stays_away_when_one_table_after_the_other_is_restored() {
    let hub = TestHub::with_demonstration().await;
    let told = format!("canary{}", word(&hub));
    let (author, home) = share_a_story(&hub, &told).await;
    let (working, confidential) = (records(&hub, Table::Hub).await, records(&hub, Table::Confidential).await);
    author.press(&format!("{home}/withdraw"), &[]).await;
    restore(&hub, Table::Confidential, &confidential).await;
    replay(&hub).await;
    restore(&hub, Table::Hub, &working).await;
    assert!(replay(&hub).await >= 2);
    assert!(!holds(&hub, Table::Hub, &told).await);
}

/// A coordinator stopped it the day before it was to go live: no notice lies anywhere. Its words stay with its author, as their page says,
/// until they take them back.
#[tokio::test]
async fn a_story_that_the_desk_stopped_does_not_go_live_after_a_restore_and_stays_with_its_author() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    desk.press("/desk/weeks/demo/2026", &[("notice", "yes")]).await.expect_status(200);
    let told = format!("canary{}", word(&hub));
    let (author, home) = share_a_story(&hub, &told).await;
    settle(&desk, &told, "publish").await;
    let before = records(&hub, Table::Hub).await;
    let story = home.replace("/manage/story/", "/desk/stories/");
    desk.press(&format!("{story}/take-down"), &[("reason", "It names a child.")]).await.expect_status(200);
    restore(&hub, Table::Hub, &before).await;
    assert!(author.get(&home).await.text().contains("Goes live soon"), "the backup brought it back");
    assert_eq!(replay(&hub).await, 1, "it is off again");
    assert_eq!(replay(&hub).await, 0, "a second time there is nothing left to do");
    let stands = author.get(&home).await.expect_status(200).text();
    for words in [told.as_str(), "taken your story off", "the reason is lost", "We began with **one** chair."] {
        assert!(stands.contains(words), "{words}: {stands}");
    }
    hub.clock.advance(jiff::SignedDuration::from_hours(72));
    hub.tick().await;
    assert!(!holds(&hub, Table::Public, &told).await && !hub.get("/demo/2026/stories").await.text().contains(&told));
}

#[tokio::test]
async fn a_story_that_the_desk_took_off_and_its_author_took_back_is_gone_for_good() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let told = format!("canary{}", word(&hub));
    let (author, home) = share_a_story(&hub, &told).await;
    let page = decide(&hub, &desk, &told, "publish").await;
    let before = records(&hub, Table::Hub).await;
    let story = home.replace("/manage/story/", "/desk/stories/");
    desk.press(&format!("{story}/take-down"), &[("reason", "It names a child.")]).await.expect_status(200);
    author.press(&format!("{home}/withdraw"), &[]).await.expect_status(200);
    // The audit knows both; the second ledger goes on knowing the one that is more.
    replay(&hub).await;
    for _ in 0..2 {
        restore(&hub, Table::Hub, &before).await;
        assert!(holds(&hub, Table::Hub, &told).await, "the backup brought it back");
        assert!(replay(&hub).await >= 1);
        assert!(!holds(&hub, Table::Hub, &told).await);
        hub.get(&page).await.expect_status(410);
    }
}

#[tokio::test]
async fn a_public_story_that_the_desk_took_off_stays_off_whichever_tables_are_restored() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    for tables in [&[Table::Hub][..], &[Table::Public], &[Table::Hub, Table::Public]] {
        let told = format!("canary{}", word(&hub));
        let (author, home) = share_a_story(&hub, &told).await;
        let page = decide(&hub, &desk, &told, "publish").await;
        let mut before = Vec::new();
        for table in tables {
            before.push((*table, records(&hub, *table).await));
        }
        let story = home.replace("/manage/story/", "/desk/stories/");
        desk.press(&format!("{story}/take-down"), &[("reason", "It names a child.")]).await.expect_status(200);
        for (table, before) in &before {
            restore(&hub, *table, before).await;
        }
        assert!(replay(&hub).await >= 1, "{tables:?}");
        hub.clock.advance(jiff::SignedDuration::from_secs(60));
        hub.get(&page).await.expect_status(410);
        assert!(!holds(&hub, Table::Public, &told).await, "{tables:?}");
        let stands = author.get(&home).await.expect_status(200).text();
        assert!(stands.contains(&told) && stands.contains("taken your story off"), "{tables:?}: {stands}");
    }
}

#[tokio::test]
async fn a_person_who_erased_themselves_stays_away_whichever_table_is_restored() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    list_an_event_for(&hub, "An event to come back to", "host@example.org", "5").await;
    let event = decide(&hub, &desk, "An event to come back to", "publish").await;
    for table in [Table::Hub, Table::Confidential] {
        let (name, address) = (format!("canary{}", word(&hub)), format!("{}@example.org", word(&hub)));
        let free = places(&hub, &event).await;
        let person = registered(&hub, &event, &name, &address).await;
        assert_ne!(places(&hub, &event).await, free);
        let before = records(&hub, table).await;
        let erased = person.press(&format!("{}/held", person.home), &[("act", "this")]).await;
        assert!(erased.text().contains("It is erased"), "{}", erased.text());
        let id = person.home.rsplit('.').next().unwrap();
        let told = if table == Table::Hub { name.clone() } else { format!("REG#{id}") };
        assert!(!holds(&hub, table, &told).await);
        restore(&hub, table, &before).await;
        assert!(holds(&hub, table, &told).await, "{table:?}: the backup brought it back");
        assert!(replay(&hub).await >= 1, "{table:?}");
        assert!(!holds(&hub, table, &told).await && !holds(&hub, Table::Hub, &address).await, "{table:?}");
        assert_eq!(places(&hub, &event).await, free, "{table:?}: the place is free again");
    }
}

/// The ledger says nothing of anybody: an id, a kind and a day.
#[tokio::test]
async fn the_ledger_knows_an_id_and_a_day_alone() {
    let hub = TestHub::with_demonstration().await;
    let told = format!("canary{}", word(&hub));
    let (author, home) = share_a_story_from(&hub, &told, "canary@example.org").await;
    author.press(&format!("{home}/withdraw"), &[]).await;
    let kept: Vec<_> =
        records(&hub, Table::Confidential).await.into_iter().filter(|item| item["pk"].as_s().unwrap().starts_with("ERASED#")).collect();
    assert_eq!(kept.len(), 1);
    let mut names: Vec<&str> = kept[0].keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["day", "expires", "id", "pk", "sk", "what"]);
    let until: i64 = kept[0]["expires"].as_n().unwrap().parse().unwrap();
    assert_eq!(until % 86_400, 0, "not even its end tells the hour");
    let left = until - hub.clock.now().as_second();
    assert!(left > 70 * 86_400, "longer than a backup of a table that came back from a backup");
}

//! A backup brings back a part of what goes on: what somebody cleared of what they told for an event, an address that an author took out.
//! It is taken out again; what was told or given later stays.

use std::collections::BTreeSet;

use domain::time::Clock;
use hub_tests::walk::{Visitor, at_the_desk, decide, fill_in_story, list_an_event_for, registered, share_a_story_asking, word};
use hub_tests::{Fields, TestHub};
use jiff::SignedDuration;
use operate::erased;
use store::Table;

use super::restored::{holds, records, replay, restore};

const FORM: &str = "main form[method=post i]";

/// A hub with an event that takes registrations.
async fn with_an_event() -> (TestHub, String) {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    list_an_event_for(&hub, "An event to come back to", "host@example.org", "5").await;
    let event = decide(&hub, &desk, "An event to come back to", "publish").await;
    (hub, event)
}

async fn somebody(hub: &TestHub, event: &str) -> Visitor {
    registered(hub, event, &word(hub), &format!("{}@example.org", word(hub))).await
}

/// Whether there is what this person told.
async fn told(hub: &TestHub, person: &Visitor) -> bool {
    let id = person.home.rsplit('.').next().unwrap();
    holds(hub, Table::Confidential, &format!("REG#{id}")).await
}

/// Changes what somebody told: these words, or none.
async fn tells(hub: &TestHub, person: &Visitor, words: Option<&str>) {
    hub.clock.advance(SignedDuration::from_secs(1));
    let page = person.get(&format!("{}/change", person.home)).await.expect_status(200);
    let mut fields: Fields = page.form_at(FORM);
    fields.0.retain(|(name, _)| !name.starts_with("needs"));
    if let Some(words) = words {
        fields = fields.with("needs_other", words).with("needs_consent", "yes");
    }
    person.submit(&page.action_at(FORM), &fields).await.expect_status(200);
    hub.clock.advance(SignedDuration::from_secs(1));
}

#[tokio::test]
async fn what_somebody_cleared_or_cancelled_stays_away_when_only_what_is_confidential_is_restored() {
    let (hub, event) = with_an_event().await;
    for cancels in [false, true] {
        let person = somebody(&hub, &event).await;
        let before = records(&hub, Table::Confidential).await;
        match cancels {
            false => tells(&hub, &person, None).await,
            true => drop(person.press(&format!("{}/cancel", person.home), &[]).await.expect_status(200)),
        }
        assert!(!told(&hub, &person).await);
        restore(&hub, Table::Confidential, &before).await;
        assert!(told(&hub, &person).await, "the backup brought it back");
        assert_eq!(replay(&hub).await, 1, "cancels: {cancels}");
        assert!(!told(&hub, &person).await, "cancels: {cancels}");
        assert_eq!(replay(&hub).await, 0, "a second time there is nothing left to do");
        person.get(&person.home).await.expect_status(200);
    }
}

#[tokio::test]
async fn what_somebody_told_after_they_had_cleared_it_stays() {
    let (hub, event) = with_an_event().await;
    let person = somebody(&hub, &event).await;
    tells(&hub, &person, None).await;
    tells(&hub, &person, Some("a canarychair by the window")).await;
    let before = records(&hub, Table::Confidential).await;
    for _ in 0..2 {
        restore(&hub, Table::Confidential, &before).await;
        assert_eq!(replay(&hub).await, 0);
        assert!(holds(&hub, Table::Confidential, "canarychair").await);
    }
    let change = person.get(&format!("{}/change", person.home)).await;
    assert!(change.html().contains("canarychair"), "{}", change.text());
}

/// All of it goes back, and the only list is the one that was written before.
#[tokio::test]
async fn by_a_list_from_before_what_was_cleared_stays_away_and_what_is_told_afterwards_does_not() {
    let (hub, event) = with_an_event().await;
    let person = somebody(&hub, &event).await;
    let tables = [Table::Hub, Table::Confidential];
    let before = [records(&hub, Table::Hub).await, records(&hub, Table::Confidential).await];
    tells(&hub, &person, None).await;
    let list = erased::of(&hub.db).await.unwrap();
    for (table, before) in tables.into_iter().zip(&before) {
        restore(&hub, table, before).await;
    }
    assert_eq!(erased::erase(&hub.db, &BTreeSet::new(), hub.clock.now()).await.unwrap(), 0, "no ledger knows it any more");
    assert!(told(&hub, &person).await);
    assert_eq!(erased::erase(&hub.db, &list, hub.clock.now()).await.unwrap(), 1);
    assert!(!told(&hub, &person).await);
    let id = person.home.rsplit('.').next().unwrap();
    let record = records(&hub, Table::Hub).await.into_iter().find(|item| item["sk"].as_s().unwrap() == &format!("REG#{id}")).unwrap();
    assert_eq!(record["has_needs"].as_bool(), Ok(&false), "their booking says no longer that they told something");
    tells(&hub, &person, Some("a canarychair by the window")).await;
    assert_eq!(erased::erase(&hub.db, &list, hub.clock.now()).await.unwrap(), 0, "what they told since is another matter");
    assert!(holds(&hub, Table::Confidential, "canarychair").await);
}

#[tokio::test]
async fn an_older_list_takes_nothing_from_what_the_ledger_knows() {
    let (hub, event) = with_an_event().await;
    let person = somebody(&hub, &event).await;
    tells(&hub, &person, None).await;
    let older = erased::of(&hub.db).await.unwrap();
    tells(&hub, &person, Some("a chair by the window")).await;
    let before = records(&hub, Table::Confidential).await;
    tells(&hub, &person, None).await;
    let known = erased::second_ledger(&hub.db).await.unwrap();
    assert_eq!(erased::erase(&hub.db, &older, hub.clock.now()).await.unwrap(), 0);
    assert_eq!(erased::second_ledger(&hub.db).await.unwrap(), known, "the later moment stays");
    restore(&hub, Table::Confidential, &before).await;
    assert_eq!(replay(&hub).await, 1, "what they told in between goes too");
    assert!(!told(&hub, &person).await);
}

/// A story that is written and not sent yet.
async fn a_draft(hub: &TestHub) -> (Visitor, String) {
    let author = Visitor::new(hub);
    let page = author.press("/share-your-story", &[("week", "demo/2026")]).await.expect_status(200);
    let page = fill_in_story(&author, page, &word(hub)).await;
    let home = page.path.trim_end_matches("/check").to_owned();
    (author, home)
}

async fn gives(author: &Visitor, home: &str, address: &str) {
    author.press(&format!("{home}/consent"), &[("email", address)]).await.expect_status(200);
}

/// Whether some address is known to have written a story.
async fn is_known(hub: &TestHub, home: &str) -> bool {
    let id = home.rsplit('/').next().unwrap();
    let wrote = |key: &str| key == format!("STORY#{id}");
    records(hub, Table::Hub).await.iter().any(|item| wrote(item["sk"].as_s().unwrap()))
}

async fn says_that_there_is_one(hub: &TestHub, home: &str) -> bool {
    let id = home.rsplit('/').next().unwrap();
    let all = records(hub, Table::Hub).await;
    let story = all.iter().find(|item| item["pk"].as_s().unwrap() == &format!("STORY#{id}")).unwrap();
    *story["has_contact"].as_bool().unwrap()
}

#[tokio::test]
async fn an_address_that_an_author_took_out_or_changed_stays_away_when_only_what_is_confidential_is_restored() {
    let hub = TestHub::with_demonstration().await;
    let (author, home) = a_draft(&hub).await;
    for other in ["", "another@example.org"] {
        let address = format!("canary{}@example.org", word(&hub));
        gives(&author, &home, &address).await;
        let before = records(&hub, Table::Confidential).await;
        gives(&author, &home, other).await;
        assert!(!holds(&hub, Table::Confidential, &address).await);
        restore(&hub, Table::Confidential, &before).await;
        assert!(holds(&hub, Table::Confidential, &address).await, "the backup brought it back");
        assert_eq!(replay(&hub).await, 1, "then {other:?}");
        assert!(!holds(&hub, Table::Confidential, &address).await, "then {other:?}");
        assert!(!says_that_there_is_one(&hub, &home).await, "what nobody holds nobody promises to write to");
        assert_eq!(replay(&hub).await, 0, "a second time there is nothing left to do");
        author.get(&format!("{home}/check")).await.expect_status(200);
    }
}

#[tokio::test]
async fn the_same_address_given_again_after_it_was_taken_out_stays() {
    let hub = TestHub::with_demonstration().await;
    let (author, home) = a_draft(&hub).await;
    for address in ["canary@example.org", "", "canary@example.org"] {
        gives(&author, &home, address).await;
    }
    let before = records(&hub, Table::Confidential).await;
    gives(&author, &home, "canary@example.org").await;
    restore(&hub, Table::Confidential, &before).await;
    assert_eq!(replay(&hub).await, 0);
    assert!(holds(&hub, Table::Confidential, "canary@example.org").await && says_that_there_is_one(&hub, &home).await);
    assert!(is_known(&hub, &home).await, "they can ask for their link by it");
}

/// The hash under which the address was known would let it ask for the private link again.
#[tokio::test]
async fn an_address_that_an_author_took_out_is_not_known_when_only_the_working_records_are_restored() {
    let hub = TestHub::with_demonstration().await;
    let (author, home) = a_draft(&hub).await;
    gives(&author, &home, "canary@example.org").await;
    let before = records(&hub, Table::Hub).await;
    gives(&author, &home, "").await;
    restore(&hub, Table::Hub, &before).await;
    assert!(is_known(&hub, &home).await && says_that_there_is_one(&hub, &home).await, "the backup brought it back");
    assert_eq!(replay(&hub).await, 1);
    assert!(!is_known(&hub, &home).await && !says_that_there_is_one(&hub, &home).await);
}

#[tokio::test]
async fn messages_that_an_author_ended_stay_ended_though_all_of_it_is_restored() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = word(&hub);
    let (author, home) = share_a_story_asking(&hub, &title, "canaryrelay@example.org").await;
    let story = decide(&hub, &desk, &title, "publish").await;
    let tables = [Table::Hub, Table::Public, Table::Confidential];
    let mut before = Vec::new();
    for table in tables {
        before.push(records(&hub, table).await);
    }
    author.press(&format!("{home}/messages"), &[]).await.expect_status(200);
    let list = erased::of(&hub.db).await.unwrap();
    for (table, before) in tables.into_iter().zip(&before) {
        restore(&hub, table, before).await;
    }
    assert!(holds(&hub, Table::Confidential, "canaryrelay").await, "the backup brought it back");
    assert_eq!(erased::erase(&hub.db, &list, hub.clock.now()).await.unwrap(), 1);
    assert!(!holds(&hub, Table::Confidential, "canaryrelay").await);
    let page = hub.get(&format!("{story}/message")).await;
    assert!(page.text().contains("takes no messages"), "{}", page.text());
    assert!(hub.get(&story).await.expect_status(200).text().contains(&title), "the story stays");
}

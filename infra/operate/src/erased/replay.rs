//! Taking out again what a backup brought back.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::registration::{Person, RegistrationRecord};
use domain::story::StoryRecord;
use jiff::Timestamp;
use store::registrations::{RegistrationError, Registrations};
use store::{Db, Table, Tx};

use super::ledgers::{in_ledger, of, second_ledger};
use super::{Erased, named, parts, taken_off};
use crate::export::each;
use crate::record::{Item, key, line, text};

/// Takes everything out that a list names, or a ledger of the hub, and tells how many records: whatever holds an id of it, but the
/// ledgers and what stays without words and names. Of what goes on, the parts that were taken out; what the desk took off is off again. Then
/// the second ledger knows all of the list again, whatever it went back to. Safe to do twice.
///
/// # Errors
/// Where the database doesn't answer; begin again then.
pub async fn erase(db: &Db, list: &BTreeSet<Erased>, now: Timestamp) -> Result<usize> {
    let all = list.union(&of(db).await?).cloned().collect();
    replay(db, &all, now).await
}

/// As [`erase`], by this list alone.
///
/// # Errors
/// Where the database doesn't answer; begin again then.
pub async fn replay(db: &Db, list: &BTreeSet<Erased>, now: Timestamp) -> Result<usize> {
    let gone = give_places_back(db, list, now).await? + take_out(db, list).await?;
    let gone = gone + take_off(db, list, now).await? + parts::take_out(db, list, now).await?;
    note(db, list, now).await?;
    Ok(gone)
}

/// Enters in the second ledger what it does not know. Of two lines about one thing the one that says more stays: a story that its author
/// took back is more than taken off, and a later moment more than an earlier one.
async fn note(db: &Db, list: &BTreeSet<Erased>, now: Timestamp) -> Result<()> {
    let known = second_ledger(db).await?;
    let all: BTreeSet<Erased> = list.union(&known).cloned().collect();
    let taken_back = named(&all, "story");
    let says_more = |one: &Erased, other: &Erased| other.what == one.what && other.id == one.id && other.until > one.until;
    for one in list.difference(&known) {
        if (one.what == "taken-off" && taken_back.contains(one.id.as_str())) || all.iter().any(|other| says_more(one, other)) {
            continue;
        }
        let mut tx = Tx::new(db);
        store::erased::note(&mut tx, one, now);
        tx.commit().await.context("What was erased can't be noted.")?;
    }
    Ok(())
}

/// What the desk took off and its author did not take back is off again, and stays with its author.
async fn take_off(db: &Db, list: &BTreeSet<Erased>, now: Timestamp) -> Result<usize> {
    let ids: BTreeSet<&str> = named(list, "taken-off").difference(&named(list, "story")).copied().collect();
    let (gone, pages) = taken_off::take_off(db, &ids, now).await?;
    Ok(gone + if pages.is_empty() { 0 } else { withdraw(db, &pages).await? })
}

/// Whoever came back with a place or a turn gives it back as when they erased themselves, so that the counts stay right.
async fn give_places_back(db: &Db, list: &BTreeSet<Erased>, now: Timestamp) -> Result<usize> {
    let registrations = Registrations::new(db.clone());
    let ids = named(list, "registration");
    let mut gone = 0;
    each(db, Table::Hub, async |item| {
        if !text(&item, "sk").starts_with("REG#") || is_notice(&item) {
            return Ok(());
        }
        let Ok(of) = serde_dynamo::from_item::<_, RegistrationRecord>(item) else { return Ok(()) };
        if !of.state.is_active() || !ids.contains(of.id.as_str()) {
            return Ok(());
        }
        match registrations.erase(&of.event, &of.id, now).await {
            Ok(_) => gone += 1,
            Err(RegistrationError::Store(error)) => return Err(error).context("A place can't be given back."),
            Err(_) => {} // Its event is gone: what is left of it goes as it is.
        }
        Ok(())
    })
    .await?;
    Ok(gone)
}

async fn take_out(db: &Db, list: &BTreeSet<Erased>) -> Result<usize> {
    let ids: BTreeSet<&str> = ["story", "event", "registration"].iter().flat_map(|what| named(list, what)).collect();
    if ids.is_empty() {
        return Ok(0);
    }
    let mut gone = 0;
    // Where a story was public its page bears another name; its own record knows which.
    let mut pages = BTreeSet::new();
    for table in [Table::Hub, Table::Confidential, Table::Outbox] {
        each(db, table, async |item| {
            if text(&item, "sk").starts_with("AUDIT#") || in_ledger(&item) || !holds(&item, &ids)? {
                return Ok(());
            }
            // A notice knows where its story was: after a restore of what is public alone, it is there again.
            if let Ok(story) = serde_dynamo::from_item::<_, StoryRecord>(item.clone()) {
                pages.extend(story.live.map(|live| live.slug).into_iter().chain(story.was_at).map(|slug| slug.to_string()));
            }
            if !is_notice(&item) {
                delete(db, table, &item).await?;
                gone += 1;
            }
            Ok(())
        })
        .await?;
    }
    if !pages.is_empty() {
        gone += withdraw(db, &pages).await?;
    }
    Ok(gone)
}

/// What stays of something that was erased: a withdrawn story's own record has no words left, an erased registration's no name.
fn is_notice(item: &Item) -> bool {
    let nobody = |person: &Person| person.email.is_none() && person.phone.is_none();
    let story = text(item, "pk").starts_with("STORY#") && text(item, "state") == "withdrawn";
    let registration = text(item, "sk").starts_with("REG#") && text(item, "pk").starts_with("EVENT#");
    story || (registration && serde_dynamo::from_item::<_, RegistrationRecord>(item.clone()).is_ok_and(|of| nobody(&of.person)))
}

/// Whether an id stands in the record's key or anywhere in it. Ids are random and long: no word is one by accident.
fn holds(item: &Item, ids: &BTreeSet<&str>) -> Result<bool> {
    let line = line(item)?;
    Ok(line.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| ids.contains(word)))
}

pub(super) async fn delete(db: &Db, table: Table, item: &Item) -> Result<()> {
    let name = db.tables().name(table);
    db.client().delete_item().table_name(&name).set_key(Some(key(item))).send().await.map(drop).with_context(|| format!("{name} can't be written."))
}

/// Public pages of stories become notices, and their cards go.
async fn withdraw(db: &Db, slugs: &BTreeSet<String>) -> Result<usize> {
    let name = db.tables().name(Table::Public);
    let mut gone = 0;
    each(db, Table::Public, async |item| {
        let (pk, sk) = (text(&item, "pk"), text(&item, "sk"));
        if pk.starts_with("STORIES#") && slugs.contains(sk) {
            delete(db, Table::Public, &item).await?;
            gone += 1;
        } else if pk.strip_prefix("PAGE#stories/").is_some_and(|slug| slugs.contains(slug)) && text(&item, "is") != "gone" {
            let mut notice = key(&item);
            notice.insert("is".into(), AttributeValue::S("gone".into()));
            db.client().put_item().table_name(&name).set_item(Some(notice)).send().await.context("A page can't be taken out.")?;
            gone += 1;
        }
        Ok(())
    })
    .await?;
    Ok(gone)
}

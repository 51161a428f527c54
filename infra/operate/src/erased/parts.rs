//! Parts of what goes on: what somebody told for an event and cleared, or that went when they cancelled; an address that an author took
//! out, or put another in its place of. What was told or given later stays.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::audit::Actor;
use domain::ids::StoryId;
use domain::registration::RegistrationRecord;
use domain::story::{CALL_RELAY, StoryRecord, StoryState};
use jiff::Timestamp;
use store::registrations::KeptNeeds;
use store::stories::{AuthorContact, Stories};
use store::{Db, Deed, Key, Table, Tx};

use super::replay::delete;
use super::{Erased, named};
use crate::export::each;
use crate::record::{Item, key, text};

/// What is to go, and what went.
struct Parts<'a> {
    db: &'a Db,
    /// Up to which moment somebody's answers are gone, by registration; no moment is all of them.
    answers: BTreeMap<&'a str, Option<Timestamp>>,
    addresses: BTreeSet<&'a str>,
    /// Registrations that ended. None begins again, so nothing that was told with one is kept.
    ended: BTreeSet<String>,
    /// Registrations whose answers went, and stories of which an address did.
    touched: BTreeSet<String>,
    /// The keys of addresses that stay.
    there: BTreeSet<String>,
    /// The keys of what is to go.
    goes: Vec<(Table, Item)>,
}

/// Takes out what a list names of what goes on, and tells how many records.
///
/// # Errors
/// Where the database doesn't answer; begin again then.
pub(super) async fn take_out(db: &Db, list: &BTreeSet<Erased>, now: Timestamp) -> Result<usize> {
    let answers = list.iter().filter(|one| one.what == "answers");
    let mut parts = Parts {
        db,
        // The list is in order: the latest moment comes last.
        answers: answers.map(|one| (one.id.as_str(), one.until)).collect(),
        addresses: named(list, "address"),
        ended: BTreeSet::new(),
        touched: BTreeSet::new(),
        there: BTreeSet::new(),
        goes: Vec::new(),
    };
    each(db, Table::Hub, async |item| parts.known_for(&item)).await?;
    each(db, Table::Confidential, async |item| parts.kept(&item)).await?;
    each(db, Table::Hub, async |item| parts.says(item, now).await).await?;
    // Last of all: where this breaks off it begins again from the same.
    for (table, item) in &parts.goes {
        delete(db, *table, item).await?;
    }
    Ok(parts.goes.len())
}

impl Parts<'_> {
    fn goes(&mut self, table: Table, item: &Item, of: &str) {
        self.goes.push((table, key(item)));
        self.touched.insert(of.to_owned());
    }

    /// What an address is known for, and which registrations ended.
    fn known_for(&mut self, item: &Item) -> Result<()> {
        let (pk, sk) = (text(item, "pk"), text(item, "sk"));
        if let Some(story) = sk.strip_prefix("STORY#").filter(|_| pk.starts_with("CONTACT#")) {
            let name = if item.contains_key("name") { text(item, "name") } else { story };
            if self.addresses.contains(name) {
                self.goes(Table::Hub, item, story);
            }
        } else if pk.starts_with("EVENT#") && sk.starts_with("REG#") {
            let of: RegistrationRecord = serde_dynamo::from_item(item.clone()).context("A registration can't be read.")?;
            if !of.state.is_active() {
                self.ended.insert(of.id.to_string());
            }
        }
        Ok(())
    }

    fn kept(&mut self, item: &Item) -> Result<()> {
        let pk = text(item, "pk");
        if pk.starts_with("ACCESS#") {
            let kept: KeptNeeds = serde_dynamo::from_item(item.clone()).context("Access answers can't be read.")?;
            let (id, told) = (kept.registration.as_str(), kept.request.consented);
            let cleared = self.answers.get(id).is_some_and(|until| until.is_none_or(|until| told <= until));
            if cleared || self.ended.contains(id) {
                self.goes(Table::Confidential, item, id);
            }
        } else if let Some(id) = pk.strip_prefix("AUTHOR#").and_then(StoryId::parse) {
            let contact: AuthorContact = serde_dynamo::from_item(item.clone()).context("An author's address can't be read.")?;
            match self.addresses.contains(contact.named(&id).as_str()) {
                true => self.goes(Table::Confidential, item, id.as_str()),
                false => drop(self.there.insert(pk.to_owned())),
            }
        } else if let Some(relay) = pk.strip_prefix("RELAY#") {
            match self.addresses.contains(relay) || self.addresses.contains(text(item, "name")) {
                true => self.goes(Table::Confidential, item, text(item, "story")),
                false => drop(self.there.insert(pk.to_owned())),
            }
        }
        Ok(())
    }

    /// What goes on says no longer that there is what went.
    async fn says(&self, item: Item, now: Timestamp) -> Result<()> {
        let (pk, sk) = (text(&item, "pk").to_owned(), text(&item, "sk").to_owned());
        if pk.starts_with("STORY#") {
            let story: StoryRecord = serde_dynamo::from_item(item).context("A story can't be read.")?;
            return self.story_says(story, now).await;
        }
        if pk.starts_with("EVENT#") && sk.strip_prefix("REG#").is_some_and(|id| self.touched.contains(id)) {
            let mut tx = Tx::new(self.db);
            let values = vec![(":no", AttributeValue::Bool(false)), (":one", AttributeValue::N("1".into()))];
            let sets = "SET #has_needs = :no, #version = #version + :one";
            tx.update("registration", Table::Hub, &Key::new(pk, sk), sets, "attribute_exists(pk)", values);
            tx.commit().await.context("A registration can't be written.")?;
        }
        Ok(())
    }

    async fn story_says(&self, story: StoryRecord, now: Timestamp) -> Result<()> {
        let touched = self.touched.contains(story.id.as_str());
        let went = |pk: String| touched && !self.there.contains(&pk);
        let mut next = story.clone();
        next.has_contact &= !went(format!("AUTHOR#{}", story.id));
        let ends = story.relay().is_some_and(|relay| self.addresses.contains(relay.as_str()) || went(format!("RELAY#{relay}")));
        if ends && story.state == StoryState::Live {
            let excerpt = story.live.as_ref().map(|live| live.details.excerpt()).unwrap_or_default();
            let deed = Deed { by: Actor::Hub, at: now, mark: format!("{}-{}-again", story.id, story.version) };
            return Stories::new(self.db.clone()).end_messages(&next, excerpt, &deed).await.map(drop).context("Messages can't be ended.");
        }
        match (ends, story.state.is_editable()) {
            // Its author can give another when they go on.
            (true, true) => next.answers.remove(CALL_RELAY),
            (true, false) => next.ask_nothing(),
            (false, _) => {}
        }
        if next == story {
            return Ok(());
        }
        next.version += 1;
        let mut tx = Tx::new(self.db);
        tx.replace("story", Table::Hub, &Key::new(format!("STORY#{}", story.id), "META"), &next, story.version);
        tx.commit().await.context("A story can't be written.")
    }
}

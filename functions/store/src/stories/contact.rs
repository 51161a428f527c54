//! An author's address: in the confidential table, under a key of its own, until they take it out or withdraw.

use domain::contact::Email;
use domain::ids::{AddressId, StoryId};
use domain::story::{StoryAct, StoryRecord};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::act::{VERSION, after, refused};
use super::{Relay, Stories, StoryError};
use crate::db::Db;
use crate::erased::{self, Gone};
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::Tx;

/// An author's address, and what the store calls it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorContact {
    /// Where mail goes.
    pub email: Email,
    /// The keyed hash of the folded address ([`crate::contact_hash`]), by which "send my link again" finds the story.
    pub hash: String,
    /// Its own random name, by which it is known when it is gone; none where an earlier release wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<AddressId>,
}

impl AuthorContact {
    /// What it is called when it is gone.
    pub fn named(&self, story: &StoryId) -> AddressId {
        self.name.clone().unwrap_or_else(|| story.into())
    }
}

/// What becomes of the addresses behind a story when a page that asks for one of them is saved.
#[derive(Clone, Debug)]
pub enum ContactChange {
    /// They stay as they are.
    Keep,
    /// This is the author's now.
    Set(AuthorContact),
    /// The author's is taken out.
    Remove,
    /// Readers' messages go here now.
    SetRelay(Relay),
    /// Readers' messages go nowhere any more.
    RemoveRelay,
}

/// That this address wrote a story; what "send my link again" finds.
#[derive(Debug, Serialize, Deserialize)]
struct Wrote {
    story: StoryId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<AddressId>,
}

/// Reads authors' addresses: for the author's own pages, and for the mailer at the moment it sends. Nobody else has it.
#[derive(Clone, Debug)]
pub struct AuthorAddresses {
    db: Db,
}

impl AuthorAddresses {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// The address of a story's author, if they gave one and have not withdrawn.
    pub async fn of(&self, id: &StoryId) -> Result<Option<Email>, StoreError> {
        Ok(read(&self.db, id).await?.map(|contact| contact.email))
    }
}

/// The stories that this address wrote, for "send my link again".
pub async fn stories_of_contact(db: &Db, hash: &str) -> Result<Vec<StoryId>, StoreError> {
    let wrote: Vec<Wrote> = db.all(Table::Hub, &keys::contact_pk(hash), "STORY#").await?;
    Ok(wrote.into_iter().map(|wrote| wrote.story).collect())
}

impl Stories {
    /// Gives an author another address, or none, wherever their story stands. Nothing else changes, and the audit says nothing of it.
    pub async fn change_address(&self, record: &StoryRecord, new: Option<&AuthorContact>, now: Timestamp) -> Result<StoryRecord, StoryError> {
        let mut next = after(record, StoryAct::ChangeAddress)?;
        let mut tx = Tx::new(&self.db);
        let gone = change(&mut tx, &mut next, read(&self.db, &record.id).await?, new);
        note_gone(&mut tx, &mut next, gone, now);
        tx.replace(VERSION, Table::Hub, &keys::story(&next.id), &next, record.version);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}

pub(crate) async fn read(db: &Db, id: &StoryId) -> Result<Option<AuthorContact>, StoreError> {
    db.get(Table::Confidential, &keys::story_contact(id)).await
}

/// Puts an address in the place of the one that was there, or none; gives the name of one that is gone.
pub(super) fn change(tx: &mut Tx<'_>, next: &mut StoryRecord, old: Option<AuthorContact>, new: Option<&AuthorContact>) -> Option<AddressId> {
    next.has_contact = new.is_some();
    if let Some(new) = new {
        return replace(tx, &next.id, old.as_ref(), new);
    }
    remove(tx, &next.id, old.as_ref());
    old.map(|old| old.named(&next.id))
}

/// The same address again keeps its name.
fn replace(tx: &mut Tx<'_>, id: &StoryId, old: Option<&AuthorContact>, new: &AuthorContact) -> Option<AddressId> {
    let (same, other) = (old.filter(|old| old.hash == new.hash), old.filter(|old| old.hash != new.hash));
    if let Some(other) = other {
        tx.delete(Table::Hub, &keys::contact_wrote(&other.hash, id));
    }
    let name = same.map_or_else(|| new.name.clone(), |old| old.name.clone());
    tx.put(Table::Hub, &keys::contact_wrote(&new.hash, id), &Wrote { story: id.clone(), name: name.clone() });
    tx.put(Table::Confidential, &keys::story_contact(id), &AuthorContact { name, ..new.clone() });
    other.map(|old| old.named(id))
}

/// Notes that an address behind a story that goes on is gone: beside it, and in the second ledger.
pub(super) fn note_gone(tx: &mut Tx<'_>, next: &mut StoryRecord, gone: Option<AddressId>, now: Timestamp) {
    if let Some(gone) = gone {
        erased::add(tx, Gone::Address(&gone), now);
        next.addresses_gone.push(gone);
    }
}

/// Takes an address out, wherever it stood.
pub(crate) fn remove(tx: &mut Tx<'_>, id: &StoryId, old: Option<&AuthorContact>) {
    if let Some(old) = old {
        tx.delete(Table::Hub, &keys::contact_wrote(&old.hash, id));
    }
    tx.delete(Table::Confidential, &keys::story_contact(id));
}

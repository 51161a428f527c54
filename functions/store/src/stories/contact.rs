//! An author's address: in the confidential table, under a key of its own, until they take it out or withdraw.

use domain::contact::Email;
use domain::ids::StoryId;
use serde::{Deserialize, Serialize};

use super::Relay;
use crate::db::Db;
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

pub(crate) async fn read(db: &Db, id: &StoryId) -> Result<Option<AuthorContact>, StoreError> {
    db.get(Table::Confidential, &keys::story_contact(id)).await
}

/// Puts an address in the place of the one that was there.
pub(super) fn replace(tx: &mut Tx<'_>, id: &StoryId, old: Option<&AuthorContact>, new: &AuthorContact) {
    if let Some(old) = old.filter(|old| old.hash != new.hash) {
        tx.delete(Table::Hub, &keys::contact_wrote(&old.hash, id));
    }
    tx.put(Table::Confidential, &keys::story_contact(id), new);
    tx.put(Table::Hub, &keys::contact_wrote(&new.hash, id), &Wrote { story: id.clone() });
}

/// Takes an address out, wherever it stood.
pub(crate) fn remove(tx: &mut Tx<'_>, id: &StoryId, old: Option<&AuthorContact>) {
    if let Some(old) = old {
        tx.delete(Table::Hub, &keys::contact_wrote(&old.hash, id));
    }
    tx.delete(Table::Confidential, &keys::story_contact(id));
}

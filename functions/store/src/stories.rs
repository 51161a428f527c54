//! Stories: from an author's first draft to the day they take it back. Each act is one transaction under the version it was
//! decided on, with its audit entry, its place in the queue, its message and, once it is public, its page and card.
//!
//! Nothing here keeps an hour: a story's records know days, and its public page the month (quality-bar P-17). The author's
//! address lies in the confidential table and nowhere else (P-16), and so does the one to which readers' messages go; [`StoryDesk`] has no
//! call that reads either.

mod act;
mod code;
mod consent;
mod contact;
mod days;
mod desk;
mod draft;
mod edits;
mod go_live;
mod letters;
mod relay;
mod updates;
mod withdraw;

use domain::ids::StoryId;
use domain::story::{StoryRecord, StoryState};

pub use contact::{AuthorAddresses, AuthorContact, ContactChange, stories_of_contact};
pub(crate) use contact::{read as contact_of, remove as remove_contact};
pub use desk::StoryDesk;
pub use edits::EditsAnswer;
pub(crate) use relay::remove as remove_relay;
pub use relay::{BehindRelay, Relay, Relays};

use crate::db::Db;
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;

/// The stories, as their authors reach them.
#[derive(Clone, Debug)]
pub struct Stories {
    db: Db,
}

/// Why an act was not done. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum StoryError {
    /// Somebody else changed it since it was read.
    #[error("somebody else changed the story")]
    Changed,
    /// The act may not be done as the story stands.
    #[error("the story is {0:?}")]
    NotNow(StoryState),
    /// The form's key was used with other answers.
    #[error("the form was used for something else")]
    FormUsed,
    /// The random address is taken: try again with another.
    #[error("the address is taken")]
    AddressTaken,
    /// The database did not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Stories {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// A story's working record. Private: for its author and the desk.
    pub async fn load(&self, id: &StoryId) -> Result<Option<StoryRecord>, StoreError> {
        load(&self.db, id).await
    }
}

async fn load(db: &Db, id: &StoryId) -> Result<Option<StoryRecord>, StoreError> {
    db.get(Table::Hub, &keys::story(id)).await
}

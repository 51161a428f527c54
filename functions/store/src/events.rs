//! Events: from a host's first draft to long after it happened. Each act is one transaction under the version it was decided
//! on, with its audit entry, its place in the queue, its message and, once it is public, its page and card.

mod act;
mod amend;
mod bring_in;
mod change;
mod draft;
mod follow;
mod happened;
mod leave;
pub(crate) mod letters;
mod over;
mod postpone;
mod review;
mod send;
mod trusted;
mod waited;

pub use bring_in::AT_ONCE;
pub use over::is_untold;

use domain::contact::Email;
use domain::event::{EventRecord, EventState};
use domain::ids::EventId;

use crate::db::Db;
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;

/// The events.
#[derive(Clone, Debug)]
pub struct Events {
    db: Db,
}

/// A host's address, and what the store calls it.
#[derive(Clone, Debug)]
pub struct HostContact {
    /// Where mail goes.
    pub email: Email,
    /// The keyed hash of the folded address.
    pub hash: String,
    /// The hash of the address that was confirmed before, where it was another: it finds the event no longer.
    pub former: Option<String>,
}

/// Why an act was not done. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum EventError {
    /// Somebody else changed it since it was read.
    #[error("somebody else changed the event")]
    Changed,
    /// The act may not be done as the event stands.
    #[error("the event is {0:?}")]
    NotNow(EventState),
    /// The form's key was used with other answers.
    #[error("the form was used for something else")]
    FormUsed,
    /// The database did not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Events {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// An event's working record. Private: for its host and the desk.
    pub async fn load(&self, id: &EventId) -> Result<Option<EventRecord>, StoreError> {
        self.db.get(Table::Hub, &keys::event(id)).await
    }
}

//! Registrations: places, turns on the waiting list, offers, and what each of them leaves behind.
//!
//! Every act is one transaction: the registration, the count of places, the uniqueness records, the form's key, the audit entry,
//! the message, what is due later, and the access answers (design, decision 6). Knows no secret: contacts come as hashes.

mod access;
mod acts;
mod bring_over;
mod by_host;
mod changes;
mod come;
mod demand;
mod earlier;
mod erase;
mod held;
mod known;
mod message;
mod offers;
mod over;
mod party;
mod plan;
mod reading;
mod refresh;
mod register;
mod shift;
mod stored;
mod turns;
mod warn;
mod whole;
mod write;

use domain::registration::RegistrationState;

use crate::db::Db;
use crate::error::StoreError;
use crate::tx::TxError;

pub use access::{AccessAnswers, Seen};
pub(crate) use come::count_who_came;
pub use known::KnownFor;
pub use over::AtEvent;
pub use register::{Got, NewRegistration, Registered};
pub use stored::{KeptNeeds, Stored, TurnAt};

/// The name of the condition on an event's places (I1): nobody gets a place that isn't there, nobody waits while one is.
pub const PLACES: &str = "places";

/// The name of the condition that gives one person one active registration at an event (I3).
pub const UNIQUE: &str = "one person, one event";

/// How often an act is decided anew when what it was decided by has changed.
const TRIES: usize = 24;

/// Why an act on a registration changed nothing.
#[derive(Debug, thiserror::Error)]
pub enum RegistrationError {
    /// The form's key was used before, with other answers.
    #[error("the form was sent before with other answers")]
    FormUsed,
    /// No bookings are taken.
    #[error("bookings are closed")]
    Closed,
    /// The event was cancelled.
    #[error("the event was cancelled")]
    EventCancelled,
    /// Too few places are free, or somebody waits for them; nothing was changed.
    #[error("no place is free for that")]
    NoRoom,
    /// There is no such registration.
    #[error("no such registration")]
    Unknown,
    /// The time to confirm, or the offer, has run out; the registration has lapsed.
    #[error("the time ran out")]
    TooLate,
    /// It can't be done where the registration stands now.
    #[error("not now: the registration is {0:?}")]
    NotNow(RegistrationState),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// All acts on registrations.
#[derive(Clone, Debug)]
pub struct Registrations {
    db: Db,
}

impl Registrations {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }
}

/// What came of a transaction: done, or the names of the conditions that did not hold.
fn outcome(committed: Result<(), TxError>) -> Result<Result<(), TxError>, StoreError> {
    match committed {
        Err(TxError::Store(error)) => Err(error),
        other => Ok(other),
    }
}

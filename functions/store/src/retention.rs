//! Letting go of what is over (quality-bar P-09): one walk a day through the working records, in small steps, that goes on where it
//! stopped. Every step is safe to do twice, at once or late: what is taken out is decided by its version.

mod ends;
mod forget;
mod needs;
mod seen;
mod walk;

use crate::db::Db;

pub(crate) use ends::ends;
pub use walk::{Step, Walked};

/// The walk.
#[derive(Clone, Debug)]
pub struct Retention {
    db: Db,
}

impl Retention {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }
}

//! Each function's way to the tables. At home all share one; a test gives each its own, which refuses what its role doesn't grant.

use store::Db;

use crate::options::Door;

/// The ways of all functions.
pub struct Doors<'a> {
    db: &'a Db,
    endpoint: &'a str,
    door: Option<&'a Door>,
}

impl<'a> Doors<'a> {
    /// Over the hub's own tables; `endpoint` is where they answer.
    pub fn new(db: &'a Db, endpoint: &'a str, door: Option<&'a Door>) -> Self {
        Self { db, endpoint, door }
    }

    /// The way of one function, by its name.
    pub fn of(&self, function: &str) -> Db {
        self.door.map_or_else(|| self.db.clone(), |door| door(function, self.endpoint, self.db.tables()))
    }
}

//! Weeks: written by the desk and by the loading of the archive, read by everyone. A week has no private side, so it lies in `public`.

use domain::week::{Week, WeekId};

use crate::db::Db;
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, TxError};

/// The weeks.
#[derive(Clone, Debug)]
pub struct Weeks {
    db: Db,
}

impl Weeks {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// One week.
    pub async fn get(&self, id: WeekId) -> Result<Option<Week>, StoreError> {
        self.db.get(Table::Public, &keys::week(id)).await
    }

    /// All weeks, by nation and year.
    pub async fn all(&self) -> Result<Vec<Week>, StoreError> {
        self.db.all(Table::Public, keys::WEEKS, "").await
    }

    /// Writes a week, new or changed.
    pub async fn put(&self, week: &Week) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.put(Table::Public, &keys::week(week.id), week);
        tx.commit().await.map_err(|e| match e {
            TxError::Store(error) => error,
            TxError::Refused(_) => StoreError::Busy,
        })
    }
}

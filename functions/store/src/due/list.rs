//! The list as the keeper reads it: what can't be read, and what keeps failing, stands in nobody's way.

use jiff::Timestamp;

use super::{Due, SHARDS, moment};
use crate::db::{Db, Key};
use crate::error::StoreError;
use crate::tables::Table;
use crate::tx::{Tx, TxError};

/// How many things of one collection are taken at once.
const AT_ONCE: i32 = 100;

/// The keeper's list.
#[derive(Clone, Debug)]
pub struct DueList {
    db: Db,
}

/// Something due, and where it lies.
#[derive(Clone, Debug)]
pub struct DueNow {
    /// What to do.
    pub due: Due,
    key: Key,
}

impl DueNow {
    pub(crate) fn key(&self) -> &Key {
        &self.key
    }

    /// When it was due, as its place in the list has it.
    pub(crate) fn moment(&self) -> &str {
        self.key.sk.split('#').next().unwrap_or_default()
    }

    /// The same job, further along.
    pub(crate) fn further(&self, due: Due) -> Self {
        Self { due, key: self.key.clone() }
    }
}

/// What a look at the list found.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// What is due, the oldest first.
    pub due: Vec<DueNow>,
    /// How many records can't be read. They are left where they are: another release may read them.
    pub unreadable: usize,
}

impl DueList {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// What is due by now and can be read, as [`DueList::look`] finds it.
    pub async fn by(&self, now: Timestamp) -> Result<Vec<DueNow>, StoreError> {
        Ok(self.look(now).await?.due)
    }

    /// What is due by now, the oldest first, about 100 of each collection. A record that can't be read is passed over, with a line in
    /// the log that names its key, and does not count among them.
    pub async fn look(&self, now: Timestamp) -> Result<Looked, StoreError> {
        let mut looked = Looked::default();
        // `~` is behind every name, so that things of this very second are in.
        let last = format!("{}#~", moment(now));
        for shard in 0..SHARDS {
            self.look_into(&format!("DUE#{shard}"), &last, &mut looked).await?;
        }
        looked.due.sort_by(|a, b| a.key.sk.cmp(&b.key.sk));
        Ok(looked)
    }

    async fn look_into(&self, pk: &str, last: &str, looked: &mut Looked) -> Result<(), StoreError> {
        let (before, mut after) = (looked.due.len(), None);
        loop {
            let page = self.db.up_to::<Due>(Table::Hub, pk, last, AT_ONCE, after.as_deref()).await?;
            for (sk, read) in page.records {
                match read {
                    Ok(due) => looked.due.push(DueNow { due, key: Key::new(pk, sk) }),
                    Err(_) => {
                        tracing::warn!(pk, sk, "something due can't be read, and is passed over");
                        looked.unreadable += 1;
                    }
                }
            }
            after = page.more;
            if after.is_none() || looked.due.len() - before >= AT_ONCE as usize {
                return Ok(());
            }
        }
    }

    /// Takes something out that was done.
    pub async fn done(&self, due: &DueNow) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.delete(Table::Hub, &due.key);
        settled(tx).await
    }

    /// Puts something that could not be done behind everything that is due by now: what stands behind it has its turn first. Of no
    /// effect where somebody else did it meanwhile.
    pub async fn put_off(&self, due: &DueNow, now: Timestamp) -> Result<(), StoreError> {
        // As it stands now: a job may have come further before it failed.
        let Some(current) = self.db.get::<Due>(Table::Hub, &due.key).await? else { return Ok(()) };
        let behind = current.key(now);
        if behind == due.key {
            return Ok(());
        }
        let mut tx = Tx::new(&self.db);
        tx.delete_existing("there", Table::Hub, &due.key);
        tx.put(Table::Hub, &behind, &current);
        settled(tx).await
    }
}

async fn settled(tx: Tx<'_>) -> Result<(), StoreError> {
    match tx.commit().await {
        Ok(()) | Err(TxError::Refused(_)) => Ok(()),
        Err(TxError::Store(error)) => Err(error),
    }
}

//! Addresses that mail came back from, or whose owner called it unwanted: by keyed hash, in the outbox's table under a key of their
//! own, so that a function can be let read these and nothing else of it (`RETURNED#*`).

use std::collections::{HashMap, HashSet};

use aws_sdk_dynamodb::types::KeysAndAttributes;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::db::{Db, Key};
use crate::error::StoreError;
use crate::tables::Table;
use crate::tx::{TRIES, Tx, TxError, pause};

/// How long a mark is kept: until the next week of the kind has been and gone.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24 * 400);

/// How many records one request may ask for.
const AT_ONCE: usize = 100;

/// Why nothing more is sent to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Mail came back for good: there is no such mailbox.
    Bounced,
    /// Its owner said that they don't want it.
    Unwanted,
}

/// A mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Why.
    pub why: Why,
    /// Since when.
    pub at: Timestamp,
}

impl Mark {
    fn holds(&self, now: Timestamp) -> bool {
        now < self.at + KEPT
    }
}

/// The marks.
#[derive(Clone, Debug)]
pub struct Returned {
    db: Db,
}

fn key(hash: &str) -> Key {
    Key::new(format!("RETURNED#{hash}"), "RETURNED")
}

impl Returned {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// The mark of one address, by its hash. One whose time is over is none, whether or not the database has taken it out.
    pub async fn of(&self, hash: &str, now: Timestamp) -> Result<Option<Mark>, StoreError> {
        let mark: Option<Mark> = self.db.get(Table::Outbox, &key(hash)).await?;
        Ok(mark.filter(|mark| mark.holds(now)))
    }

    /// The marks of those of many addresses that have one.
    pub async fn marks(&self, hashes: &[String], now: Timestamp) -> Result<HashMap<String, Mark>, StoreError> {
        let name = self.db.tables().name(Table::Outbox);
        let mut found = HashMap::new();
        let distinct: Vec<&String> = hashes.iter().collect::<HashSet<_>>().into_iter().collect();
        for some in distinct.chunks(AT_ONCE) {
            let keys: Vec<_> = some.iter().map(|hash| key(hash).into_item()).collect();
            let mut left = Some(KeysAndAttributes::builder().set_keys(Some(keys)).build().map_err(|e| StoreError::Unavailable(e.to_string()))?);
            // The database may answer a part and leave the rest to be asked again, when it has room.
            for attempt in 0.. {
                let Some(asked) = left.take() else { break };
                match attempt {
                    0 => {}
                    TRIES.. => return Err(StoreError::Busy),
                    _ => tokio::time::sleep(pause(attempt)).await,
                }
                let answer = self.db.client().batch_get_item().request_items(&name, asked).send().await;
                let answer = answer.map_err(|e| StoreError::sdk("BatchGetItem", &e))?;
                let items = answer.responses.unwrap_or_default().remove(&name).unwrap_or_default();
                for item in items {
                    let hash = item.get("pk").and_then(|pk| pk.as_s().ok()?.strip_prefix("RETURNED#")).unwrap_or_default().to_owned();
                    found.insert(hash, serde_dynamo::from_item(item)?);
                }
                left = answer.unprocessed_keys.unwrap_or_default().remove(&name);
            }
        }
        found.retain(|_, mark: &mut Mark| mark.holds(now));
        Ok(found)
    }

    /// Marks an address. The same news twice is the same mark, and a bounce doesn't soften a complaint.
    pub async fn mark(&self, hash: &str, why: Why, now: Timestamp) -> Result<(), StoreError> {
        if why == Why::Bounced && self.of(hash, now).await?.is_some() {
            return Ok(());
        }
        let mut tx = Tx::new(&self.db);
        tx.put_until(Table::Outbox, &key(hash), &Mark { why, at: now }, now + KEPT);
        settled(tx.commit().await)
    }

    /// Takes a mark off: somebody mended the mailbox and said so.
    pub async fn forget(&self, hash: &str) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.delete(Table::Outbox, &key(hash));
        settled(tx.commit().await)
    }
}

fn settled(committed: Result<(), TxError>) -> Result<(), StoreError> {
    match committed {
        Ok(()) | Err(TxError::Refused(_)) => Ok(()),
        Err(TxError::Store(error)) => Err(error),
    }
}

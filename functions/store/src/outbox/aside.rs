//! Messages that could not be sent however often it was tried: kept for somebody to look at, out of the way of all others
//! (quality-bar R-24).

use aws_sdk_dynamodb::types::Select;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{KEPT, Outbox, key};
use crate::db::Key;
use crate::error::StoreError;
use crate::tables::Table;
use crate::tx::{Tx, TxError, s};

const ASIDE: &str = "ASIDE";

/// A message that was set aside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Aside {
    /// The message's id.
    pub id: String,
    /// Why, without personal data.
    pub why: String,
    /// When.
    pub at: Timestamp,
    /// The record as it was, keys included.
    record: Value,
}

impl Outbox {
    /// Sets a message aside.
    pub async fn set_aside(&self, id: &str, why: &str, now: Timestamp) -> Result<(), StoreError> {
        match self.db.get::<Value>(Table::Outbox, &key(id)).await? {
            Some(record) => self.move_aside(id, record, why, now).await,
            None => Ok(()),
        }
    }

    /// What was set aside. Should be empty; the deployment raises an alarm when it isn't.
    pub async fn aside(&self) -> Result<Vec<Aside>, StoreError> {
        self.db.all(Table::Outbox, ASIDE, "").await
    }

    /// How many messages lie aside, at most a hundred: more need nobody to count them.
    pub async fn how_many_aside(&self) -> Result<usize, StoreError> {
        let asked = self.db.client().query().table_name(self.db.tables().name(Table::Outbox)).key_condition_expression("pk = :pk");
        let asked = asked.expression_attribute_values(":pk", s(ASIDE)).select(Select::Count).limit(100);
        let answer = asked.send().await.map_err(|e| StoreError::sdk("Query", &e))?;
        Ok(usize::try_from(answer.count()).unwrap_or_default())
    }

    /// Puts everything that was set aside back among what waits. Tells how many messages.
    pub async fn try_again(&self, now: Timestamp) -> Result<usize, StoreError> {
        let aside = self.aside().await?;
        for one in &aside {
            let mut record = one.record.clone();
            if let Some(record) = record.as_object_mut() {
                ["pk", "sk", "leased", "tries", "expires"].iter().for_each(|name| drop(record.remove(*name)));
            }
            let mut tx = Tx::new(&self.db);
            tx.put_until(Table::Outbox, &key(&one.id), &record, now + KEPT);
            tx.delete(Table::Outbox, &Key::new(ASIDE, one.id.as_str()));
            written(tx.commit().await)?;
        }
        Ok(aside.len())
    }

    pub(super) async fn move_aside(&self, id: &str, record: Value, why: &str, now: Timestamp) -> Result<(), StoreError> {
        let aside = Aside { id: id.to_owned(), why: why.to_owned(), at: now, record };
        let mut tx = Tx::new(&self.db);
        tx.put_until(Table::Outbox, &Key::new(ASIDE, id), &aside, now + KEPT);
        tx.delete(Table::Outbox, &key(id));
        written(tx.commit().await)
    }
}

fn written(committed: Result<(), TxError>) -> Result<(), StoreError> {
    match committed {
        Ok(()) | Err(TxError::Refused(_)) => Ok(()),
        Err(TxError::Store(error)) => Err(error),
    }
}

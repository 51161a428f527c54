//! How often something may be done: a count in a window of time, for an address written to and for a sender, each on its own
//! (design, decision 14; quality-bar S-20).

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use jiff::{SignedDuration, Timestamp};

use crate::db::{Db, Key};
use crate::error::StoreError;
use crate::tables::{EXPIRES, Table};
use crate::tx::n;

/// A bucket: what is counted, for whom, how many in which time.
#[derive(Clone, Debug)]
pub struct Bucket<'a> {
    /// What is counted: `sign-in`, `links`.
    pub what: &'static str,
    /// A hash of the address or sender; never the thing itself.
    pub whom: &'a str,
    /// How many are let through in one window.
    pub most: u32,
    /// How long a window is.
    pub window: SignedDuration,
}

/// Counts buckets down.
#[derive(Clone, Debug)]
pub struct Rates {
    db: Db,
}

impl Rates {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// Takes one out of a bucket; `false` where it is empty until the next window.
    pub async fn take(&self, bucket: &Bucket<'_>, now: Timestamp) -> Result<bool, StoreError> {
        let seconds = bucket.window.as_secs().max(1);
        let window = now.as_second() / seconds;
        let key = Key::new(format!("RATE#{}#{}", bucket.what, bucket.whom), window.to_string());
        let sent = self
            .db
            .client()
            .update_item()
            .table_name(self.db.tables().name(Table::Hub))
            .set_key(Some(key.item()))
            .update_expression("SET taken = if_not_exists(taken, :none) + :one, #expires = :expires")
            .condition_expression("attribute_not_exists(taken) OR taken < :most")
            .expression_attribute_names("#expires", EXPIRES)
            .expression_attribute_values(":none", n(0))
            .expression_attribute_values(":one", n(1))
            .expression_attribute_values(":most", n(bucket.most))
            .expression_attribute_values(":expires", n((window + 2) * seconds))
            .send()
            .await;
        match sent {
            Ok(_) => Ok(true),
            Err(SdkError::ServiceError(e)) if matches!(e.err(), UpdateItemError::ConditionalCheckFailedException(_)) => Ok(false),
            Err(error) => Err(StoreError::sdk("UpdateItem", &error)),
        }
    }
}

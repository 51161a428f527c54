//! Reading: one record, or the records under one key.

use std::collections::HashMap;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use serde::de::DeserializeOwned;

use crate::error::StoreError;
use crate::tables::{Table, Tables};

/// A record as DynamoDB gives it.
pub(crate) type Item = HashMap<String, AttributeValue>;

/// Where a record lies: its collection and its place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The collection.
    pub pk: String,
    /// The place in it; collections are read in this order.
    pub sk: String,
}

impl Key {
    /// A key.
    pub fn new(pk: impl Into<String>, sk: impl Into<String>) -> Self {
        Self { pk: pk.into(), sk: sk.into() }
    }

    /// The key as DynamoDB takes it, for a call that only one place makes.
    pub fn into_item(self) -> HashMap<String, AttributeValue> {
        self.item()
    }

    pub(crate) fn item(&self) -> Item {
        HashMap::from([("pk".to_owned(), AttributeValue::S(self.pk.clone())), ("sk".to_owned(), AttributeValue::S(self.sk.clone()))])
    }
}

/// Some records of a collection, and where to go on.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The records, each with its place in the collection.
    pub records: Vec<(String, T)>,
    /// The place of the last record, where there are more.
    pub more: Option<String>,
}

/// The database: a client and the tables' names. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    client: Client,
    tables: Tables,
}

impl Db {
    /// Over a client.
    pub fn new(client: Client, tables: Tables) -> Self {
        Self { client, tables }
    }

    /// The client itself, for what only one place does.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The tables' names.
    pub fn tables(&self) -> &Tables {
        &self.tables
    }

    /// One record, as of now (a consistent read).
    pub async fn get<T: DeserializeOwned>(&self, table: Table, key: &Key) -> Result<Option<T>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(self.tables.name(table))
            .set_key(Some(key.item()))
            .consistent_read(true)
            .send()
            .await
            .map_err(|e| StoreError::sdk("GetItem", &e))?;
        answer.item.map(|item| serde_dynamo::from_item(item).map_err(StoreError::from)).transpose()
    }

    /// The records of a collection whose place begins with `prefix`: at most `limit`, after the place `after`.
    pub async fn list<T: DeserializeOwned>(
        &self,
        table: Table,
        pk: &str,
        prefix: &str,
        limit: i32,
        after: Option<&str>,
        newest_first: bool,
    ) -> Result<Page<T>, StoreError> {
        let mut request = self
            .client
            .query()
            .table_name(self.tables.name(table))
            .expression_attribute_values(":pk", AttributeValue::S(pk.to_owned()))
            .consistent_read(true)
            .scan_index_forward(!newest_first)
            .limit(limit);
        request = match prefix {
            "" => request.key_condition_expression("pk = :pk"),
            prefix => request
                .key_condition_expression("pk = :pk AND begins_with(sk, :prefix)")
                .expression_attribute_values(":prefix", AttributeValue::S(prefix.to_owned())),
        };
        if let Some(after) = after {
            request = request.set_exclusive_start_key(Some(Key::new(pk, after).item()));
        }
        let answer = request.send().await.map_err(|e| StoreError::sdk("Query", &e))?;
        let more = answer.last_evaluated_key.as_ref().and_then(place);
        let records = answer.items.unwrap_or_default().into_iter().map(read).collect::<Result<_, _>>()?;
        Ok(Page { records, more })
    }

    /// All records of a collection whose place begins with `prefix`.
    pub async fn all<T: DeserializeOwned>(&self, table: Table, pk: &str, prefix: &str) -> Result<Vec<T>, StoreError> {
        let mut out = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let page = self.list::<T>(table, pk, prefix, 1_000, after.as_deref(), false).await?;
            out.extend(page.records.into_iter().map(|(_, record)| record));
            match page.more {
                Some(place) => after = Some(place),
                None => return Ok(out),
            }
        }
    }

    /// The records of a collection up to and with the place `last`, after the place `after`: at most `limit`. Each is read by itself, so
    /// that one that can't be read keeps none from being found.
    pub async fn up_to<T: DeserializeOwned>(
        &self,
        table: Table,
        pk: &str,
        last: &str,
        limit: i32,
        after: Option<&str>,
    ) -> Result<Page<Result<T, StoreError>>, StoreError> {
        let answer = self
            .client
            .query()
            .table_name(self.tables.name(table))
            .key_condition_expression("pk = :pk AND sk <= :last")
            .expression_attribute_values(":pk", AttributeValue::S(pk.to_owned()))
            .expression_attribute_values(":last", AttributeValue::S(last.to_owned()))
            .set_exclusive_start_key(after.map(|after| Key::new(pk, after).item()))
            .consistent_read(true)
            .limit(limit)
            .send()
            .await
            .map_err(|e| StoreError::sdk("Query", &e))?;
        let more = answer.last_evaluated_key.as_ref().and_then(place);
        let alone = |item: Item| (place(&item).unwrap_or_default(), serde_dynamo::from_item(item).map_err(StoreError::from));
        Ok(Page { records: answer.items.unwrap_or_default().into_iter().map(alone).collect(), more })
    }
}

fn place(key: &Item) -> Option<String> {
    key.get("sk").and_then(|sk| sk.as_s().ok()).cloned()
}

fn read<T: DeserializeOwned>(item: Item) -> Result<(String, T), StoreError> {
    let place = place(&item).unwrap_or_default();
    Ok((place, serde_dynamo::from_item(item)?))
}

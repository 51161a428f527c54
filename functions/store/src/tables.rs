//! The four tables.

use std::time::Duration;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType, TableStatus, TimeToLiveSpecification,
};

use crate::error::StoreError;

/// One of the four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// Working records.
    Hub,
    /// What anyone may read.
    Public,
    /// Access answers and contributors' contacts.
    Confidential,
    /// Messages waiting to be sent.
    Outbox,
}

impl Table {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Hub, Self::Public, Self::Confidential, Self::Outbox];

    /// The name without a prefix.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hub => "hub",
            Self::Public => "public",
            Self::Confidential => "confidential",
            Self::Outbox => "outbox",
        }
    }
}

/// The tables' names in one deployment: a prefix keeps two apart.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    prefix: String,
}

impl Tables {
    /// Names with a prefix, e.g. `trial-`; empty for none.
    pub fn with_prefix(prefix: impl Into<String>) -> Self {
        Self { prefix: prefix.into() }
    }

    /// The name of a table.
    pub fn name(&self, table: Table) -> String {
        format!("{}{}", self.prefix, table.name())
    }
}

/// The attribute by which DynamoDB takes out what is over: seconds since 1970. Reads filter by it as well.
pub const EXPIRES: &str = "expires";

/// What a database does by itself with records that are over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expired {
    /// It takes them out, by its machine's clock.
    TakenOut,
    /// It keeps them: for tests that go by a clock of their own, to which they are not over yet.
    Kept,
}

/// Creates what is missing of the four tables: keys `pk`, `sk`, on demand, TTL on [`EXPIRES`] unless what is over is kept. Tells how many
/// were made.
pub async fn create_tables(client: &Client, tables: &Tables, expired: Expired) -> Result<usize, StoreError> {
    let mut made = 0;
    for table in Table::ALL {
        let name = tables.name(table);
        if status(client, &name).await?.is_some() {
            continue;
        }
        create(client, &name, expired).await?;
        made += 1;
    }
    Ok(made)
}

/// How a table stands; none where there is no such table. Asked by name: a list of tables comes in pages.
async fn status(client: &Client, name: &str) -> Result<Option<TableStatus>, StoreError> {
    match client.describe_table().table_name(name).send().await {
        Ok(answer) => Ok(answer.table.and_then(|table| table.table_status)),
        Err(error) if error.as_service_error().is_some_and(|e| e.is_resource_not_found_exception()) => Ok(None),
        Err(error) => Err(StoreError::sdk("DescribeTable", &error)),
    }
}

async fn create(client: &Client, name: &str, expired: Expired) -> Result<(), StoreError> {
    let wrong = |e: aws_sdk_dynamodb::error::BuildError| StoreError::Unavailable(e.to_string());
    let mut request = client.create_table().table_name(name).billing_mode(BillingMode::PayPerRequest);
    for (key, kind) in [("pk", KeyType::Hash), ("sk", KeyType::Range)] {
        let attribute = AttributeDefinition::builder().attribute_name(key).attribute_type(ScalarAttributeType::S);
        let element = KeySchemaElement::builder().attribute_name(key).key_type(kind);
        request = request.attribute_definitions(attribute.build().map_err(wrong)?).key_schema(element.build().map_err(wrong)?);
    }
    request.send().await.map_err(|e| StoreError::sdk("CreateTable", &e))?;
    // AWS makes a table in some seconds; before that it takes nothing.
    let mut asked = 0;
    while status(client, name).await? != Some(TableStatus::Active) && asked < 120 {
        asked += 1;
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    if expired == Expired::Kept {
        return Ok(());
    }
    let ttl = TimeToLiveSpecification::builder().enabled(true).attribute_name(EXPIRES).build().map_err(wrong)?;
    client
        .update_time_to_live()
        .table_name(name)
        .time_to_live_specification(ttl)
        .send()
        .await
        .map_err(|e| StoreError::sdk("UpdateTimeToLive", &e))?;
    Ok(())
}

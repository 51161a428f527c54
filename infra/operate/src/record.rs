//! A record as a line of JSON, exactly: what comes back is what was there.

use std::collections::HashMap;

use anyhow::{Result, bail};
use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::Value;

/// A record as DynamoDB gives it.
pub type Item = HashMap<String, AttributeValue>;

/// As one line, its fields in order of name.
///
/// # Errors
/// Where JSON can't hold it as it is: bytes, sets, a number that is not written as JSON writes it.
pub fn line(item: &Item) -> Result<String> {
    let value: Value = serde_dynamo::from_item(item.clone())?;
    let back: Item = serde_dynamo::to_item(&value)?;
    if back != *item {
        bail!("A record can't be written as JSON and read back as it is: its key is {:?} {:?}.", item.get("pk"), item.get("sk"));
    }
    Ok(value.to_string())
}

/// From such a line.
///
/// # Errors
/// Where it is none.
pub fn item(line: &str) -> Result<Item> {
    let value: Value = serde_json::from_str(line)?;
    if value["pk"].as_str().is_none() || value["sk"].as_str().is_none() {
        bail!("A line without a key is no record.");
    }
    Ok(serde_dynamo::to_item(value)?)
}

/// A part of a record that is text.
pub fn text<'a>(item: &'a Item, name: &str) -> &'a str {
    item.get(name).and_then(|value| value.as_s().ok()).map_or("", String::as_str)
}

/// A record's key.
pub fn key(item: &Item) -> Item {
    ["pk", "sk"].into_iter().filter_map(|name| Some((name.to_owned(), item.get(name)?.clone()))).collect()
}

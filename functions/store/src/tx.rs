//! Writing: everything that must agree in one `TransactWriteItems` (design, decision 6).

use std::time::Duration;

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{AttributeValue, ConditionCheck, Delete, Put, TransactWriteItem, Update};
use jiff::Timestamp;
use serde::Serialize;

use crate::db::{Db, Item, Key};
use crate::error::StoreError;
use crate::tables::{EXPIRES, Table};

/// How often a call is tried when others change the same records, or the database has no room for it.
pub(crate) const TRIES: u32 = 10;
/// The first pause's upper bound; doubles each time up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_millis(1_000);

/// Why a transaction wrote nothing.
#[derive(Debug, thiserror::Error)]
pub enum TxError {
    /// Conditions that did not hold, by their names.
    #[error("refused by: {0:?}")]
    Refused(Vec<&'static str>),
    /// Anything else.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl TxError {
    /// Whether the condition of this name did not hold.
    pub fn refused_by(&self, name: &str) -> bool {
        matches!(self, Self::Refused(names) if names.contains(&name))
    }
}

/// A string as an expression's value.
pub fn s(value: impl Into<String>) -> AttributeValue {
    AttributeValue::S(value.into())
}

/// A number as an expression's value.
pub fn n(value: impl std::fmt::Display) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

/// A transaction being put together. Each step has a name; a refusal tells the names of the conditions that did not hold.
#[derive(Debug)]
pub struct Tx<'a> {
    db: &'a Db,
    steps: Vec<(&'static str, TransactWriteItem)>,
    wrong: Option<StoreError>,
}

impl<'a> Tx<'a> {
    /// An empty one.
    pub fn new(db: &'a Db) -> Self {
        Self { db, steps: Vec::new(), wrong: None }
    }

    fn item<T: Serialize>(&mut self, key: &Key, record: &T, expires: Option<Timestamp>) -> Item {
        match serde_dynamo::to_item::<_, Item>(record) {
            Ok(mut item) => {
                item.extend(key.item());
                if let Some(at) = expires {
                    item.insert(EXPIRES.to_owned(), n(at.as_second()));
                }
                item
            }
            Err(error) => {
                self.wrong.get_or_insert(StoreError::Unreadable(error.to_string()));
                key.item()
            }
        }
    }

    fn put_step(&mut self, name: &'static str, table: Table, item: Item, condition: Option<(&str, Vec<(&str, AttributeValue)>)>) {
        let mut put = Put::builder().table_name(self.db.tables().name(table)).set_item(Some(item));
        if let Some((expression, values)) = condition {
            put = put.condition_expression(expression);
            for (key, value) in values {
                put = put.expression_attribute_values(key, value);
            }
        }
        match put.build() {
            Ok(put) => self.steps.push((name, TransactWriteItem::builder().put(put).build())),
            Err(error) => self.note(error),
        }
    }

    fn note(&mut self, error: aws_sdk_dynamodb::error::BuildError) {
        self.wrong.get_or_insert(StoreError::Unavailable(error.to_string()));
    }

    /// Writes a record, whatever was there.
    pub fn put<T: Serialize>(&mut self, table: Table, key: &Key, record: &T) -> &mut Self {
        let item = self.item(key, record, None);
        self.put_step("put", table, item, None);
        self
    }

    /// As [`Tx::put`], for a record that is over at a moment.
    pub fn put_until<T: Serialize>(&mut self, table: Table, key: &Key, record: &T, expires: Timestamp) -> &mut Self {
        let item = self.item(key, record, Some(expires));
        self.put_step("put", table, item, None);
        self
    }

    /// Writes a record where none is; refused by `name` otherwise.
    pub fn put_new<T: Serialize>(&mut self, name: &'static str, table: Table, key: &Key, record: &T) -> &mut Self {
        let item = self.item(key, record, None);
        self.put_step(name, table, item, Some(("attribute_not_exists(pk)", Vec::new())));
        self
    }

    /// As [`Tx::put_new`], for a record that is over at a moment.
    pub fn put_new_until<T: Serialize>(&mut self, name: &'static str, table: Table, key: &Key, record: &T, expires: Timestamp) -> &mut Self {
        let item = self.item(key, record, Some(expires));
        self.put_step(name, table, item, Some(("attribute_not_exists(pk)", Vec::new())));
        self
    }

    /// Replaces a record of which `version` is still the version; refused by `name` otherwise. The record itself carries the next version.
    pub fn replace<T: Serialize>(&mut self, name: &'static str, table: Table, key: &Key, record: &T, version: u64) -> &mut Self {
        let item = self.item(key, record, None);
        let condition = ("version = :version", vec![(":version", n(version))]);
        self.put_step(name, table, item, Some(condition));
        self
    }

    /// Writes a record under a condition of its own.
    pub fn put_if<T: Serialize>(
        &mut self,
        name: &'static str,
        table: Table,
        key: &Key,
        record: &T,
        condition: &str,
        values: Vec<(&str, AttributeValue)>,
    ) -> &mut Self {
        let item = self.item(key, record, None);
        self.put_step(name, table, item, Some((condition, values)));
        self
    }

    /// Changes a record by an update expression under a condition. Write names that DynamoDB reserves as `#name`
    /// in both expressions: every `#name` stands for the attribute of that name.
    pub fn update(
        &mut self,
        name: &'static str,
        table: Table,
        key: &Key,
        update: &str,
        condition: &str,
        values: Vec<(&str, AttributeValue)>,
    ) -> &mut Self {
        let mut step = Update::builder().table_name(self.db.tables().name(table)).set_key(Some(key.item())).update_expression(update);
        if !condition.is_empty() {
            step = step.condition_expression(condition);
        }
        for attribute in reserved(update).chain(reserved(condition)) {
            step = step.expression_attribute_names(format!("#{attribute}"), attribute);
        }
        for (key, value) in values {
            step = step.expression_attribute_values(key, value);
        }
        match step.build() {
            Ok(step) => self.steps.push((name, TransactWriteItem::builder().update(step).build())),
            Err(error) => self.note(error),
        }
        self
    }

    /// Takes a record out; nothing there is fine.
    pub fn delete(&mut self, table: Table, key: &Key) -> &mut Self {
        match Delete::builder().table_name(self.db.tables().name(table)).set_key(Some(key.item())).build() {
            Ok(step) => self.steps.push(("delete", TransactWriteItem::builder().delete(step).build())),
            Err(error) => self.note(error),
        }
        self
    }

    /// Takes a record out under a condition of its own; refused by `name` where it doesn't hold.
    pub fn delete_if(&mut self, name: &'static str, table: Table, key: &Key, condition: &str, values: Vec<(&str, AttributeValue)>) -> &mut Self {
        let mut step = Delete::builder().table_name(self.db.tables().name(table)).set_key(Some(key.item())).condition_expression(condition);
        for (key, value) in values {
            step = step.expression_attribute_values(key, value);
        }
        match step.build() {
            Ok(step) => self.steps.push((name, TransactWriteItem::builder().delete(step).build())),
            Err(error) => self.note(error),
        }
        self
    }

    /// Takes a record out that must be there; refused by `name` otherwise.
    pub fn delete_existing(&mut self, name: &'static str, table: Table, key: &Key) -> &mut Self {
        let step = Delete::builder().table_name(self.db.tables().name(table)).set_key(Some(key.item())).condition_expression("attribute_exists(pk)");
        match step.build() {
            Ok(step) => self.steps.push((name, TransactWriteItem::builder().delete(step).build())),
            Err(error) => self.note(error),
        }
        self
    }

    /// Demands something of a record that the transaction does not change.
    pub fn check(&mut self, name: &'static str, table: Table, key: &Key, condition: &str, values: Vec<(&str, AttributeValue)>) -> &mut Self {
        let mut step = ConditionCheck::builder().table_name(self.db.tables().name(table)).set_key(Some(key.item())).condition_expression(condition);
        for attribute in reserved(condition) {
            step = step.expression_attribute_names(format!("#{attribute}"), attribute);
        }
        for (key, value) in values {
            step = step.expression_attribute_values(key, value);
        }
        match step.build() {
            Ok(step) => self.steps.push((name, TransactWriteItem::builder().condition_check(step).build())),
            Err(error) => self.note(error),
        }
        self
    }

    /// Writes all of it or nothing. Conflicts with others are tried again with full jitter, and only when every reason is none, a
    /// failed condition or a conflict (design, decision 11).
    pub async fn commit(self) -> Result<(), TxError> {
        if let Some(wrong) = self.wrong {
            return Err(wrong.into());
        }
        let (names, items): (Vec<_>, Vec<_>) = self.steps.into_iter().unzip();
        for attempt in 0..TRIES {
            let sent = self.db.client().transact_write_items().set_transact_items(Some(items.clone())).send().await;
            let Err(error) = sent else { return Ok(()) };
            let codes = reasons(&error).unwrap_or_default();
            match verdict(&codes) {
                Verdict::Again => tokio::time::sleep(pause(attempt)).await,
                Verdict::Refused => {
                    let failed = names.iter().zip(&codes).filter(|(_, code)| *code == "ConditionalCheckFailed");
                    return Err(TxError::Refused(failed.map(|(name, _)| *name).collect()));
                }
                Verdict::Broken => return Err(StoreError::sdk("TransactWriteItems", &error).into()),
            }
        }
        Err(StoreError::Busy.into())
    }
}

fn reserved(expression: &str) -> impl Iterator<Item = String> + '_ {
    expression.split('#').skip(1).map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect())
}

fn reasons<R>(error: &SdkError<TransactWriteItemsError, R>) -> Option<Vec<String>> {
    match error {
        SdkError::ServiceError(service) => match service.err() {
            TransactWriteItemsError::TransactionCanceledException(cancelled) => {
                Some(cancelled.cancellation_reasons().iter().map(|r| r.code().unwrap_or("None").to_owned()).collect())
            }
            _ => None,
        },
        _ => None,
    }
}

/// What a cancelled transaction's reasons, one for each step, mean together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// Others were writing the same records: what the conditions say, only the next try tells.
    Again,
    /// Conditions did not hold.
    Refused,
    /// Anything else, or no reason at all: trying at once would make it worse.
    Broken,
}

fn verdict(codes: &[String]) -> Verdict {
    let known = codes.iter().all(|code| matches!(code.as_str(), "None" | "ConditionalCheckFailed" | "TransactionConflict"));
    match codes.iter().any(|code| code == "TransactionConflict") {
        _ if codes.is_empty() || !known => Verdict::Broken,
        true => Verdict::Again,
        false => Verdict::Refused,
    }
}

/// Full jitter: anything from nothing to the bound. The randomness of a fresh hasher is enough to spread callers.
pub(crate) fn pause(attempt: u32) -> Duration {
    use std::hash::{BuildHasher, Hasher, RandomState};
    let bound = FIRST_PAUSE.saturating_mul(1 << attempt.min(10)).min(LONGEST_PAUSE);
    let random = RandomState::new().build_hasher().finish();
    Duration::from_nanos(random % (bound.as_nanos() as u64).max(1))
}

#[cfg(test)]
#[path = "tx/tests.rs"]
mod tests;

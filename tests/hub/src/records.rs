//! Everything the tables hold, for tests that look for what should not be there, or that nothing changed.

use std::collections::{BTreeMap, HashMap};

use aws_sdk_dynamodb::types::AttributeValue;
use store::Table;

use crate::hub::TestHub;

impl TestHub {
    /// Every record of one table: both parts of its key, and the whole record as text.
    ///
    /// # Panics
    /// Where the database doesn't answer.
    pub async fn records(&self, table: Table) -> BTreeMap<String, String> {
        let name = self.db.tables().name(table);
        let mut out = BTreeMap::new();
        let mut after = None;
        loop {
            let page = self.db.client().scan().table_name(&name).set_exclusive_start_key(after).send().await.expect("a scan");
            for item in page.items() {
                let key = ["pk", "sk"].map(|name| item.get(name).and_then(|value| value.as_s().ok()).map_or("", String::as_str));
                out.insert(key.join(" "), in_order(item));
            }
            after = page.last_evaluated_key().cloned();
            if after.is_none() {
                return out;
            }
        }
    }

    /// Every record of all four tables, its key behind the table's name: `hub STORY#… META`.
    pub async fn everything(&self) -> BTreeMap<String, String> {
        let mut out = BTreeMap::new();
        for table in Table::ALL {
            out.extend(self.records(table).await.into_iter().map(|(key, record)| (format!("{} {key}", table.name()), record)));
        }
        out
    }
}

/// A record as text, its attributes in order of name all the way down.
fn in_order(record: &HashMap<String, AttributeValue>) -> String {
    let ordered: BTreeMap<&String, String> = record.iter().map(|(name, value)| (name, value_in_order(value))).collect();
    format!("{ordered:?}")
}

fn value_in_order(value: &AttributeValue) -> String {
    match value {
        AttributeValue::M(record) => in_order(record),
        AttributeValue::L(values) => values.iter().map(value_in_order).collect::<Vec<_>>().join(", "),
        other => format!("{other:?}"),
    }
}

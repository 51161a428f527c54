//! Reading what the store holds after a step: in the process, where its engine is there. Asking over loopback costs more than the
//! step itself does.

use std::collections::HashMap;

use dynoxide::Database;
use dynoxide::actions::query::QueryRequest;
use dynoxide::types::AttributeValue as Attribute;
use serde_json::{Map, Number, Value};
use store::{Db, Table};

/// Before every place of a collection.
pub const BEGINNING: &str = " ";

/// A way to read tables.
pub struct Looking {
    database: Option<Database>,
    db: Db,
}

impl Looking {
    /// Into the tables of `db`, which lie in this engine; one outside is asked as everybody asks it.
    pub fn new(engine: &local::Engine, db: Db) -> Self {
        Self { database: engine.database().cloned(), db }
    }

    /// The records of a collection behind a place, each with its own.
    pub async fn behind(&self, table: Table, pk: &str, place: &str) -> Vec<(String, Value)> {
        let Some(database) = &self.database else {
            let page = self.db.list::<Value>(table, pk, "", 1_000, Some(place), false).await.unwrap();
            assert!(page.more.is_none(), "{pk} is longer than one answer");
            return page.records;
        };
        let values = [(":pk", pk), (":place", place)].map(|(name, value)| (name.to_owned(), Attribute::S(value.to_owned())));
        let request = QueryRequest {
            table_name: self.db.tables().name(table),
            key_condition_expression: Some("pk = :pk AND sk > :place".to_owned()),
            expression_attribute_values: Some(HashMap::from(values)),
            scan_index_forward: true,
            ..QueryRequest::default()
        };
        let answer = database.query(request).unwrap_or_else(|error| panic!("{pk}: {error}"));
        assert!(answer.last_evaluated_key.is_none(), "{pk} is longer than one answer");
        let records = answer.items.unwrap_or_default().into_iter().map(record);
        records.map(|record| (record["sk"].as_str().unwrap_or_default().to_owned(), record)).collect()
    }
}

fn record(item: HashMap<String, Attribute>) -> Value {
    Value::Object(item.into_iter().map(|(name, attribute)| (name, value(attribute))).collect::<Map<_, _>>())
}

/// As records are read everywhere else: without the types that the database keeps beside the values.
fn value(attribute: Attribute) -> Value {
    match attribute {
        Attribute::S(text) => Value::String(text),
        Attribute::N(number) => number.parse::<Number>().map_or(Value::String(number), Value::Number),
        Attribute::BOOL(yes) => Value::Bool(yes),
        Attribute::NULL(_) => Value::Null,
        Attribute::L(all) => Value::Array(all.into_iter().map(value).collect()),
        Attribute::M(map) => record(map),
        other => panic!("the hub keeps nothing like {}", serde_json::to_string(&other).unwrap_or_default()),
    }
}

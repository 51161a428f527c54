//! `docs/data-map.md`, read as a table of everything the hub stores; and what was really stored, in the same shape.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Value, json};

use crate::roles::like;

/// Where records of one kind lie: the table, and the patterns of both keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The table without its prefix.
    pub table: String,
    /// The collection: `EVENT#*`.
    pub pk: String,
    /// The record in it: `REG#*`.
    pub sk: String,
}

/// One entry of the map.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where.
    pub place: Place,
    /// What the lines after the heading say, by their first words.
    pub says: BTreeMap<String, String>,
    /// The attributes, nested ones with dots; `*` stands for names that people or the hub make up.
    pub holds: BTreeSet<String>,
    /// Attributes that only some records have.
    pub sometimes: BTreeSet<String>,
}

impl Entry {
    /// The functions that may read it.
    pub fn readers(&self) -> BTreeSet<String> {
        let says = self.says.get("Read by").map_or("", String::as_str);
        match says.starts_with("nobody") {
            true => BTreeSet::new(),
            false => says.split(", ").map(str::to_owned).collect(),
        }
    }
}

/// The map as it is checked in.
///
/// # Panics
/// Where the file is missing, or a heading does not name a table and two keys.
pub fn map() -> Vec<Entry> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/data-map.md");
    let text = std::fs::read_to_string(file).expect("docs/data-map.md");
    let sections = text.split("\n## ").skip(1);
    sections.map(entry).collect()
}

fn entry(section: &str) -> Entry {
    let (heading, body) = section.split_once('\n').unwrap_or((section, ""));
    let names: Vec<&str> = heading.split('`').skip(1).step_by(2).collect();
    let [table, pk, sk] = names[..] else { panic!("a heading names a table and two keys: {heading}") };
    let mut says = BTreeMap::new();
    for line in body.lines().filter_map(|line| line.strip_prefix("- ")) {
        let (name, rest) = line.split_once(": ").unwrap_or((line, ""));
        says.insert(name.to_owned(), rest.trim_end_matches('.').to_owned());
    }
    let names = |line: &str| says.get(line).map_or("", String::as_str).split('`').skip(1).step_by(2).map(str::to_owned).collect();
    let (holds, sometimes) = (names("Holds"), names("Sometimes"));
    Entry { place: Place { table: table.into(), pk: pk.into(), sk: sk.into() }, says, holds, sometimes }
}

/// What was written, by place.
#[derive(Debug, Default)]
pub struct Written(Mutex<BTreeMap<Place, BTreeSet<String>>>);

impl Written {
    /// Notes what a request writes. `table` gives a table's name without its prefix.
    pub fn note(&self, operation: &str, asked: &Value, table: impl Fn(&str) -> String) {
        let steps: Vec<(&str, &Value)> = match operation {
            "PutItem" => vec![("Put", asked)],
            "UpdateItem" => vec![("Update", asked)],
            "TransactWriteItems" => {
                let all = asked["TransactItems"].as_array().into_iter().flatten();
                all.filter_map(|step| step.as_object()?.iter().next()).map(|(kind, step)| (kind.as_str(), step)).collect()
            }
            _ => return,
        };
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (kind, step) in steps {
            let (key, names) = match kind {
                "Put" => (&step["Item"], paths(&step["Item"])),
                "Update" => (&step["Key"], set_by(step)),
                _ => continue,
            };
            let part = |name: &str| shape(key[name]["S"].as_str().unwrap_or_default());
            let place = Place { table: table(step["TableName"].as_str().unwrap_or_default()), pk: part("pk"), sk: part("sk") };
            noted.entry(place).or_default().extend(names);
        }
    }

    /// All of it.
    pub fn all(&self) -> BTreeMap<Place, BTreeSet<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Where an item of a table lies, and its attributes, as [`Written`] notes them.
pub fn of_item(table: &str, item: &HashMap<String, AttributeValue>) -> (Place, BTreeSet<String>) {
    let part = |name: &str| shape(item.get(name).and_then(|value| value.as_s().ok()).map_or("", String::as_str));
    let asked: serde_json::Map<String, Value> = item.iter().map(|(name, value)| (name.clone(), as_asked(value))).collect();
    (Place { table: table.to_owned(), pk: part("pk"), sk: part("sk") }, paths(&asked.into()))
}

/// A value as requests write it, as far as its shape goes.
fn as_asked(value: &AttributeValue) -> Value {
    match value {
        AttributeValue::M(fields) => json!({ "M": fields.iter().map(|(name, inner)| (name.clone(), as_asked(inner))).collect::<BTreeMap<_, _>>() }),
        AttributeValue::L(items) => json!({ "L": items.iter().map(as_asked).collect::<Vec<_>>() }),
        _ => Value::Null,
    }
}

/// A key as a pattern: what stands before the first `#` stays, and so do names in capitals.
fn shape(key: &str) -> String {
    match key.split_once('#') {
        // Events' pages and stories' pages are for different functions.
        Some(("PAGE", rest)) => format!("PAGE#{}/*", rest.split('/').next().unwrap_or_default()),
        Some((kind, _)) if kind.bytes().all(|b| b.is_ascii_uppercase() || b == b'-') => format!("{kind}#*"),
        None if !key.is_empty() && key.bytes().all(|b| b.is_ascii_uppercase()) => key.to_owned(),
        _ => "*".to_owned(),
    }
}

/// The attributes of an item but its keys, nested ones with dots.
fn paths(item: &Value) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for (name, value) in item.as_object().into_iter().flatten().filter(|(name, _)| !matches!(name.as_str(), "pk" | "sk")) {
        walk(name.clone(), value, &mut out);
    }
    out
}

fn walk(path: String, value: &Value, out: &mut BTreeSet<String>) {
    match (value["M"].as_object(), value["L"].as_array()) {
        (Some(fields), _) if !fields.is_empty() => fields.iter().for_each(|(name, inner)| walk(format!("{path}.{name}"), inner, out)),
        (_, Some(items)) if items.iter().any(|item| item["M"].is_object()) => items.iter().for_each(|item| walk(path.clone(), item, out)),
        _ => {
            out.insert(path);
        }
    }
}

/// The attributes that an update sets.
fn set_by(step: &Value) -> BTreeSet<String> {
    let expression = step["UpdateExpression"].as_str().unwrap_or_default();
    let real = |name: &str| match name.strip_prefix('#') {
        Some(_) => step["ExpressionAttributeNames"][name].as_str().unwrap_or(name).to_owned(),
        None => name.to_owned(),
    };
    let part = |path: &str| path.split('.').map(real).collect::<Vec<_>>().join(".");
    let sets = regex::Regex::new(r"(?:SET|,|ADD)\s+([#\w.]+)\s*(?:=|\s:)").expect("a pattern");
    sets.captures_iter(expression).map(|found| part(&found[1])).collect()
}

/// Whether an attribute is among those that an entry names.
pub fn holds(entry: &Entry, attribute: &str) -> bool {
    entry.holds.iter().chain(&entry.sometimes).any(|named| like(named, attribute))
}

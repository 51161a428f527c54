//! Taking conditions out of a transaction, with the names and values that only they used.

use serde_json::Value;

/// A step of a transaction: which record it is about.
pub struct Step<'a> {
    /// The table's whole name.
    pub table: &'a str,
    /// The record's collection.
    pub pk: &'a str,
    /// Its place in it.
    pub sk: &'a str,
}

const KINDS: [&str; 4] = ["Put", "Update", "Delete", "ConditionCheck"];

/// Takes the conditions of the chosen steps out. A step that is nothing but a condition goes as a whole.
pub(super) fn strip(asked: &mut Value, chosen: fn(&Step<'_>) -> bool) {
    let Some(steps) = asked["TransactItems"].as_array_mut() else { return };
    steps.retain_mut(|step| {
        let Some(kind) = KINDS.into_iter().find(|kind| step.get(kind).is_some()) else { return true };
        let inner = &mut step[kind];
        let keys = if kind == "Put" { &inner["Item"] } else { &inner["Key"] };
        let part = |name: &str| keys[name]["S"].as_str().unwrap_or_default();
        let about = Step { table: inner["TableName"].as_str().unwrap_or_default(), pk: part("pk"), sk: part("sk") };
        if !chosen(&about) {
            return true;
        }
        if let Some(fields) = inner.as_object_mut() {
            fields.remove("ConditionExpression");
        }
        prune(inner, "ExpressionAttributeNames");
        prune(inner, "ExpressionAttributeValues");
        kind != "ConditionCheck"
    });
}

fn prune(step: &mut Value, map: &str) {
    let left = step["UpdateExpression"].as_str().unwrap_or_default().to_owned();
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '#' | ':');
    let used: Vec<&str> = left.split(|c| !part(c)).collect();
    let Some(fields) = step.as_object_mut() else { return };
    if let Some(entries) = fields.get_mut(map).and_then(Value::as_object_mut) {
        entries.retain(|name, _| used.contains(&name.as_str()));
        if entries.is_empty() {
            fields.remove(map);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_condition_goes_with_what_only_it_used() {
        let mut asked = json!({ "TransactItems": [{ "Update": {
            "TableName": "hub", "Key": { "pk": { "S": "EVENT#a" }, "sk": { "S": "PLACES" } },
            "UpdateExpression": "SET #left = #left + :back", "ConditionExpression": "#open = :true AND #left >= :one",
            "ExpressionAttributeNames": { "#left": "left", "#open": "open" },
            "ExpressionAttributeValues": { ":back": { "N": "-1" }, ":one": { "N": "1" }, ":true": { "BOOL": true } }
        } }] });
        strip(&mut asked, |step| step.sk == "PLACES");
        let update = &asked["TransactItems"][0]["Update"];
        assert!(update.get("ConditionExpression").is_none());
        assert_eq!(update["ExpressionAttributeNames"], json!({ "#left": "left" }));
        assert_eq!(update["ExpressionAttributeValues"], json!({ ":back": { "N": "-1" } }));
    }
}

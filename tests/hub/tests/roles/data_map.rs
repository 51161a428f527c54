//! Everything that is stored stands in `docs/data-map.md`, with who may read it: as the template's roles grant it, no more and no less.

use std::collections::BTreeSet;

use hub_tests::TestHub;
use hub_tests::data_map::{Entry, holds, map};
use hub_tests::roles::{FUNCTIONS, Role, calls, like};
use hub_tests::template::Template;
use serde_json::json;

/// What is wrong with the map, by what was written in every journey.
pub(crate) fn gaps(hub: &TestHub) -> Vec<String> {
    let (map, written) = (map(), hub.guards.ledger.written.all());
    let mut wrong = Vec::new();
    for (place, attributes) in &written {
        match map.iter().find(|entry| entry.place == *place) {
            None => wrong.push(format!("no entry: `{}` `{}` `{}` with {attributes:?}", place.table, place.pk, place.sk)),
            Some(entry) => wrong.extend(attributes.iter().filter(|name| !holds(entry, name)).map(|name| format!("{place:?} holds {name} too"))),
        }
    }
    for entry in &map {
        let Some(attributes) = written.get(&entry.place) else {
            wrong.push(format!("nothing of this kind is written: {:?}", entry.place));
            continue;
        };
        let seen = |named: &&String| !attributes.iter().any(|attribute| like(named, attribute));
        wrong.extend(entry.holds.iter().filter(seen).map(|named| format!("{:?} no longer holds {named}", entry.place)));
        wrong.extend(
            ["Why", "Class", "Read by", "Kept", "Holds"]
                .iter()
                .filter(|line| !entry.says.contains_key(**line))
                .map(|line| format!("{:?} does not say: {line}", entry.place)),
        );
        let (says, is) = (entry.readers(), readers(entry));
        if says != is {
            wrong.push(format!("{:?} is read by {is:?}, and the map says {says:?}", entry.place));
        }
    }
    wrong
}

/// The functions whose roles allow them to read records there.
fn readers(entry: &Entry) -> BTreeSet<String> {
    let key = json!({ "S": entry.place.pk.replace('*', "example") });
    let asked = json!({
        "TableName": entry.place.table,
        "Key": { "pk": key.clone() },
        "ExpressionAttributeValues": { ":pk": key },
        "RequestItems": { entry.place.table.clone(): { "Keys": [{ "pk": key }] } },
    });
    let may = |function: &&&str| {
        let role = Role::of(Template::get(), function);
        let reads = ["GetItem", "Query", "BatchGetItem", "Scan"];
        reads.iter().any(|act| calls(act, &asked, str::to_owned).iter().all(|call| role.allowing(call).next().is_some()))
    };
    FUNCTIONS.iter().filter(may).map(|function| (*function).to_owned()).collect()
}

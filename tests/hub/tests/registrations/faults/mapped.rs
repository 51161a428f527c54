//! What the acts on registrations leave behind stands in `docs/data-map.md`, also what no journey under the roles comes by.

use std::collections::BTreeSet;

use hub_tests::data_map::{Entry, holds, map, of_item};
use store::{Key, Table, Tx};

use super::act::ACTS;
use crate::world::World;

/// The kinds of records in the tables, and what of them does not stand in the map.
async fn found(world: &World, map: &[Entry]) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut kinds, mut unmapped) = (BTreeSet::new(), BTreeSet::new());
    for table in [Table::Hub, Table::Confidential, Table::Outbox] {
        let name = world.db.tables().name(table);
        let mut after = None;
        loop {
            let page = world.db.client().scan().table_name(&name).set_exclusive_start_key(after).send().await.unwrap();
            for item in page.items() {
                let (place, attributes) = of_item(table.name(), item);
                let kind = format!("{} {} {}", place.table, place.pk, place.sk);
                let entry = map.iter().find(|entry| entry.place == place);
                let missing = attributes.iter().filter(|name| !entry.is_some_and(|entry| holds(entry, name)));
                unmapped.extend(missing.map(|name| format!("{kind}: {name}")));
                kinds.insert(kind);
            }
            after = page.last_evaluated_key().cloned();
            if after.is_none() {
                break;
            }
        }
    }
    (kinds, unmapped)
}

#[tokio::test]
async fn whatever_the_acts_leave_behind_stands_in_the_data_map() {
    let mut world = World::with_places(Some(2)).await;
    for act in ACTS {
        let stage = act.stage(&mut world).await;
        act.act(&world.registrations, &world.event, &stage).await.unwrap_or_else(|error| panic!("{act:?}: {error}"));
    }
    let (kinds, unmapped) = found(&world, &map()).await;
    for kind in ["hub EVENT#* REG#*", "hub EVENT#* WAIT#*", "hub EVENT#* MESSAGE#*", "confidential ACCESS#* REG#*", "outbox WAITING#* *"] {
        assert!(kinds.contains(kind), "{kind} is not left behind: {kinds:?}");
    }
    assert_eq!(unmapped, BTreeSet::new(), "docs/data-map.md does not tell of them");
}

/// The twin: what the map does not tell of is named.
#[tokio::test]
async fn an_attribute_that_is_in_no_map_is_named() {
    let world = World::with_places(Some(2)).await;
    let mut tx = Tx::new(&world.db);
    let invented = serde_json::json!({ "state": "waiting", "person": { "name": "Ann", "height": "1.70" } });
    tx.put(Table::Hub, &Key::new(format!("EVENT#{}", world.event), "REG#invented"), &invented);
    tx.put(Table::Outbox, &Key::new("INVENTED#1", "META"), &serde_json::json!({ "to": "Ann" }));
    tx.commit().await.unwrap();
    let (_, unmapped) = found(&world, &map()).await;
    assert_eq!(unmapped, BTreeSet::from(["hub EVENT#* REG#*: person.height".to_owned(), "outbox INVENTED#* META: to".to_owned()]));
}

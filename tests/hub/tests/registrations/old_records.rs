//! Records from before groups and held-back places: they load, and people in them are served as before.

use domain::registration::RegistrationState as Is;
use store::{Key, Table, Tx};

use crate::events_world::now;
use crate::world::World;

#[tokio::test]
async fn an_event_booked_before_groups_goes_on() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let ben = world.comes("ben", now()).await;
    let cut = |mut record: serde_json::Value| {
        for newer in [
            "queue",
            "beside",
            "kept_back",
            "kept_used",
            "settings",
            "over",
            "walk_ins",
            "way",
            "places",
            "support",
            "kept",
            "since",
            "expires",
            "pk",
            "sk",
        ] {
            record.as_object_mut().unwrap().remove(newer);
        }
        record
    };
    let pk = format!("EVENT#{}", world.event);
    let mut tx = Tx::new(&world.db);
    for (place, record) in world.db.list::<serde_json::Value>(Table::Hub, &pk, "", 100, None, false).await.unwrap().records {
        if place == "PLACES" || place.starts_with("REG#") || place.starts_with("WAIT#") {
            tx.put(Table::Hub, &Key::new(pk.clone(), place), &cut(record));
        }
    }
    tx.commit().await.unwrap();
    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    assert_eq!(world.state(&ben).await, Is::Offered);
    world.registrations.accept(&world.event, &ben, now()).await.unwrap();
    world.holds_together().await;
}

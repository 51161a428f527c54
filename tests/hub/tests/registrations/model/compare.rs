//! Everything the store holds of an event against what the model says of it.

use domain::ids::RegistrationId;
use domain::registration::model::{Model, Someone};
use domain::registration::{Places, Pool, RegistrationRecord, RegistrationState as Is, Way};
use serde_json::Value;
use store::Table;
use store::outbox::Outbox;

use crate::events_world::now;
use crate::world::World;

/// What differs, in words; none where nothing does. I1, I4 by the counts, I7 by the audit, I2 because it is read from the store.
pub async fn compare(world: &World, model: &Model, ids: &[RegistrationId]) -> Option<String> {
    let all: Vec<Value> = world.db.all(Table::Hub, &format!("EVENT#{}", world.event), "").await.unwrap();
    let of = |kind: &str| -> Vec<&Value> { all.iter().filter(|v| v["sk"].as_str().is_some_and(|sk| sk.starts_with(kind))).collect() };
    let places: Places = serde_json::from_value(of("PLACES")[0].clone()).unwrap();
    let records: Vec<RegistrationRecord> = of("REG#").into_iter().map(|v| serde_json::from_value(v.clone()).unwrap()).collect();
    let audit = of("AUDIT#").len();
    if audit != model.changes {
        return Some(format!("{} changes and {audit} entries in the audit", model.changes));
    }
    if records.len() != model.people.len() {
        return Some(format!("{} registrations, not {}", records.len(), model.people.len()));
    }
    for (id, ours) in ids.iter().zip(&model.people) {
        let Some(theirs) = records.iter().find(|r| &r.id == id) else { return Some(format!("{id} is not in the store")) };
        if let Some(wrong) = person(ours, theirs) {
            return Some(format!("{wrong} differs: the model has {ours:?}, the store {theirs:?}"));
        }
    }
    let waiting: Vec<(u64, &RegistrationRecord)> = records.iter().filter(|r| r.state == Is::Waiting).filter_map(|r| Some((r.turn?, r))).collect();
    if of("WAIT#").len() != waiting.len() {
        return Some(format!("{} turns for {} who wait", of("WAIT#").len(), waiting.len()));
    }
    if places.open != model.open || !places.is_consistent() {
        return Some(format!("the places don't agree with themselves: {places:?}"));
    }
    places.ways().iter().find_map(|way| pool(*way, places.of(*way), model, &records))
}

fn person(ours: &Someone, theirs: &RegistrationRecord) -> Option<&'static str> {
    let pairs = [
        ("the state", ours.state == theirs.state),
        ("the way", ours.way == theirs.party.way),
        ("the ask", ours.ask == theirs.party.ask()),
        ("what is kept", ours.kept == theirs.kept),
        ("the end", ours.until == theirs.until),
        ("coming", ours.came == theirs.came.is_some()),
        ("who it is", ours.erased == theirs.person.contacts().is_empty()),
    ];
    pairs.into_iter().find(|(_, same)| !same).map(|(what, _)| what)
}

fn pool(way: Way, pool: &Pool, model: &Model, records: &[RegistrationRecord]) -> Option<String> {
    let here = || records.iter().filter(|r| r.party.way == way);
    let uses = |r: &&RegistrationRecord| r.state == Is::Confirmed || r.state.holds();
    let taken: u32 = here().filter(uses).map(|r| r.party.places).sum();
    let beside: u32 = here().filter(uses).map(|r| r.party.beside).sum();
    let kept: u32 = here().map(|r| r.kept).sum();
    let counts = (pool.confirmed + pool.held, pool.beside, pool.kept_used, pool.left);
    let counted = (taken, beside, kept, model.left(way));
    (counts != counted || taken != model.taken(way)).then(|| format!("{way:?}: the counts are {counts:?}, counted one by one {counted:?}"))
}

/// Each thing that happened has one message, and nothing else has one (I6). Empties the outbox.
pub async fn messages(world: &World, model: &Model) {
    let outbox = Outbox::new(world.db.clone());
    let waiting = outbox.ready(now(), usize::MAX).await.unwrap();
    assert_eq!(waiting.len(), model.messages, "messages of event {}", world.event);
    let ids: Vec<String> = waiting.into_iter().map(|ready| ready.waiting.id).collect();
    outbox.drop_all(&ids).await.unwrap();
}

//! Everything the store holds of an event against what the model says of it.

use std::collections::BTreeMap;

use domain::ids::RegistrationId;
use domain::registration::model::{Model, Someone};
use domain::registration::{Places, Pool, RegistrationRecord, RegistrationState as Is, Way};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use store::Table;

use super::looking::{BEGINNING, Looking};
use super::post::Post;
use crate::world::World;

/// What was compared so far.
pub struct Compared {
    /// The place of the newest entry in the audit, and how many there are. Entries never change: only what is behind them is read again.
    newest: String,
    entries: usize,
    post: Post,
}

impl Compared {
    pub fn new() -> Self {
        Self { newest: BEGINNING.to_owned(), entries: 0, post: Post::default() }
    }

    /// What differs, in words; none where nothing does. I1, I4 by the counts, I7 by the audit, I6 by the letters, I2 because it is read
    /// from the store. No two steps are of one moment, so that the audit's order is theirs.
    pub async fn differs(&mut self, looking: &Looking, world: &World, model: &mut Model, ids: &[RegistrationId]) -> Option<String> {
        let all = looking.behind(Table::Hub, &format!("EVENT#{}", world.event), &self.newest).await;
        let mut entries = all.iter().filter(|(place, _)| place.starts_with("AUDIT#"));
        self.entries += entries.clone().count();
        if let Some((newest, _)) = entries.next_back() {
            self.newest.clone_from(newest);
        }
        if self.entries != model.changes {
            return Some(format!("{} changes and {} entries in the audit", model.changes, self.entries));
        }
        let needs = looking.behind(Table::Confidential, &format!("ACCESS#{}", world.event), BEGINNING).await;
        standing(all, model, ids).or_else(|| kept(needs, model, ids)).or(self.post.differs(looking, world, model, ids).await)
    }

    /// At the end, whether nothing that was there once has gone since.
    pub async fn at_last(&self, looking: &Looking, world: &World) {
        let all = looking.behind(Table::Hub, &format!("EVENT#{}", world.event), BEGINNING).await;
        let entries = all.iter().filter(|(place, _)| place.starts_with("AUDIT#")).count();
        assert_eq!(entries, self.entries, "the audit of event {}", world.event);
        self.post.empty(looking, world).await;
    }
}

fn standing(all: Vec<(String, Value)>, model: &Model, ids: &[RegistrationId]) -> Option<String> {
    let (mut places, mut records, mut turns) = (None, Vec::<RegistrationRecord>::new(), 0);
    for (place, record) in all {
        match place.split('#').next() {
            Some("PLACES") => places = serde_json::from_value::<Places>(record).ok(),
            Some("REG") => records.push(serde_json::from_value(record).unwrap()),
            Some("WAIT") => turns += 1,
            _ => {}
        }
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
    let waiting = records.iter().filter(|r| r.state == Is::Waiting && r.turn.is_some()).count();
    if turns != waiting {
        return Some(format!("{turns} turns for {waiting} who wait"));
    }
    let Some(places) = places.filter(|places| places.open == model.open && places.is_consistent()) else {
        return Some("the places don't agree with themselves".into());
    };
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
        ("whether there are answers", ours.needs.is_some() == theirs.has_needs),
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

/// Access answers as they lie in the table.
#[derive(Deserialize)]
struct Kept {
    registration: RegistrationId,
    kept_until: Timestamp,
}

/// What would help somebody is there as long as it may be and no longer, for nobody else, and moves with the event.
fn kept(found: Vec<(String, Value)>, model: &Model, ids: &[RegistrationId]) -> Option<String> {
    let kept = found.into_iter().map(|(_, record)| serde_json::from_value::<Kept>(record).unwrap());
    let theirs: BTreeMap<RegistrationId, Timestamp> = kept.map(|kept| (kept.registration, kept.kept_until)).collect();
    let ours: BTreeMap<RegistrationId, Timestamp> = ids.iter().zip(&model.people).filter_map(|(id, s)| Some((id.clone(), s.needs?))).collect();
    (theirs != ours).then(|| format!("access answers are kept until {theirs:?}, not {ours:?}"))
}

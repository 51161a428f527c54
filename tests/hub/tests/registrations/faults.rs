//! What a database far away does now and then: every call of every act is throttled, meets a conflict, or itself on its way a second
//! time, or a database that is broken, is lost before or after it is done, is never answered, gets a list that is cut short, or reads what
//! is no longer true; once, and until the hub gives up. Then the person presses again, and everything must be as if nothing had gone
//! wrong: the same states, the same counts, the same mails, none twice (quality-bar ).

#[path = "faults/act.rs"]
mod act;
#[path = "faults/mapped.rs"]
mod mapped;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::message::Waiting;
use hub_tests::proxy::{Fault, Faults, Rules, everything, third};
use store::Table;
use store::outbox::{SHARDS, WAITING};
use store::registrations::Registrations;

use crate::world::World;
use act::{ACTS, Act};

/// How many events at once: while one waits before it tries again, the others go on.
const LANES: usize = 8;

/// How often a fault strikes: once, which the hub must get over by itself; and until it gives up.
const TIMES: [usize; 2] = [1, 60];

/// How much goes wrong in one run: `HUB_FAULTS`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// `few`: every write's answer is lost. For a database where each call takes long.
    Few,
    /// Not set: a third of what [`Cell::is_usual`], another third each time.
    Third,
    /// `all`: every call goes wrong in every way.
    All,
}

impl Extent {
    fn of_this_run() -> Self {
        match std::env::var("HUB_FAULTS").as_deref() {
            Ok("few") => Self::Few,
            _ if everything() => Self::All,
            _ => Self::Third,
        }
    }

    fn choose(self, mut cells: Vec<Cell>) -> Vec<Cell> {
        match self {
            Self::All => cells,
            Self::Few => {
                cells.retain(|cell| cell.writes && cell.fault == Fault::LostAfter);
                cells
            }
            Self::Third => {
                cells.retain(Cell::is_usual);
                third(cells)
            }
        }
    }
}

/// One thing to go wrong.
#[derive(Clone, Copy, Debug)]
struct Cell {
    act: Act,
    call: usize,
    writes: bool,
    fault: Fault,
    times: usize,
}

impl Cell {
    /// Every write goes wrong in each way and every read is stale, once; what the hub can't get over by itself only where it matters.
    fn is_usual(&self) -> bool {
        match (self.fault, self.times) {
            (Fault::Throttled, _) | (Fault::Broken | Fault::LostBefore | Fault::HangsAfter, 1) | (Fault::LostAfter, 60) => self.writes,
            // Each takes as long as the time limit, and before it is done it is as if it had been lost.
            (Fault::HangsBefore, _) => false,
            (_, times) => times == 1,
        }
    }
}

/// How everything stands: each person, the counts, and who was written to about what.
type Signature = (Vec<String>, String, BTreeMap<String, usize>);

async fn signature(world: &World) -> Signature {
    let mut people = Vec::new();
    for r in world.registrations.of_event(&world.event).await.unwrap() {
        let calls: BTreeSet<String> = r.calls.iter().map(|call| format!("{:?}", call.outcome)).collect();
        people.push(format!("{} {:?} {:?} {:?} {:?} {} {calls:?}", r.person.name, r.person.phone, r.state, r.party, r.came.is_some(), r.has_needs));
    }
    people.sort();
    let places = world.places().await;
    let counts = format!("{:?} {} {}", places.plan(), places.open, places.walk_ins);
    let mut mails = BTreeMap::new();
    let shards = (0..SHARDS).map(|shard| format!("{WAITING}{shard}"));
    let mut all: Vec<Waiting> = Vec::new();
    for shard in shards {
        all.extend(world.db.all::<Waiting>(Table::Outbox, &shard, "").await.unwrap());
    }
    for waiting in all {
        let text = format!("{:?}", waiting.message);
        if text.contains(world.event.as_str()) {
            let kind = text.split([' ', '{']).next().unwrap_or_default();
            *mails.entry(format!("{kind} to {:?}", waiting.to)).or_insert(0) += 1;
        }
    }
    (people, counts, mails)
}

/// The act without any fault: how everything stands afterwards, and the calls it makes.
async fn plain(world: &mut World, faults: &Faults, act: Act) -> (Signature, Vec<String>) {
    let stage = act.stage(world).await;
    faults.arm(Fault::Stale, usize::MAX / 2, 0);
    act.act(&world.registrations, &world.event, &stage).await.unwrap_or_else(|error| panic!("{act:?} without a fault: {error}"));
    let (_, calls) = faults.disarm();
    world.holds_together_after(act.serves_later()).await;
    (signature(world).await, calls)
}

/// The act with a fault, pressed again where it failed. Gives whether the fault struck.
async fn with_fault(world: &mut World, faults: &Faults, cell: Cell, expected: &Signature) -> bool {
    let stage = cell.act.stage(world).await;
    let store = if cell.fault.hangs() { Registrations::new(world.in_a_hurry()) } else { world.registrations.clone() };
    faults.arm(cell.fault, cell.call, cell.times);
    let first = cell.act.act(&store, &world.event, &stage).await;
    let (struck, _) = faults.disarm();
    if let Err(error) = &first {
        cell.act
            .act(&world.registrations, &world.event, &stage)
            .await
            .unwrap_or_else(|again| panic!("{cell:?}: {error}; and pressed again: {again}"));
    }
    // What the hub left for the keeper, the keeper does.
    world.registrations.offer_all(&world.event, act::now()).await.unwrap();
    world.holds_together_after(cell.act.serves_later()).await;
    assert_eq!(&signature(world).await, expected, "{cell:?}, first: {first:?}");
    struck > 0
}

async fn lane() -> (World, Arc<Faults>) {
    let faults = Arc::new(Faults::default());
    (World::unguarded(Some(2), Rules { faults: Some(faults.clone()), ..Rules::default() }).await, faults)
}

#[tokio::test]
async fn whatever_goes_wrong_with_any_call_pressing_again_makes_it_right() {
    let (mut world, faults) = lane().await;
    let mut cells = Vec::new();
    let mut expected = BTreeMap::new();
    let mut sites = BTreeMap::new();
    for act in ACTS {
        let (is, calls) = plain(&mut world, &faults, act).await;
        for (call, operation) in calls.iter().enumerate() {
            *sites.entry(operation.clone()).or_insert(0) += 1;
            let writes = !Fault::Stale.concerns(operation);
            for fault in Fault::ALL.into_iter().filter(|fault| fault.concerns(operation)) {
                cells.extend(TIMES.map(|times| Cell { act, call, writes, fault, times }));
            }
        }
        expected.insert(act, is);
    }
    let extent = Extent::of_this_run();
    let cells = extent.choose(cells);
    println!("{} acts, {} calls ({sites:?}), {} things to go wrong", ACTS.len(), sites.values().sum::<usize>(), cells.len());
    let (cells, expected, next) = (Arc::new(cells), Arc::new(expected), Arc::new(AtomicUsize::new(0)));
    let mut lanes = tokio::task::JoinSet::new();
    for _ in 0..LANES {
        let (cells, expected, next) = (cells.clone(), expected.clone(), next.clone());
        lanes.spawn(async move {
            let (mut world, faults) = lane().await;
            let mut struck = BTreeSet::new();
            while let Some(cell) = cells.get(next.fetch_add(1, Ordering::Relaxed)) {
                let has_struck = with_fault(&mut world, &faults, *cell, &expected[&cell.act]).await;
                // A read that was never made before has nothing stale to answer.
                assert!(has_struck || cell.fault == Fault::Stale, "{cell:?}: the call was not reached");
                if has_struck {
                    struck.insert((cell.act, cell.fault));
                }
            }
            struck
        });
    }
    let struck: BTreeSet<(Act, Fault)> = lanes.join_all().await.into_iter().flatten().collect();
    if extent == Extent::All {
        // What happens to lists and to reads that are stale strikes only where the act makes such calls.
        let anywhere = |fault: &Fault| !matches!(fault, Fault::Stale | Fault::Cut | Fault::Unprocessed);
        for (act, fault) in ACTS.into_iter().flat_map(|act| Fault::ALL.map(|fault| (act, fault))).filter(|(_, fault)| anywhere(fault)) {
            assert!(struck.contains(&(act, fault)), "{fault:?} never struck {act:?}");
        }
    }
}

/// What only reads, and what the matrix does at each act besides.
const NO_ACTS: [&str; 19] = [
    "ahead",
    "at_event",
    "event",
    "for_host",
    "held",
    "held_about",
    "is_over",
    "kept_of",
    "known_for",
    "load",
    "messages",
    "of",
    "of_event",
    "of_one_for_host",
    "offer_all",
    "places",
    "reached",
    "refresh_public_places",
    "sent_before",
];

/// Noting where arranging stands or that a list was taken along changes no registration and no place.
const ELSEWHERE: [&str; 2] = ["arrange", "note_list"];

#[test]
fn every_act_of_the_store_is_one_that_things_go_wrong_with() {
    let store = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../functions/store/src/registrations");
    let (mut folders, mut acts) = (vec![store], BTreeSet::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(path).unwrap();
            let named = text.split("    pub async fn ").skip(1).filter_map(|rest| rest.split(['(', '<']).next());
            acts.extend(named.map(str::to_owned));
        }
    }
    acts.retain(|act| !NO_ACTS.contains(&act.as_str()) && !ELSEWHERE.contains(&act.as_str()));
    assert!(acts.len() >= 18, "the source reads otherwise than this test does: {acts:?}");
    let here = include_str!("faults/act.rs");
    let left_out: Vec<&String> = acts.iter().filter(|act| !here.contains(&format!("store.{act}("))).collect();
    assert!(left_out.is_empty(), "nothing ever goes wrong with {left_out:?}");
}

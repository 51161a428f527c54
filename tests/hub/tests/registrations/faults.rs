//! What a database far away does now and then: every call of every act is throttled, meets a conflict, is lost before or after it is
//! done, or reads what is no longer true; once, and until the hub gives up. Then the person presses again, and everything must be as if
//! nothing had gone wrong: the same states, the same counts, the same mails, none twice (quality-bar ).

#[path = "faults/act.rs"]
mod act;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::message::Waiting;
use hub_tests::Seed;
use hub_tests::proxy::{Fault, Faults, Rules};
use store::Table;
use store::outbox::{SHARDS, WAITING};

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
            Ok("all") => Self::All,
            Ok("few") => Self::Few,
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
                let first = Seed::from_environment().below(3) as usize;
                cells.into_iter().skip(first).step_by(3).collect()
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
            (Fault::Throttled, _) | (Fault::LostBefore, 1) | (Fault::LostAfter, 60) => self.writes,
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
    act.act(world, &stage).await.unwrap_or_else(|error| panic!("{act:?} without a fault: {error}"));
    let (_, calls) = faults.disarm();
    world.holds_together_after(act.serves_later()).await;
    (signature(world).await, calls)
}

/// The act with a fault, pressed again where it failed. Gives whether the fault struck.
async fn with_fault(world: &mut World, faults: &Faults, cell: Cell, expected: &Signature) -> bool {
    let stage = cell.act.stage(world).await;
    faults.arm(cell.fault, cell.call, cell.times);
    let first = cell.act.act(world, &stage).await;
    let (struck, _) = faults.disarm();
    if let Err(error) = &first {
        cell.act.act(world, &stage).await.unwrap_or_else(|again| panic!("{cell:?}: {error}; and pressed again: {again}"));
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
                if with_fault(&mut world, &faults, *cell, &expected[&cell.act]).await {
                    struck.insert((cell.act, cell.fault));
                }
            }
            struck
        });
    }
    let struck: BTreeSet<(Act, Fault)> = lanes.join_all().await.into_iter().flatten().collect();
    if extent == Extent::All {
        // A read that is stale strikes only where the act reads.
        for (act, fault) in ACTS.into_iter().flat_map(|act| Fault::ALL.map(|fault| (act, fault))).filter(|(_, fault)| *fault != Fault::Stale) {
            assert!(struck.contains(&(act, fault)), "{fault:?} never struck {act:?}");
        }
    }
}

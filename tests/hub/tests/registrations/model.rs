//! The store against the reference model: the same random steps to both, everything compared after each (quality-bar R-04), and who
//! was told what.
//!
//! `HUB_MODEL_STEPS` says how many steps (10,000 unless told), `HUB_SEED` repeats a run. What a step costs is the eight or so calls
//! that the store makes for it: what is compared is read in the process, and built with `--release` a million steps take less than
//! an hour.

#[path = "model/compare.rs"]
mod compare;
#[path = "model/dice.rs"]
mod dice;
#[path = "model/drive.rs"]
mod drive;
#[path = "model/looking.rs"]
mod looking;
#[path = "model/moved.rs"]
pub mod moved;
#[path = "model/post.rs"]
mod post;

use std::collections::BTreeMap;

use domain::registration::model::{Model, Step};
use domain::registration::{Plan, PoolPlan};
use hub_tests::Seed;
use jiff::{Timestamp, ToSpan};
use tokio::task::JoinSet;

use crate::events_world::now;
use crate::world::World;
use compare::Compared;
use drive::Drive;
use looking::Looking;

/// How many runs at once, each in an engine of its own: while one waits for the database, the others go on.
const LANES: u64 = 4;

/// How many steps one event sees.
const STEPS_PER_EVENT: usize = 50;

/// How many events lie in one engine. Then it goes, with all that it holds, so that a long run needs no more memory than a short one.
const EVENTS_PER_ENGINE: usize = 100;

/// When the event of [`World`] starts, until it is moved.
fn start() -> Timestamp {
    "2026-11-25T10:00:00Z".parse().unwrap()
}

fn steps() -> usize {
    std::env::var("HUB_MODEL_STEPS").ok().and_then(|text| text.parse().ok()).unwrap_or(10_000)
}

/// What came of a run: how many steps, and how often each thing happened; or the first difference, with everything before it.
type Run = Result<BTreeMap<String, usize>, String>;

async fn run(seed: Seed, steps: usize, in_the_store: fn(Plan) -> Plan) -> Run {
    let (mut events, mut took) = (steps.div_ceil(STEPS_PER_EVENT), BTreeMap::new());
    while events > 0 {
        let engine = local::Engine::memory().unwrap();
        let mut world = World::in_engine(&engine).await;
        let looking = Looking::new(&engine, world.db.clone());
        for _ in 0..events.min(EVENTS_PER_ENGINE) {
            events -= 1;
            let plan = dice::plan(&seed, None);
            world.renew(in_the_store(plan)).await;
            one_event(&seed, &world, &looking, Model::new(plan, start()), &mut took).await?;
        }
        // Before the engine: nobody asks it any more.
        drop((world, looking));
    }
    Ok(took)
}

async fn one_event(seed: &Seed, world: &World, looking: &Looking, mut model: Model, took: &mut BTreeMap<String, usize>) -> Result<(), String> {
    let (mut drive, mut compared, mut at) = (Drive::new(world, model.start), Compared::new(), now());
    let mut told = vec![format!("{:?}", model.plan)];
    for _ in 0..STEPS_PER_EVENT {
        at += (dice::minutes(seed) as i64).minutes();
        // What time alone sets free is given out before the next thing happens; the hub's keeper does so.
        let changes = model.changes;
        model.apply(Step::Open(model.open), at);
        if model.changes > changes {
            world.registrations.offer_all(&world.event, at).await.unwrap();
        }
        let (before, step) = (model.taken_by_way(), dice::step(seed, &model, at));
        told.push(format!("{at} {step:?}"));
        let (ours, theirs) = (model.apply(step, at), drive.apply(step, at).await);
        *took.entry(dice::name(&step, &ours)).or_insert(0) += 1;
        let wrong = (!drive::same(ours, theirs)).then(|| format!("the model says {ours:?}, the store {theirs:?}"));
        let wrong = wrong.or(model.broken(before, at)).or(compared.differs(looking, world, &mut model, &drive.ids).await);
        if let Some(wrong) = wrong {
            return Err(format!("{wrong}, in event {} after:\n{}", world.event, told.join("\n")));
        }
    }
    compared.at_last(looking, world).await;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_store_does_what_the_reference_model_does() {
    let begun = std::time::Instant::now();
    let steps = steps();
    let seed = Seed::from_environment();
    let mut lanes = JoinSet::new();
    for _ in 0..LANES {
        lanes.spawn(run(Seed::new(seed.below(u64::MAX)), steps.div_ceil(LANES as usize), |plan| plan));
    }
    let mut took = BTreeMap::new();
    for (name, times) in lanes.join_all().await.into_iter().flat_map(|run| run.unwrap_or_else(|wrong| panic!("{wrong}"))) {
        *took.entry(name).or_insert(0) += times;
    }
    println!("{steps} steps in {:?}: {took:#?}", begun.elapsed());
    // A run that never gets to something proves nothing about it.
    if steps >= 10_000 {
        for name in [
            "Accept Is",
            "Confirm TooLate",
            "Lapse Is",
            "Resize NoRoom",
            "Move Is",
            "OfferByHand Is",
            "CheckIn Is",
            "Erase Is",
            "Book Known",
            "Needs Is",
            "Support Is",
            "MoveEvent Settled",
            "Plan Settled",
            "Open Settled",
        ] {
            assert!(took.contains_key(name), "no {name} in {took:#?}");
        }
    }
}

/// The twin: a store that is told something else than the model is found out, and soon.
#[tokio::test]
async fn a_store_that_forgets_what_is_held_back_is_found_out() {
    let forgets = |plan: Plan| Plan { room: PoolPlan { kept_back: 0, kept_until: None, ..plan.room }, online: plan.online };
    assert!(run(Seed::new(7), 1_000, forgets).await.is_err(), "the comparison sees nothing");
}

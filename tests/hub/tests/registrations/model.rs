//! The store against the reference model: the same random steps to both, everything compared after each (quality-bar R-04).
//!
//! `HUB_MODEL_STEPS` says how many steps (10,000 unless told), `HUB_SEED` repeats a run.

#[path = "model/compare.rs"]
mod compare;
#[path = "model/dice.rs"]
mod dice;
#[path = "model/drive.rs"]
mod drive;

use std::collections::BTreeMap;

use domain::registration::model::{Model, Step};
use domain::registration::{Plan, PoolPlan};
use hub_tests::Seed;
use jiff::{Timestamp, ToSpan};

use crate::events_world::now;
use crate::world::World;
use compare::compare;
use drive::Drive;

/// How many steps one event sees.
const STEPS_PER_EVENT: usize = 50;

/// When the event of [`World`] starts.
fn start() -> Timestamp {
    "2026-11-25T10:00:00Z".parse().unwrap()
}

fn steps() -> usize {
    std::env::var("HUB_MODEL_STEPS").ok().and_then(|text| text.parse().ok()).unwrap_or(10_000)
}

/// What came of a run: how many steps, and how often each thing happened; or the first difference, with everything before it.
type Run = Result<BTreeMap<String, usize>, String>;

async fn run(seed: &Seed, steps: usize, in_the_store: fn(Plan) -> Plan) -> Run {
    let mut world = World::with_places(None).await;
    let (mut done, mut took) = (0, BTreeMap::new());
    while done < steps {
        let plan = dice::plan(seed, None);
        world.renew(in_the_store(plan)).await;
        let mut drive = Drive::new(&world);
        let mut model = Model::new(plan, start());
        let mut at = now();
        let mut told = Vec::new();
        for _ in 0..STEPS_PER_EVENT {
            at += (dice::minutes(seed) as i64).minutes();
            // What time alone sets free is given out before the next thing happens; the hub's keeper does so.
            let changes = model.changes;
            model.apply(Step::Open(model.open), at);
            if model.changes > changes {
                world.registrations.offer_all(&world.event, at).await.unwrap();
            }
            let (before, step) = (model.taken_by_way(), dice::step(seed, &model));
            told.push(format!("{at} {step:?}"));
            let (ours, theirs) = (model.apply(step, at), drive.apply(step, at).await);
            *took.entry(dice::name(&step, &ours)).or_insert(0) += 1;
            let wrong = (!drive::same(ours, theirs)).then(|| format!("the model says {ours:?}, the store {theirs:?}"));
            let wrong = wrong.or(model.broken(before, at)).or(compare(&world, &model, &drive.ids).await);
            if let Some(wrong) = wrong {
                return Err(format!("{wrong}, in event {} after:\n{plan:?}\n{}", world.event, told.join("\n")));
            }
            done += 1;
        }
        compare::messages(&world, &model).await;
    }
    Ok(took)
}

#[tokio::test]
async fn the_store_does_what_the_reference_model_does() {
    let begun = std::time::Instant::now();
    let steps = steps();
    let seed = Seed::from_environment();
    // Four at a time: while one waits for the database, the others go on.
    let seeds: [Seed; 4] = std::array::from_fn(|_| Seed::new(seed.below(u64::MAX)));
    let [a, b, c, d] = seeds.each_ref().map(|seed| run(seed, steps.div_ceil(4), |plan| plan));
    let (a, b, c, d) = tokio::join!(a, b, c, d);
    let mut took = BTreeMap::new();
    for (name, times) in [a, b, c, d].into_iter().flat_map(|run| run.unwrap_or_else(|wrong| panic!("{wrong}"))) {
        *took.entry(name).or_insert(0) += times;
    }
    println!("{steps} steps in {:?}: {took:#?}", begun.elapsed());
    // A run that never gets to something proves nothing about it.
    if steps >= 10_000 {
        for name in ["Accept Is", "Confirm TooLate", "Lapse Is", "Resize NoRoom", "Move Is", "OfferByHand Is", "CheckIn Is", "Erase Is", "Book Known"]
        {
            assert!(took.contains_key(name), "no {name} in {took:#?}");
        }
    }
}

/// The twin: a store that is told something else than the model is found out, and soon.
#[tokio::test]
async fn a_store_that_forgets_what_is_held_back_is_found_out() {
    let forgets = |plan: Plan| Plan { room: PoolPlan { kept_back: 0, kept_until: None, ..plan.room }, online: plan.online };
    assert!(run(&Seed::new(7), 1_000, forgets).await.is_err(), "the comparison sees nothing");
}

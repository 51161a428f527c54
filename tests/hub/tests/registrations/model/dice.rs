//! Random steps: mostly about somebody who is there, with places scarce enough that people wait.

use domain::registration::model::{LASTS, Model, Outcome, Someone, Step};
use domain::registration::{Ask, Plan, PoolPlan, RegistrationState as Is, Way};
use hub_tests::Seed;
use jiff::{SignedDuration, Timestamp};

use crate::events_world::now;

/// Places of an event; of one that is split where it was.
pub fn plan(seed: &Seed, split: Option<bool>) -> Plan {
    let split = split.unwrap_or_else(|| seed.below(2) == 0);
    Plan { room: pool(seed), online: split.then(|| pool(seed)) }
}

fn pool(seed: &Seed) -> PoolPlan {
    if seed.below(12) == 0 {
        return PoolPlan::default();
    }
    let capacity = seed.below(8) as u32;
    let kept_back = (seed.below(4) as u32).saturating_sub(1).min(capacity);
    let kept_until = (kept_back > 0).then(|| now() + SignedDuration::from_hours(seed.below(400) as i64));
    PoolPlan { capacity: Some(capacity), kept_back, kept_until }
}

/// How long it is until the next thing happens: no two are of one moment.
pub fn minutes(seed: &Seed) -> u64 {
    1 + match seed.below(10) {
        0 => seed.below(60 * 24),
        1..=3 => seed.below(180),
        _ => seed.below(20),
    }
}

/// When the event is to start from now on: in the next three days as often as in the next three weeks.
fn start(seed: &Seed, model: &Model, now: Timestamp) -> Timestamp {
    let hours = 1 + if seed.below(2) == 0 { seed.below(72) } else { seed.below(500) };
    let start = now + SignedDuration::from_hours(hours as i64);
    if start == model.start { start + SignedDuration::from_hours(1) } else { start }
}

/// What happens next.
pub fn step(seed: &Seed, model: &Model, now: Timestamp) -> Step {
    let contact = seed.below(30) as usize;
    if model.people.is_empty() || seed.below(10) < 3 {
        let places = [1, 1, 1, 2, 2, 3, 4][seed.below(7) as usize];
        let way = Way::ALL[seed.below(2) as usize];
        let ask = Ask { places, support: seed.below(3) == 0 };
        return Step::Book { contact, by_mail: !contact.is_multiple_of(3), way, ask, needs: seed.below(3) == 0 };
    }
    let n = seed.below(model.people.len() as u64) as usize;
    // From the start of the event on, who is erased was there all the same, and once it is over nobody gives a place back
    // (registering/counts.rs): the model is about the time before.
    let (has_begun, is_over) = (model.start <= now, model.start + LASTS <= now);
    match seed.below(36) {
        0..=4 => Step::Confirm(n),
        5..=8 if !is_over => Step::Cancel(n),
        9..=12 => Step::Accept(n),
        13 => Step::Decline(n),
        14..=16 => Step::Lapse(n),
        17 | 18 => Step::Resize(n, 1 + seed.below(4) as u32),
        19 | 20 if model.plan.online.is_some() => Step::Move(n),
        21 | 33..=35 => Step::OfferByHand(who_waits_beside_what_is_held_back(model).filter(|_| seed.below(4) > 0).unwrap_or(n)),
        22 => Step::Remove(n),
        23 => Step::CheckIn(n),
        24 if !has_begun => Step::Erase(n),
        25 | 26 => Step::Plan(plan(seed, Some(model.plan.online.is_some()))),
        27 => Step::Open(seed.below(4) > 0),
        28 => Step::MoveEvent(start(seed, model, now)),
        29 | 30 => Step::Needs(n, seed.below(3) > 0),
        31 | 32 => Step::Support(n, seed.below(2) == 0),
        _ => Step::Confirm(n),
    }
}

/// Whoever waits and can get a place that is held back from the host alone: the fewer places they ask for, the likelier there are so many.
fn who_waits_beside_what_is_held_back(model: &Model) -> Option<usize> {
    let waits = |someone: &Someone| someone.state == Is::Waiting && !someone.ask.support;
    let all = model.people.iter().enumerate().filter(|(_, someone)| waits(someone));
    all.min_by_key(|(_, someone)| someone.ask.places).map(|(n, _)| n)
}

/// `Accept Is`: what was done and what came of it.
pub fn name(step: &Step, outcome: &Outcome) -> String {
    let word = |text: String| text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
    format!("{} {}", word(format!("{step:?}")), word(format!("{outcome:?}")))
}

//! The reference model by itself: a hundred thousand random steps, the rules of the design after each.
#![cfg(feature = "model")]

use domain::registration::model::{Model, Outcome, Step};
use domain::registration::{Ask, Plan, PoolPlan, Way};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

fn begin() -> Timestamp {
    "2026-11-01T09:00:00Z".parse().expect("a moment")
}

fn plans() -> impl Strategy<Value = Plan> {
    let pool = || {
        (proptest::option::weighted(0.9, 0u32..9), 0u32..4, 0i64..80).prop_map(|(capacity, kept_back, hours)| PoolPlan {
            capacity,
            kept_back,
            kept_until: Some(begin() + SignedDuration::from_hours(hours)),
        })
    };
    (pool(), proptest::option::of(pool())).prop_map(|(room, online)| Plan { room, online })
}

fn steps() -> impl Strategy<Value = (u8, usize, u32, bool, bool, Plan)> {
    (0u8..30, 0usize..40, 1u32..5, any::<bool>(), any::<bool>(), plans())
}

fn step(of: (u8, usize, u32, bool, bool, Plan), people: usize, split: bool) -> Step {
    let (kind, number, places, one, other, mut plan) = of;
    let n = number % people.max(1);
    if people == 0 || kind < 8 {
        let way = if other { Way::Online } else { Way::Room };
        return Step::Book { contact: number, by_mail: one, way, ask: Ask { places, support: number.is_multiple_of(3) }, needs: places > 2 };
    }
    plan.online = if split { plan.online.or(Some(PoolPlan::default())) } else { None };
    match kind {
        8 | 9 => Step::Confirm(n),
        10 | 11 => Step::Cancel(n),
        12 | 13 => Step::Accept(n),
        14 => Step::Decline(n),
        15 | 16 => Step::Lapse(n),
        17 => Step::Resize(n, places),
        18 => Step::Move(n),
        19 => Step::OfferByHand(n),
        20 => Step::Remove(n),
        21 => Step::CheckIn(n),
        22 => Step::Erase(n),
        23 | 24 => Step::Needs(n, one),
        28 | 29 => Step::Support(n, one),
        25 => Step::MoveEvent(begin() + SignedDuration::from_hours(24 * number as i64 + 1)),
        _ if one => Step::Plan(plan),
        _ => Step::Open(other || places > 1),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]
    #[test]
    fn whatever_happens_the_rules_hold(plan in plans(), acts in proptest::collection::vec((steps(), 0i64..5), 100)) {
        let split = plan.online.is_some();
        let mut model = Model::new(plan, begin() + SignedDuration::from_hours(24 * 20));
        let mut now = begin();
        for (of, hours) in acts {
            now += SignedDuration::from_hours(hours);
            // What time alone sets free is given out before the next thing happens.
            model.apply(Step::Open(model.open), now);
            let (before, changes) = (model.taken_by_way(), model.changes);
            let step = step(of, model.people.len(), split);
            let outcome = model.apply(step, now);
            prop_assert_eq!(model.broken(before, now), None, "after {:?}", step);
            if matches!(outcome, Outcome::NotNow | Outcome::Closed | Outcome::NoRoom | Outcome::Nothing | Outcome::Known) {
                prop_assert_eq!(model.changes, changes, "{:?} was refused and changed something", step);
            }
        }
    }
}

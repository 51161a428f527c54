//! Everything at once: booking, cancelling, time running out, accepting, and the host changing the number of places.

use std::sync::Arc;

use domain::audit::Actor;
use domain::ids::spell;
use domain::registration::{Party, Plan, PoolPlan};
use hub_tests::proxy::Rules;
use jiff::ToSpan;
use rand::{Rng, SeedableRng};
use store::Deed;
use store::registrations::NewRegistration;

use crate::events_world::{now, random};
use crate::world::{World, by_mail};

/// The most places there ever are.
const MOST: u32 = 6;

/// Many people and one host, each doing something at random. Gives the most places that were ever taken.
async fn everything_at_once(world: Arc<World>, seed: u64) -> u32 {
    let mut running = tokio::task::JoinSet::new();
    for task in 0..6u64 {
        let world = world.clone();
        running.spawn(async move {
            let mut dice = rand::rngs::StdRng::seed_from_u64(seed ^ task);
            let (mut mine, mut most) = (Vec::new(), 0);
            for step in 0..25i64 {
                let at = now() + (step * 25).minutes();
                let pick = mine.get(dice.random_range(0..mine.len().max(1))).cloned();
                let (event, store) = (&world.event, &world.registrations);
                match (dice.random_range(0..8), pick) {
                    (0..=2, _) | (_, None) => {
                        let party = Party { places: dice.random_range(1..4), support: dice.random_bool(0.3), ..Party::default() };
                        let new = NewRegistration { party, ..by_mail(&format!("p{task}-{step}")) };
                        mine.push(new.id.clone());
                        drop(world.register(&new, at).await);
                    }
                    (3, Some(id)) => drop(store.confirm(event, &id, at).await),
                    (4, Some(id)) => drop(store.cancel(event, &id, at).await),
                    (5, Some(id)) => drop(store.accept(event, &id, at).await),
                    (6, Some(id)) => drop(store.lapse_if_due(event, &id, at).await),
                    (_, Some(_)) => {
                        let kept_until = Some(now() + 5.hours());
                        let room = PoolPlan { capacity: Some(dice.random_range(3..=MOST)), kept_back: dice.random_range(0..3), kept_until };
                        let deed = Deed { by: Actor::Host, at, mark: spell(&random::<16>()) };
                        drop(store.change_places(event, Plan { room, online: None }, &deed).await);
                    }
                }
                let places = world.places().await;
                most = most.max(places.room.confirmed + places.room.held);
            }
            most
        });
    }
    running.join_all().await.into_iter().max().unwrap_or(0)
}

#[tokio::test]
async fn whatever_comes_at_once_no_place_is_given_that_is_not_there() {
    let seed = u64::from_be_bytes(random());
    println!("seed {seed}");
    let world = Arc::new(World::with_places(Some(4)).await);
    let most = everything_at_once(world.clone(), seed).await;
    assert!(most <= MOST, "{most} places taken of {MOST} at most");
    let later = now() + 11.hours();
    world.registrations.offer_all(&world.event, later).await.unwrap();
    let capacity = world.places().await.room.capacity.unwrap();
    world.holds_together_when_lowered(capacity.max(most)).await;
    assert!(!world.places().await.can_offer(later));
}

#[tokio::test]
async fn without_the_condition_on_places_more_are_given_than_there_ever_are() {
    let rules = Rules { unguarded: Some(|step| step.table.ends_with("hub") && step.sk == "PLACES"), ..Rules::default() };
    let world = Arc::new(World::unguarded(Some(4), rules).await);
    let mut most = 0;
    for round in 0..5 {
        most = everything_at_once(world.clone(), round).await;
        if most > MOST {
            break;
        }
    }
    assert!(most > MOST, "nothing was oversold without the guard: the test above proves nothing ({most})");
}

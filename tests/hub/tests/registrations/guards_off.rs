//! The twins: the same tests with one condition taken out on the way to the database. Each shows the failure that the
//! condition prevents; if one of them finds nothing wrong, its twin proves nothing (quality-bar R-02).

use std::sync::Arc;

use domain::registration::RegistrationState;
use hub_tests::proxy::Rules;
use store::registrations::{Got, RegistrationError};

use crate::events_world::now;
use crate::world::{World, by_mail};

#[tokio::test]
async fn without_the_condition_on_places_the_event_is_oversold() {
    let rules = Rules { unguarded: Some(|step| step.table.ends_with("hub") && step.sk == "PLACES"), ..Rules::default() };
    let world = Arc::new(World::unguarded(Some(5), rules).await);
    let mut running = tokio::task::JoinSet::new();
    for n in 0..100 {
        let world = world.clone();
        running.spawn(async move { world.register(&by_mail(&format!("person{n}")), now()).await.unwrap().got });
    }
    let placed = running.join_all().await.into_iter().filter(|got| *got == Got::Place).count();
    let places = world.places().await;
    assert!(placed > 5 && places.room.held > 5 && places.room.left.unwrap() < 0, "{placed} placed: {places:?}");
}

#[tokio::test]
async fn without_the_condition_on_uniqueness_one_person_has_two_places() {
    let rules = Rules { unguarded: Some(|step| step.pk.starts_with("CONTACT#")), ..Rules::default() };
    let world = World::unguarded(Some(5), rules).await;
    for _ in 0..2 {
        assert!(world.register(&by_mail("ann"), now()).await.unwrap().is_new);
    }
    let all = world.registrations.of_event(&world.event).await.unwrap();
    assert_eq!(all.iter().filter(|r| r.state == RegistrationState::Unconfirmed).count(), 2);
}

#[tokio::test]
async fn without_the_condition_on_form_keys_a_form_is_taken_twice() {
    let rules = Rules { unguarded: Some(|step| step.pk.starts_with("FORM#")), ..Rules::default() };
    let world = World::unguarded(Some(5), rules).await;
    let (ann, mut ben) = (by_mail("ann"), by_mail("ben"));
    ben.form.key = ann.form.key.clone();
    let first = world.register(&ann, now()).await;
    let second = world.register(&ben, now()).await;
    assert!(first.is_ok() && !matches!(second, Err(RegistrationError::FormUsed)), "{second:?}");
    assert_eq!(world.places().await.room.held, 2);
}

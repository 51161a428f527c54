//! Edits are looked through before they go to a story's author.

use domain::staff::Role;
use domain::story::StoryState;
use http::StatusCode;
use store::stories::{ContactChange, Stories};

use super::event_world::week;
use super::waiting;
use super::world::World;

#[tokio::test]
async fn edits_that_could_give_somebody_away_are_held_up_to_the_desk_first() {
    let world = World::new().await;
    let record = waiting::story(&world, &week(), "We made **tea** on Ward 7.", &ContactChange::Keep).await;
    let (edit, version) = (format!("/desk/stories/{}/edit", record.id), record.version.to_string());
    let coordinator = world.account("coordinator@example.org", Role::Coordinator).await;
    let mut browser = world.full(&coordinator).await;
    assert!(!browser.get(&edit).await.body.contains("Your edits could give somebody away"));
    let typed = [("title", "The kettle rule"), ("body", "We made **tea** on Ward 7. Ring 07700 900123."), ("version", &*version)];
    let held = browser.post(&edit, &typed).await;
    assert_eq!(held.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, found) = held.body.split_once("Your edits could give somebody away").expect("it says so");
    assert!(found.contains("07700 900123") && found.contains("name=\"sure\"") && !found.contains("Ward 7"), "{found}");
    let state = async || Stories::new(world.db.clone()).load(&record.id).await.unwrap().unwrap().state;
    assert_eq!(state().await, StoryState::Queued, "nothing went to its author");
    let sure = browser.post(&edit, &[&typed[..], &[("sure", "yes")]].concat()).await;
    assert_eq!((sure.location(), state().await), (&*format!("/desk?story={}", record.id), StoryState::EditsProposed), "{}", sure.body);
}

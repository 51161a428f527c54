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

/// What is said in a film is looked through as the story is, and can't be left empty.
#[tokio::test]
async fn an_edit_of_a_transcript_that_could_give_somebody_away_is_held_up_to_the_desk_first() {
    let world = World::new().await;
    let record = waiting::story(&world, &week(), "We made a film.", &ContactChange::Keep).await;
    let mut film = record.clone();
    for (field, value) in [("kind", "film"), ("transcript", "here"), ("transcript_words", "A nurse: Sit down."), ("link", "example.org/film")] {
        film.answers.set(field, value);
    }
    film.answers.set("link_title", "Watch it");
    film.answers.set("link_length", "12 minutes");
    let mut tx = store::Tx::new(&world.db);
    tx.put(store::Table::Hub, &store::Key::new(format!("STORY#{}", film.id), "META"), &film);
    tx.commit().await.unwrap();
    let (edit, version) = (format!("/desk/stories/{}/edit", film.id), film.version.to_string());
    let coordinator = world.account("coordinator@example.org", Role::Coordinator).await;
    let mut browser = world.full(&coordinator).await;
    let form = browser.get(&edit).await;
    assert!(form.body.contains("The transcript") && form.body.contains("A nurse: Sit down."), "{}", form.body);
    let typed =
        |words: &'static str| [("title", "The kettle rule"), ("body", "We made a film."), ("version", &*version), ("transcript_words", words)];
    let held = browser.post(&edit, &typed("A nurse: Sit down on Ward 7.")).await;
    assert_eq!(held.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, found) = held.body.split_once("Your edits could give somebody away").expect("it says so");
    assert!(found.contains("Ward 7"), "{found}");
    let empty = browser.post(&edit, &typed(" ")).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("#transcript_words"), "{}", empty.body);
    let sent = browser.post(&edit, &typed("A nurse: Please sit down.")).await;
    assert_eq!(sent.location(), format!("/desk?story={}", film.id), "{}", sent.body);
    let waits = Stories::new(world.db.clone()).load(&film.id).await.unwrap().unwrap();
    assert_eq!((waits.state, waits.answers.get("transcript_words")), (StoryState::EditsProposed, "A nurse: Sit down."));
}

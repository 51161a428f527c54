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

/// How somebody who is quoted is named can be changed too, and a quote left out; what it rests on only its author says.
#[tokio::test]
async fn a_quote_and_what_a_link_leads_to_are_edited_too() {
    let world = World::new().await;
    let mut record = waiting::story(&world, &week(), "We made tea.", &ContactChange::Keep).await;
    let quote = [("quote_2", "We were asked."), ("quote_2_as", "named"), ("quote_2_who", "Wren Example"), ("quote_2_basis", "agreed")];
    for (field, value) in quote.into_iter().chain([("link", "example.org/film"), ("link_title", "The film")]) {
        record.answers.set(field, value);
    }
    let mut tx = store::Tx::new(&world.db);
    tx.put(store::Table::Hub, &store::Key::new(format!("STORY#{}", record.id), "META"), &record);
    tx.commit().await.unwrap();
    let (edit, version) = (format!("/desk/stories/{}/edit", record.id), record.version.to_string());
    let coordinator = world.account("coordinator@example.org", Role::Coordinator).await;
    let mut browser = world.full(&coordinator).await;
    let form = browser.get(&edit).await.body;
    for there in ["Quote 2: the words", "We were asked.", "value=\"Wren Example\"", "Link 1: what does it lead to?", "value=\"The film\""] {
        assert!(form.contains(there), "{there}: {form}");
    }
    for missing in ["Quote 1: the words", "name=\"quote_2_basis\"", "name=\"link\"", "Link 2: what"] {
        assert!(!form.contains(missing), "{missing}: {form}");
    }
    let typed = [("title", "The kettle rule"), ("body", "We made tea."), ("version", &*version), ("link_title", "The film")];
    let basis = browser.post(&edit, &[&typed[..], &[("quote_2_basis", "mine")]].concat()).await;
    assert_eq!(basis.status, StatusCode::BAD_REQUEST);
    let nameless = [("quote_2", "We were asked."), ("quote_2_as", "role"), ("quote_2_who", "")];
    let refused = browser.post(&edit, &[&typed[..], &nameless].concat()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("#quote_2_who"), "{}", refused.body);
    let out = browser.post(&edit, &[&typed[..], &[("quote_2", ""), ("quote_2_as", "named"), ("quote_2_who", "Wren Example")]].concat()).await;
    assert_eq!(out.location(), format!("/desk?story={}", record.id), "{}", out.body);
    let waits = Stories::new(world.db.clone()).load(&record.id).await.unwrap().unwrap();
    let whole = waits.edits.as_ref().unwrap().onto(&waits.answers);
    assert!(waits.answers.has("quote_2") && !whole.has("quote_2"), "the quote goes once its author says yes");
}

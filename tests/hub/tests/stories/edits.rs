//! Edits are the author's to answer, by their link or their code, and nothing of them is public without a yes.

use axum::http::StatusCode;
use domain::answers::Answers;
use domain::story::{Basis, EDITABLE, Edits, EditsState, StoryRecord, StoryState, editable};
use store::queue::Queue;
use store::{Key, Table, Tx};

use crate::world::{Page, World, coordinator, key, week};

/// A story that waits for its author's answer to an edit of its text and title.
async fn proposed(world: &mut World, email: &str) -> StoryRecord {
    let record = world.sent("In the big room", email).await;
    let mut typed = Answers::new();
    typed.take(&EDITABLE, &record.answers);
    typed.set("title", "In a room");
    typed.set("body", "I lived there for a year.\n\nThen we *planned* it.");
    let edits = Edits::parse(&typed, &record.answers, &week()).unwrap();
    world.desk.propose_edits(&record, &edits, "The room tells where it was.", &coordinator()).await.unwrap()
}

/// Sends this answer to the edits that a page shows.
async fn say(world: &mut World, of: &StoryRecord, page: &Page, what: &str, more: &[(&str, &str)]) -> Page {
    let version = page.body.split_once("name=\"version\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let fields: Vec<(&str, &str)> = [("do", what), ("version", &*version)].into_iter().chain(more.iter().copied()).collect();
    world.post(&format!("/manage/story/{}/edits", of.id), &fields, &key()).await
}

#[tokio::test]
async fn an_author_sees_each_word_that_goes_and_each_that_comes() {
    let mut world = World::new().await;
    let record = proposed(&mut world, "").await;
    assert!(Queue::new(world.db.clone()).all().await.unwrap().is_empty(), "it waits for its author, not at the desk");
    let here = format!("/manage/story/{}", record.id);
    let state = world.get(&here).await;
    assert!(state.body.contains("Nothing is changed without your yes") && state.body.contains("The room tells"), "{}", state.body);
    let rests = domain::retention::story_rests(StoryState::EditsProposed).unwrap();
    assert!(state.body.contains(&format!("It waits for you for {rests} days")), "{}", state.body);
    let page = world.get(&format!("{here}/edits")).await;
    for seen in [
        "[taken out: </span><del>the big</del>",
        "[put in: </span><ins>a</ins>",
        "<ins>there for a year.</ins>",
        "Yes, use these words",
        "No, keep my own words",
        "Change it in another way",
    ] {
        assert!(page.body.contains(seen), "{seen}: {}", page.body);
    }
    assert!(!page.body.contains("<del>Then") && page.body.contains("Then we *planned* it."), "what stays is not marked");
}

#[tokio::test]
async fn with_a_yes_the_words_are_the_author_s_and_wait_at_the_desk() {
    let mut world = World::new().await;
    let record = proposed(&mut world, "").await;
    let here = format!("/manage/story/{}", record.id);
    let page = world.get(&format!("{here}/edits")).await;
    for _ in 0..2 {
        assert_eq!(say(&mut world, &record, &page, "yes", &[]).await.location, here, "a second press is the first");
    }
    let record = world.load(&record.id).await;
    assert_eq!((record.state, record.answers.get("title")), (StoryState::Queued, "In a room"));
    assert_eq!(record.edits.as_ref().map(|edits| edits.state), Some(EditsState::Agreed));
    assert!(!world.everything(Table::Public).await.contains("In a room"), "a yes is not yet a coordinator's");
    let live = world.publish(&record).await;
    assert_eq!(live.page().unwrap().body, "I lived there for a year.\n\nThen we *planned* it.");
}

#[tokio::test]
async fn with_a_no_the_author_s_own_words_stay() {
    let mut world = World::new().await;
    let record = proposed(&mut world, "").await;
    let page = world.get(&format!("/manage/story/{}/edits", record.id)).await;
    say(&mut world, &record, &page, "no", &[("reply", "It is my room.")]).await;
    let record = world.load(&record.id).await;
    assert_eq!((record.state, record.answers.get("title")), (StoryState::Queued, "In the big room"));
    let edits = record.edits.clone().unwrap();
    assert_eq!((edits.state, edits.reply.as_deref()), (EditsState::Refused, Some("It is my room.")));
    let live = world.publish(&record).await;
    assert_eq!(live.page().unwrap().title, "In the big room");
    assert!(!world.everything(Table::Hub).await.contains("for a year"), "what was refused is kept nowhere");
}

#[tokio::test]
async fn an_author_goes_on_from_the_edits_in_the_form() {
    let mut world = World::new().await;
    let record = proposed(&mut world, "").await;
    let here = format!("/manage/story/{}", record.id);
    let page = world.get(&format!("{here}/edits")).await;
    let on = say(&mut world, &record, &page, "change", &[]).await;
    assert_eq!(on.location, format!("{here}/write"));
    let form = world.get(&on.location).await;
    assert!(form.body.contains("value=\"In a room\"") && form.body.contains("I lived there for a year."), "{}", form.body);
    assert_eq!(world.load(&record.id).await.state, StoryState::ChangesAsked);
}

#[tokio::test]
async fn an_answer_to_edits_that_were_not_shown_is_none() {
    let mut world = World::new().await;
    let record = proposed(&mut world, "").await;
    let here = format!("/manage/story/{}/edits", record.id);
    let older = world.post(&here, &[("do", "yes"), ("version", "1")], &key()).await;
    assert_eq!(older.status, StatusCode::CONFLICT);
    assert_eq!(world.load(&record.id).await.state, StoryState::EditsProposed);
    assert_eq!(world.post(&here, &[("do", "publish"), ("version", "1")], &key()).await.status, StatusCode::BAD_REQUEST);
    world.forget();
    let stranger = world.post(&here, &[("do", "yes"), ("version", &record.version.to_string())], &key()).await;
    assert_eq!(stranger.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn an_author_sees_what_would_become_of_a_quote_and_of_a_link() {
    let mut world = World::new().await;
    let mut record = world.sent("Somebody said", "").await;
    let quote = [("quote_1", "We were asked."), ("quote_1_as", "named"), ("quote_1_who", "Wren Example"), ("quote_1_basis", "agreed")];
    for (field, value) in quote.into_iter().chain([("link", "example.org/film"), ("link_title", "The film about Wren")]) {
        record.answers.set(field, value);
    }
    let mut tx = Tx::new(&world.db);
    tx.put(Table::Hub, &Key::new(format!("STORY#{}", record.id), "META"), &record);
    tx.commit().await.unwrap();
    let mut typed = Answers::new();
    typed.take(&editable(&record.answers), &record.answers);
    for (field, value) in [("quote_1_as", "role"), ("quote_1_who", "a nurse"), ("link_title", "Our film")] {
        typed.set(field, value);
    }
    let edits = Edits::parse(&typed, &record.answers, &week()).unwrap();
    let record = world.desk.propose_edits(&record, &edits, "", &coordinator()).await.unwrap();
    let page = world.get(&format!("/manage/story/{}/edits", record.id)).await;
    for seen in ["<h2>Quote 1</h2>", "We were asked.", "Example</del>", "nurse</ins>", "<h2>Link 1</h2>", "<ins>Our"] {
        assert!(page.body.contains(seen), "{seen}: {}", page.body);
    }
    assert!(!page.body.contains("<h2>Your story</h2>") && !page.body.contains("<h2>Quote 2</h2>"), "what stays is not shown");
    say(&mut world, &record, &page, "yes", &[]).await;
    let live = world.publish(&world.load(&record.id).await).await.page().unwrap();
    assert_eq!((live.quotes[0].words.as_str(), live.quotes[0].who.as_str(), live.quotes[0].basis), ("We were asked.", "a nurse", Basis::Agreed));
    assert_eq!((live.links[0].title.as_str(), live.links[0].url.as_ref().unwrap().as_str()), ("Our film", "https://example.org/film"));
}

#[tokio::test]
async fn without_an_address_the_code_alone_answers() {
    let mut world = World::new().await;
    let record = proposed(&mut world, "").await;
    let shown = world.get(&format!("/manage/story/{}/code", record.id)).await;
    let code = shown.body.split_once("class=\"story-code\"><code>").unwrap().1.split('<').next().unwrap().to_owned();
    world.forget();
    let opened = world.post("/manage/story/code", &[("code", &code)], &key()).await;
    assert!(world.get(&opened.location).await.body.contains("See the edits and answer"));
    let page = world.get(&format!("{}/edits", opened.location)).await;
    say(&mut world, &record, &page, "yes", &[]).await;
    assert_eq!(world.load(&record.id).await.answers.get("title"), "In a room");
}

#[tokio::test]
async fn an_edit_that_changes_nothing_or_breaks_a_rule_is_no_edit() {
    let mut world = World::new().await;
    let record = world.sent("As it was", "").await;
    let mut typed = Answers::new();
    typed.take(&EDITABLE, &record.answers);
    assert_eq!(Edits::parse(&typed, &record.answers, &week()).unwrap_err().0[0].field, "body");
    typed.set("title", "  ");
    assert_eq!(Edits::parse(&typed, &record.answers, &week()).unwrap_err().0[0].field, "title");
    typed.set("title", "Other");
    typed.set("naming", "full-name");
    typed.set("consent_social", "yes");
    let edits = Edits::parse(&typed, &record.answers, &week()).unwrap();
    let after = edits.onto(&record.answers);
    assert_eq!((after.get("naming"), after.ticked("consent_social")), ("nothing", false), "names and consent are not the desk's");
}

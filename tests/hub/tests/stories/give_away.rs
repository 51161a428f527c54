//! What could give somebody away is shown before sending, decided by the author, and told to nobody.

use axum::http::StatusCode;

use crate::world::{Page, World, key};

const TELLING: &str = "I was on Ward 7 with Karen.\n\nRing me on 07700 900123.";

async fn wrote(world: &mut World, body: &str) -> (String, Page) {
    let id = world.written("Told too much", "").await;
    let path = format!("/manage/story/{id}");
    let fields = [("kind", "blog"), ("title", "Told too much"), ("body", body)];
    let saved = world.post(&format!("{path}/write"), &fields, &key()).await;
    (path, saved)
}

#[tokio::test]
async fn a_story_that_tells_too_much_is_shown_back_and_waits_for_a_decision() {
    let mut world = World::new().await;
    let (path, saved) = wrote(&mut world, TELLING).await;
    assert_eq!(saved.location, format!("{path}/give-away"));
    let page = world.get(&saved.location).await;
    for words in
        ["<mark>Ward 7</mark>", "<mark>Karen</mark>", "<mark>07700 900123</mark>", "A phone number", "Whoever reads it can ring that number."]
    {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    assert!(!page.body.contains("checked"), "nothing is ticked beforehand");

    let refused = world.post(&saved.location, &[("keep", "ward:ward 7")], &key()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("go back and change your story"));
    assert_eq!(refused.body.matches(" checked").count(), 1, "what was ticked stays ticked");
    let early = world.post(&format!("{path}/check"), &[], &key()).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.body.contains("Tick what you want to keep") && early.body.contains(&format!("{path}/give-away?from=check#keep")));

    let all = [("keep", "ward:ward 7"), ("keep", "person:karen"), ("keep", "phone:07700 900123")];
    assert_eq!(world.post(&saved.location, &all, &key()).await.location, format!("{path}/consent"));
    assert_eq!(world.post(&format!("{path}/check"), &[], &key()).await.location, format!("{path}/sent"));
}

#[tokio::test]
async fn whoever_changes_it_goes_on_without_being_asked() {
    let mut world = World::new().await;
    let (path, _) = wrote(&mut world, TELLING).await;
    let fields = [("kind", "blog"), ("title", "Told enough"), ("body", "I was on a ward with a nurse.")];
    assert_eq!(world.post(&format!("{path}/write"), &fields, &key()).await.location, format!("{path}/consent"));
    assert_eq!(world.post(&format!("{path}/check"), &[], &key()).await.location, format!("{path}/sent"));
    assert!(world.get(&format!("{path}/give-away")).await.status.is_redirection(), "what was sent is not edited");
}

#[tokio::test]
async fn what_is_written_after_a_decision_is_asked_about_anew() {
    let mut world = World::new().await;
    let (path, saved) = wrote(&mut world, "I was on Ward 7.").await;
    world.post(&saved.location, &[("keep", "ward:ward 7")], &key()).await;
    let fields = [("kind", "blog"), ("title", "Told too much"), ("body", "I was on Ward 7. Write to wren@example.org.")];
    let again = world.post(&format!("{path}/write?from=check"), &fields, &key()).await;
    assert_eq!(again.location, format!("{path}/give-away?from=check"));
    assert!(world.get(&again.location).await.body.contains("<mark>wren@example.org</mark>"));
}

/// Where readers will see what is typed, it is marked while it is typed; without the script the page is whole, and the server asks.
#[tokio::test]
async fn every_page_on_which_an_author_writes_names_the_script_and_works_without_it() {
    let mut world = World::new().await;
    let id = world.written("With a script", "").await;
    let here = format!("/manage/story/{id}");
    for (step, field) in [("naming", "id=\"bio\""), ("write", "id=\"body\"")] {
        let page = world.get(&format!("{here}/{step}")).await;
        assert_eq!(page.body.matches("<script").count(), 1, "{step}: {}", page.body);
        assert!(page.body.contains("<section id=\"give-away\"") && page.body.contains("role=\"status\"") && page.body.contains(field), "{step}");
    }
    assert!(!world.get(&format!("{here}/consent")).await.body.contains("<script"), "nothing there is for readers");

    world.post(&format!("{here}/check"), &[], &key()).await;
    world.publish(&world.load(&id).await).await;
    let update = format!("{here}/update");
    let page = world.get(&update).await;
    assert!(page.body.matches("<script").count() == 1 && page.body.contains("id=\"give-away\"") && page.body.contains("id=\"update\""));
    world.post(&update, &[("update", "We met again.")], &key()).await;
    assert!(!world.get(&update).await.body.contains("<script"), "while one waits there is nothing to write");
}

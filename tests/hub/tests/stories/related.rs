//! What stands under a story to read next: what answers the same question, and nothing that was withdrawn.

use domain::story::StoryRecord;

use crate::about_event::listed;
use crate::world::{World, key};

/// Sends a story about an event, in answer to no question, and publishes it.
async fn told_of(world: &mut World, title: &str, event: &str) -> StoryRecord {
    let id = world.written(title, "").await;
    let path = format!("/manage/story/{id}");
    let words = [("kind", "reflection"), ("title", title), ("body", "We sat down."), ("event", event)];
    let saved = world.post(&format!("{path}/write"), &words, &key()).await;
    assert!(saved.status.is_redirection(), "{}", saved.body);
    let sent = world.post(&format!("{path}/check"), &[], &key()).await;
    assert_eq!(sent.location, format!("{path}/sent"), "{}", sent.body);
    let record = world.load(&id).await;
    world.publish(&record).await
}

#[tokio::test]
async fn two_stories_of_one_event_lead_to_each_other_though_they_answer_no_question() {
    let mut world = World::new().await;
    let (tea, cake) = (listed(&world, "Tea and talk").await, listed(&world, "Tea and cake").await);
    let one = told_of(&mut world, "What tea did", &tea.path()).await;
    let two = told_of(&mut world, "What talk did", &tea.path()).await;
    let other = told_of(&mut world, "What cake did", &cake.path()).await;
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let [first, second, alone] = [&one, &two, &other].map(|record| record.page().unwrap().path());
    for (path, leads_to) in [(&first, &second), (&second, &first)] {
        let page = world.ask_of(&site, path).await;
        let (_, related) = page.split_once("id=\"related\"").unwrap_or_else(|| panic!("{page}"));
        assert!(related.contains(leads_to) && !related.contains(&alone), "{path}: {related}");
    }
    assert!(!world.ask_of(&site, &alone).await.contains("id=\"related\""), "it is alone at its event");
    assert!(world.post(&format!("/manage/story/{}/withdraw", two.id), &[], &key()).await.status.is_redirection());
    assert!(!world.ask_of(&site, &first).await.contains("id=\"related\""), "what was taken back is led to no more");
}

#[tokio::test]
async fn a_story_leads_to_another_that_answers_its_question_until_that_is_withdrawn() {
    let mut world = World::new().await;
    let one = world.sent_for_question("First answer", "2").await;
    let one = world.publish(&one).await;
    let two = world.sent_for_question("Second answer", "2").await;
    let two = world.publish(&two).await;
    let other = world.published("About something else", "").await;
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let path = one.page().unwrap().path();
    let page = world.ask_of(&site, &path).await;
    let (_, related) = page.split_once("id=\"related\"").unwrap_or_else(|| panic!("{page}"));
    assert!(related.contains(&two.page().unwrap().path()) && !related.contains(&other.page().unwrap().path()), "{related}");
    assert!(!related.contains(&format!("href=\"{path}\"")), "not to itself");
    let done = world.post(&format!("/manage/story/{}/withdraw", two.id), &[], &key()).await;
    assert!(done.status.is_redirection());
    let page = world.ask_of(&site, &path).await;
    assert!(!page.contains("Second answer") && !page.contains("id=\"related\""), "{page}");
}

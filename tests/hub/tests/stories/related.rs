//! What stands under a story to read next: what answers the same question, and nothing that was withdrawn.

use crate::world::{World, key};

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

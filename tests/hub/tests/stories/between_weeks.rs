//! A story that is about no week: it says so on its page and in lists, and answers no question of one.

use axum::http::StatusCode;

use crate::world::{World, key};

const WORDS: [(&str, &str); 4] = [("kind", "blog"), ("title", "In February"), ("body", "We sat down."), ("between_weeks", "yes")];

#[tokio::test]
async fn a_story_written_between_weeks_says_so_wherever_it_stands() {
    let mut world = World::new().await;
    let id = world.written("In February", "").await;
    let write = format!("/manage/story/{id}/write");
    let both = world.post(&write, &[&WORDS[..], &[("question", "2")]].concat(), &key()).await;
    assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(both.body.contains("A story that answers a question of the week belongs to that week"), "{}", both.body);
    let saved = world.post(&write, &WORDS, &key()).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    assert!(world.get(&format!("/manage/story/{id}/check")).await.body.contains("No, it belongs between weeks"));
    world.post(&format!("/manage/story/{id}/check"), &[], &key()).await;
    let live = world.publish(&world.load(&id).await).await;
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    for path in [live.page().unwrap().path(), "/scotland/2026/stories".into()] {
        let page = world.ask_of(&site, &path).await;
        assert!(page.contains("In February") && page.contains("Between weeks"), "{path}: {page}");
    }
}

//! What was typed stays as it was typed.

use axum::http::StatusCode;
use store::Table;

use crate::world::{World, key};

#[tokio::test]
async fn what_is_refused_comes_back_as_typed_and_is_saved_all_the_same() {
    let mut world = World::new().await;
    let id = world.written("Kept", "").await;
    let typed = "</textarea><script>alert(1)</script> & \u{201c}50 < 60\u{201d}";
    let refused = world.post(&format!("/manage/story/{id}/write"), &[("kind", "blog"), ("title", ""), ("body", typed)], &key()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Enter a title") && refused.body.contains("<title>Error: "));
    assert!(refused.body.contains("&lt;/textarea>&lt;script>alert(1)&lt;/script> &amp; \u{201c}50 &lt; 60\u{201d}"), "{}", refused.body);
    assert_eq!(world.load(&id).await.answers.get("body"), typed);

    let email =
        world.post(&format!("/manage/story/{id}/consent"), &[("consent_publish", "yes"), ("adult", "yes"), ("email", "wren at home")], &key()).await;
    assert_eq!(email.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(email.body.contains("wren at home"));
    assert!(!world.everything(Table::Hub).await.contains("wren at home"));
}

#[tokio::test]
async fn sixty_thousand_characters_are_taken_and_shown_back() {
    let mut world = World::new().await;
    let id = world.written("Long", "").await;
    let body = "Siân wrote a long line. ".repeat(2_500);
    let body = body.trim();
    let fields = |body| [("kind", "blog"), ("title", "Long"), ("body", body)];
    let saved = world.post(&format!("/manage/story/{id}/write"), &fields(body), &key()).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.location);
    assert!(world.get(&format!("/manage/story/{id}/write")).await.body.contains(body));
    let more = format!("{body} and more");
    let refused = world.post(&format!("/manage/story/{id}/write"), &fields(&more), &key()).await;
    assert!(refused.body.contains("Story must be 60000 characters or fewer"), "{}", &refused.body[..2_000]);
    let huge = "a".repeat(300_000);
    assert_eq!(world.post(&format!("/manage/story/{id}/write"), &fields(&huge), &key()).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_preview_is_what_readers_will_see() {
    let mut world = World::new().await;
    let id = world.written("Seen before", "").await;
    let fields = [("kind", "blog"), ("title", "Seen before"), ("body", "Some *words* <b>here</b>"), ("do", "preview")];
    let preview = world.post(&format!("/manage/story/{id}/write"), &fields, &key()).await;
    assert!(preview.location.ends_with("#preview"));
    let page = world.get(&preview.location).await;
    assert!(page.body.contains("<em>words</em>") && page.body.contains("&lt;b&gt;here&lt;/b&gt;"), "{}", page.body);
}

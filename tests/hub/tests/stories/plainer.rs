//! Plain language is offered beside what could give somebody away, and keeps nobody from sending.

use axum::http::StatusCode;

use crate::world::{World, key};

const OFFERED: &str = "Could some of it be plainer?";

#[tokio::test]
async fn long_sentences_and_long_words_are_offered_and_never_in_the_way() {
    let mut world = World::new().await;
    let id = world.written("Long", "").await;
    let path = format!("/manage/story/{id}");
    let long = format!("We {} until somebody asked why.", "talked and wrote and walked and ".repeat(8));
    let body = format!("{long}\n\nThen we utilised a methodology. Ring me on 07700 900123.");
    let fields = [("kind", "blog"), ("title", "Long"), ("body", body.as_str())];
    let saved = world.post(&format!("{path}/write"), &fields, &key()).await;
    assert_eq!(saved.location, format!("{path}/give-away"));
    let offers = ["You could split this sentence.", "“utilised”", "You could say “used”.", "You could say “method”.", "“We talked and wrote"];
    let beside = world.get(&saved.location).await;
    assert_eq!(beside.status, StatusCode::OK);
    for words in offers.iter().chain(&[OFFERED, "<mark>07700 900123</mark>"]) {
        assert!(beside.body.contains(words), "{words}: {}", beside.body);
    }
    let kept = world.post(&saved.location, &[("keep", "phone:07700 900123")], &key()).await;
    assert_eq!(kept.location, format!("{path}/consent"), "nothing has to be done about an offer");
    let check = world.get(&format!("{path}/check")).await;
    for words in offers.iter().chain(&[OFFERED, "Send my story"]) {
        assert!(check.body.contains(words), "{words}: {}", check.body);
    }
    assert_eq!(world.post(&format!("{path}/check"), &[], &key()).await.location, format!("{path}/sent"));
    let live = world.publish(&world.load(&id).await).await;
    assert_eq!(live.page().unwrap().body, body, "in its author's own words");
}

#[tokio::test]
async fn a_story_full_of_them_is_offered_some_and_a_plain_one_none() {
    let mut world = World::new().await;
    let id = world.written("Plain", "").await;
    let path = format!("/manage/story/{id}");
    assert!(!world.get(&format!("{path}/check")).await.body.contains(OFFERED));
    let full =
        "One two three four five six seven eight nine ten and one two three four five six seven eight nine ten and one two three four five six. ";
    let fields = [("kind", "blog"), ("title", "Plain"), ("body", &full.repeat(100))];
    let saved = world.post(&format!("{path}/write"), &fields, &key()).await;
    assert_eq!(saved.location, format!("{path}/consent"), "no page is about offers alone");
    let check = world.get(&format!("{path}/check")).await;
    assert_eq!(check.body.matches("You could split this sentence.").count(), 12);
    assert!(check.body.contains("And 88 more of this kind.") && check.body.contains("Send my story"), "{}", check.body);
}

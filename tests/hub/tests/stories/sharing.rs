//! A story written, sent, published and read; and what is sent once.

use axum::http::StatusCode;
use domain::ids::{FormKey, Slug};
use domain::story::{StoryState, parse_story};
use store::Table;
use store::outbox::Outbox;
use store::public::AtAddress;
use store::queue::Queue;
use store::stories::StoryError;

use crate::world::{World, author, coordinator, key, now, random, week};

const CANARY: &str = "wren.canary9author@example.org";

#[tokio::test]
async fn a_story_is_written_sent_published_and_read_without_an_address() {
    let mut world = World::new().await;
    let record = world.published("We planned it", "").await;
    assert_eq!(record.state, StoryState::Live);
    assert!(!record.has_contact);
    let slug = record.live.unwrap().slug;
    let Some(AtAddress::Page(page)) = world.public.story(&slug).await.unwrap() else { panic!("there is no page") };
    assert_eq!((page.title.as_str(), page.byline.words()), ("We planned it", None));
    assert_eq!(page.body, "I lived there.\n\nThen we *planned* it.");
    assert_eq!(world.public.story_cards(week().id).await.unwrap().len(), 1);
    assert!(Queue::new(world.db.clone()).all().await.unwrap().is_empty());
    assert!(Outbox::new(world.db.clone()).waiting().await.unwrap().is_empty(), "there is nobody to write to");
}

#[tokio::test]
async fn nothing_is_public_before_it_is_published() {
    let mut world = World::new().await;
    let record = world.sent("Not yet public", "").await;
    assert!(!world.everything(Table::Public).await.contains("Not yet public"));
    world.desk.ask_for_change(&record, "Leave out the street.", &coordinator()).await.unwrap();
    assert!(!world.everything(Table::Public).await.contains("Not yet public"));
    let asked = world.get(&format!("/manage/story/{}", record.id)).await;
    assert!(asked.body.contains("Leave out the street."));
}

#[tokio::test]
async fn the_desk_acts_only_on_what_waits_and_on_what_it_read() {
    let mut world = World::new().await;
    let record = world.sent("Read by two", "").await;
    let details = parse_story(&record.answers, &week(), now()).unwrap();
    let slug = || Slug::random(random());
    world.desk.ask_for_change(&record, "Why then?", &coordinator()).await.unwrap();
    let stale = world.desk.publish(&record, &details, slug(), String::new(), &coordinator()).await;
    assert!(matches!(stale, Err(StoryError::Changed)), "{stale:?}");
    let asked = world.load(&record.id).await;
    let early = world.desk.publish(&asked, &details, slug(), String::new(), &coordinator()).await;
    assert!(matches!(early, Err(StoryError::NotNow(StoryState::ChangesAsked))), "{early:?}");
    let resent = world.post(&format!("/manage/story/{}/check", record.id), &[], &key()).await;
    assert_eq!(resent.location, format!("/manage/story/{}/sent", record.id));
    let again = world.load(&record.id).await;
    world.desk.publish(&again, &details, slug(), String::new(), &coordinator()).await.unwrap();
    let edit = world.post(&format!("/manage/story/{}/write", record.id), &[("title", "Changed after")], &key()).await;
    assert!(edit.body.contains("can’t be changed now"), "{}", edit.body);
    assert!(!world.everything(Table::Public).await.contains("Changed after"));
}

#[tokio::test]
async fn one_form_key_makes_one_draft_and_one_place_in_the_queue() {
    let mut world = World::new().await;
    let begin = key();
    let first = world.post("/share-your-story", &[("week", "scotland/2026")], &begin).await;
    let second = world.post("/share-your-story", &[("week", "scotland/2026")], &begin).await;
    assert_eq!(first.location, second.location);

    let id = world.written("Pressed twice", CANARY).await;
    let (path, send) = (format!("/manage/story/{id}/check"), key());
    for _ in 0..2 {
        assert_eq!(world.post(&path, &[], &send).await.location, format!("/manage/story/{id}/sent"));
    }
    assert_eq!(Queue::new(world.db.clone()).all().await.unwrap().len(), 1);
    assert_eq!(Outbox::new(world.db.clone()).waiting().await.unwrap().len(), 1);
}

#[tokio::test]
async fn two_presses_at_the_same_moment_send_it_once() {
    let mut world = World::new().await;
    let id = world.written("Pressed at once", CANARY).await;
    let record = world.load(&id).await;
    let form = store::form_keys::FormUse { key: FormKey::parse(&key()).unwrap(), hash: "the same".into() };
    let (one, two) = (author(), author());
    let (first, second) = tokio::join!(world.stories.send(&record, &form, &one), world.stories.send(&record, &form, &two));
    assert_eq!((first.unwrap(), second.unwrap()), (id.clone(), id.clone()));
    assert_eq!(world.load(&id).await.version, record.version + 1);
    let other = store::form_keys::FormUse { hash: "something else".into(), ..form };
    assert!(matches!(world.stories.send(&record, &other, &author()).await, Err(StoryError::FormUsed)));
}

#[tokio::test]
async fn answering_a_question_begins_with_that_question() {
    let mut world = World::new().await;
    let start = world.get("/share-your-story?week=scotland/2026&question=2").await;
    assert!(start.body.contains("Who was in the room?") && start.body.contains("name=\"question\" value=\"2\""), "{}", start.body);
    let begun = world.post("/share-your-story", &[("week", "scotland/2026"), ("question", "2")], &key()).await;
    let write = world.get(&begun.location.replace("naming", "write")).await;
    assert!(write.body.contains("name=\"question\" value=\"2\" checked"), "{}", write.body);
    let start = world.get("/share-your-story").await.body;
    for words in ["Are you all right to do this today?", "Samaritans"] {
        assert!(start.contains(words), "{words}: {start}");
    }
    for odd in ["?week=a&week=b", "?question=999", "?week=%00", "?x"] {
        assert_eq!(world.get(&format!("/share-your-story{odd}")).await.status, StatusCode::OK, "{odd}");
    }
}

#[tokio::test]
async fn nothing_is_sent_while_something_is_missing() {
    let mut world = World::new().await;
    let begun = world.post("/share-your-story", &[("week", "scotland/2026")], &key()).await;
    let check = begun.location.replace("naming", "check");
    let shown = world.get(&check).await;
    assert!(shown.body.contains("Before you can send it") && !shown.body.contains("Send my story"));
    assert_eq!(world.post(&check, &[], &key()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(Queue::new(world.db.clone()).all().await.unwrap().is_empty());
}

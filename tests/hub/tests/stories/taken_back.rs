//! A story that its author takes back.

use axum::http::StatusCode;
use domain::message::{Message, Recipient};
use domain::story::StoryState;
use store::Table;
use store::outbox::Outbox;
use store::public::AtAddress;
use store::queue::{Queue, Queued};

use crate::world::{World, key, week};

const CANARY: &str = "wren.canary9author@example.org";

#[tokio::test]
async fn a_withdrawn_story_is_gone_in_one_go_and_leaves_a_tombstone() {
    let mut world = World::new().await;
    let live = world.published("Taken back", CANARY).await;
    let slug = live.live.unwrap().slug;
    let page = world.get(&format!("/manage/story/{}/withdraw", live.id)).await;
    assert!(page.body.contains("What we can’t take back") && page.body.contains("Safety copies of the hub hold it for 35 days more."));
    let done = world.post(&format!("/manage/story/{}/withdraw", live.id), &[], &key()).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert_eq!(world.public.story(&slug).await.unwrap(), Some(AtAddress::Gone));
    assert!(world.public.story_cards(week().id).await.unwrap().is_empty());
    for table in Table::ALL {
        let all = world.everything(table).await;
        assert!(!all.contains("Taken back") && !all.contains("I lived there"), "{table:?} keeps the words");
    }
    assert!(!world.everything(Table::Confidential).await.contains("canary9author"));
    assert!(!world.everything(Table::Hub).await.contains("CONTACT#"));
    let record = world.load(&live.id).await;
    assert_eq!((record.state, record.was_at, record.has_contact), (StoryState::Withdrawn, Some(slug), false));
    let mails = Outbox::new(world.db.clone()).waiting().await.unwrap();
    assert!(mails.iter().any(|m| matches!(m.message, Message::StoryWithdrawn { .. }) && matches!(m.to, Recipient::Address(_))));
    // A second press, and the private link, still end well.
    assert_eq!(world.post(&format!("/manage/story/{}/withdraw", live.id), &[], &key()).await.status, StatusCode::SEE_OTHER);
    assert!(world.get(&format!("/manage/story/{}", live.id)).await.body.contains("Your story is withdrawn"));
}

#[tokio::test]
async fn a_story_that_waits_leaves_the_queue_when_it_is_withdrawn() {
    let mut world = World::new().await;
    let record = world.sent("Second thoughts", "").await;
    let queue = Queue::new(world.db.clone());
    let waiting = queue.all().await.unwrap();
    assert_eq!((waiting.len(), &waiting[0].what, waiting[0].who.as_str()), (1, &Queued::Story(record.id.clone()), ""));
    world.post(&format!("/manage/story/{}/withdraw", record.id), &[], &key()).await;
    assert!(queue.all().await.unwrap().is_empty());
}

/// What backups hold is no secret: the page says how long, and what is kept so that they bring nothing back.
#[tokio::test]
async fn the_privacy_page_says_how_long_safety_copies_hold_what_was_taken_back() {
    let world = World::new().await;
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let page = world.ask_of(&site, "/privacy").await;
    assert!(page.contains("We keep safety copies for 35 days") && page.contains("We keep them for about a year"), "{page}");
}

//! What an author adds to a story that is public: shown after a coordinator's yes, with its month only where its author has no full name.

use axum::http::StatusCode;
use domain::message::Message;
use domain::story::{StoryRecord, UpdateState};
use store::Table;
use store::outbox::Outbox;
use store::queue::Queue;

use crate::world::{World, coordinator, key};

async fn page(world: &World, live: &StoryRecord) -> String {
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    world.ask_of(&site, &live.page().unwrap().path()).await
}

/// Writes an update to a live story. Gives the record with it.
async fn written(world: &mut World, live: &StoryRecord, words: &str) -> StoryRecord {
    let sent = world.post(&format!("/manage/story/{}/update", live.id), &[("update", words)], &key()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    world.load(&live.id).await
}

#[tokio::test]
async fn an_update_is_shown_once_a_coordinator_has_said_yes_with_its_month_only() {
    let mut world = World::new().await;
    let live = world.published("Updated", "wren@example.org").await;
    let here = format!("/manage/story/{}", live.id);
    assert!(world.get(&here).await.body.contains("Add an update to your story"));
    let waits = written(&mut world, &live, "We met again <b>twice</b>.").await;
    assert!(!page(&world, &live).await.contains("We met again") && !world.everything(Table::Public).await.contains("We met again"));
    assert_eq!(Queue::new(world.db.clone()).all().await.unwrap()[0].title, "Update to: Updated");
    assert!(world.get(&format!("{here}/update")).await.body.contains("A coordinator reads your update"), "one at a time");
    let second = world.post(&format!("{here}/update"), &[("update", "Another.")], &key()).await;
    assert!(second.body.contains("can’t be changed now"), "{}", second.body);

    let shown = world.desk.show_update(&waits, "I lived there.".into(), &coordinator()).await.unwrap();
    let public = page(&world, &live).await;
    assert!(public.contains("Updates by its author") && public.contains("We met again &lt;b&gt;twice&lt;/b&gt;."), "{public}");
    assert!(public.contains("<h3>November 2026</h3>") && !public.contains("25 November"), "{public}");
    assert!(!world.everything(Table::Public).await.contains("2026-11-25"), "the public table knows the month only");
    assert!(Queue::new(world.db.clone()).all().await.unwrap().is_empty());
    assert_eq!(world.public.story_cards(live.week).await.unwrap()[0].excerpt, "I lived there.");
    let mails = Outbox::new(world.db.clone()).waiting().await.unwrap();
    assert!(mails.iter().any(|mail| mail.message == Message::StoryUpdateRead { story: live.id.clone() }));

    let again = world.desk.show_update(&waits, String::new(), &coordinator()).await;
    assert!(again.is_err() && shown.waiting_update().is_none(), "on an older version nothing is done");
    world.post(&format!("{here}/withdraw"), &[], &key()).await;
    for table in Table::ALL {
        assert!(!world.everything(table).await.contains("We met again"), "{table:?} keeps the words");
    }
}

#[tokio::test]
async fn what_could_give_somebody_away_is_asked_about_and_a_reason_comes_back() {
    let mut world = World::new().await;
    let live = world.published("Asked about", "").await;
    let path = format!("/manage/story/{}/update", live.id);
    let found = world.post(&path, &[("update", "Ring 07700 900123.")], &key()).await;
    assert_eq!(found.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(found.body.contains("<mark>07700 900123</mark>") && found.body.contains("Send it with these words"), "{}", found.body);
    let kept = world.post(&path, &[("update", "Ring 07700 900123."), ("sure", "yes")], &key()).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    let waits = world.load(&live.id).await;
    world.desk.decline_update(&waits, "The number is somebody’s own.", &coordinator()).await.unwrap();
    let told = world.get(&path).await;
    assert!(told.body.contains("The number is somebody’s own.") && told.body.contains("Send my update"), "{}", told.body);
    assert_eq!(world.load(&live.id).await.updates[0].state, UpdateState::Declined);
    assert!(!page(&world, &live).await.contains("07700"));
}

#[tokio::test]
async fn a_full_name_has_the_day_and_a_draft_has_no_updates() {
    let mut world = World::new().await;
    let id = world.written("Named", "").await;
    let early = world.post(&format!("/manage/story/{id}/update"), &[("update", "Too early.")], &key()).await;
    assert!(early.body.contains("can’t be changed now"), "{}", early.body);
    world.post(&format!("/manage/story/{id}/naming"), &[("naming", "full-name"), ("shown_name", "Ann Example")], &key()).await;
    world.post(&format!("/manage/story/{id}/check"), &[], &key()).await;
    let live = world.publish(&world.load(&id).await).await;
    let waits = written(&mut world, &live, "It goes on.").await;
    world.desk.show_update(&waits, String::new(), &coordinator()).await.unwrap();
    assert!(page(&world, &live).await.contains("<h3>Wednesday 25 November 2026</h3>"));
}

//! Why a story was declined: in the desk's own words, with the record, for its author alone, until it is erased.

use domain::story::{StoryRecord, StoryState};
use store::Table;

use crate::world::{World, coordinator, key};

const WHY: &str = "We can’t print what the court has not decided yet. Write again in spring.";

#[tokio::test]
async fn an_author_reads_by_their_code_why_their_story_was_declined() {
    let mut world = World::new().await;
    let record = world.sent("Declined kindly", "").await;
    let sent = world.get(&format!("/manage/story/{}/sent", record.id)).await.body;
    let code = sent.split_once("class=\"story-code\"><code>").unwrap().1.split('<').next().unwrap().to_owned();
    world.desk.decline(&record, WHY, &coordinator()).await.unwrap();
    let kept = world.load(&record.id).await;
    assert_eq!((kept.state, kept.desk_words.as_deref()), (StoryState::Declined, Some(WHY)));
    world.forget();
    let opened = world.post("/manage/story/code", &[("code", &code)], &key()).await;
    let page = world.get(&opened.location).await.body;
    assert!(page.contains("have decided not to publish your story") && page.contains(WHY), "{page}");
    for table in [Table::Public, Table::Outbox, Table::Confidential] {
        assert!(!world.everything(table).await.contains("the court has not decided"), "{table:?} holds the reason");
    }
    world.post(&format!("{}/withdraw", opened.location), &[], &key()).await;
    assert!(!world.everything(Table::Hub).await.contains("the court has not decided"), "it goes with the story");
}

/// What is with the desk, declined or taken off is still its author's: they can read and copy it, without an address, on any device.
#[tokio::test]
async fn an_author_reads_their_own_words_wherever_their_story_stands() {
    let mut world = World::new().await;
    let [declined, live] = [world.sent("Not now", "").await, world.sent("Own words", "").await];
    let shown = async |world: &mut World, of: &StoryRecord| {
        let page = world.get(&format!("/manage/story/{}", of.id)).await.body;
        page.contains("What you wrote") && page.contains("I lived there.") && page.contains("Then we *planned* it.")
    };
    assert!(shown(&mut world, &live).await, "while it is with the coordinators");
    world.desk.decline(&declined, WHY, &coordinator()).await.unwrap();
    assert!(shown(&mut world, &declined).await, "once it is declined");
    let live = world.publish(&live).await;
    assert!(!shown(&mut world, &live).await, "a public story has a page of its own");
    world.desk.take_down(&live, "It names a child.", &coordinator()).await.unwrap();
    assert!(shown(&mut world, &live).await, "once it is taken off");
    world.post(&format!("/manage/story/{}/withdraw", live.id), &[], &key()).await;
    assert!(!shown(&mut world, &live).await);
}

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

/// Everything that was typed: what stands around the story, and what came later.
#[tokio::test]
async fn of_a_story_that_is_taken_off_its_author_reads_every_word() {
    let mut world = World::new().await;
    let id = world.written("Every word", "").await;
    let here = format!("/manage/story/{id}");
    let naming = [("naming", "pen-name"), ("shown_name", "Heron"), ("on_behalf", "the Tuesday Group"), ("about", "a walk"), ("bio", "I walk a lot.")];
    let words =
        [("kind", "blog"), ("question", ""), ("title", "Every word"), ("body", "The first of them."), ("content_note", "It has a storm in it.")];
    let quote = [("quote_1", "We were asked."), ("quote_1_as", "nobody"), ("quote_1_basis", "mine")];
    let call = [("call", "read-more"), ("call_words", "Read on there"), ("call_link", "https://example.org/more")];
    let link = [("link", "example.org/report"), ("link_title", "The whole report")];
    let written = [&words[..], &quote, &call, &link].concat();
    for (step, fields) in [("naming", &naming[..]), ("write", &written[..])] {
        let saved = world.post(&format!("{here}/{step}"), fields, &key()).await;
        assert!(saved.status.is_redirection(), "{step}: {}", saved.body);
    }
    let sent = world.post(&format!("{here}/check"), &[], &key()).await;
    assert_eq!(sent.location, format!("{here}/sent"), "{}", sent.body);
    world.publish(&world.load(&id).await).await;
    world.post(&format!("{here}/update"), &[("update", "We met again.")], &key()).await;
    let live = world.desk.show_update(&world.load(&id).await, "The first of them.".into(), &coordinator()).await.unwrap();
    world.desk.take_down(&live, "It names a child.", &coordinator()).await.unwrap();
    let page = world.get(&here).await.body;
    let (_, theirs) = page.split_once("What you wrote").expect("they can read it");
    for part in [
        "Every word",
        "It has a storm in it.",
        "The first of them.",
        "We were asked.",
        "Read on there",
        "The whole report",
        "I walk a lot.",
        "the Tuesday Group",
        "a walk",
        "We met again.",
    ] {
        assert!(theirs.contains(&format!("<p class=\"as-typed\">{part}</p>")), "{part}: {theirs}");
    }
}

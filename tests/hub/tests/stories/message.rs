//! Readers write to whoever stands behind a story: through the hub, to an address that nobody sees, for as long as the story is there.

use axum::http::StatusCode;
use domain::message::{Message, Recipient};
use domain::story::StoryRecord;
use jiff::SignedDuration;
use store::Table;
use store::outbox::Outbox;

use crate::world::{Page, World, key};

const ADDRESS: &str = "group.canaryrelay@example.org";
const WORDS: [(&str, &str); 3] = [("kind", "blog"), ("title", "Come along"), ("body", "We sat down.")];
const ASKS: [(&str, &str); 3] = [("call", "take-part"), ("call_words", "Come on Tuesday"), ("call_email", ADDRESS)];

async fn write(world: &mut World, path: &str, asks: &[(&str, &str)]) -> Page {
    world.post(&format!("{path}/write"), &[&WORDS[..], asks].concat(), &key()).await
}

/// A live story that asks its readers this, until a day.
async fn asking(world: &mut World, asks: &[(&str, &str)], until: &[(&str, &str)]) -> StoryRecord {
    let id = world.written("Come along", "").await;
    let path = format!("/manage/story/{id}");
    let saved = write(world, &path, asks).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    world.post(&format!("{path}/consent"), &[&[("consent_publish", "yes"), ("adult", "yes")][..], until].concat(), &key()).await;
    world.post(&format!("{path}/check"), &[], &key()).await;
    world.publish(&world.load(&id).await).await
}

fn form_of(live: &StoryRecord) -> String {
    format!("{}/message", live.page().unwrap().path())
}

fn mark_on(page: &Page) -> String {
    page.body.split_once("name=\"shown\" value=\"").expect("the form has a mark").1.split('"').next().unwrap().to_owned()
}

/// Opens the form, reads it for so many seconds, and sends it.
async fn writes(world: &mut World, path: &str, seconds: i64, form: &str, more: &[(&str, &str)]) -> Page {
    let mark = mark_on(&world.get(path).await);
    world.at(world.context.now() + SignedDuration::from_secs(seconds));
    let fields = [("words", "May I bring my sister?"), ("reach", "reader@example.org"), ("shown", mark.as_str())];
    world.post(path, &[&fields[..], more].concat(), form).await
}

#[tokio::test]
async fn a_message_waits_for_the_mailer_and_the_address_lies_in_the_confidential_table_alone() {
    let mut world = World::new().await;
    let live = asking(&mut world, &ASKS, &[]).await;
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let page = world.ask_of(&site, &live.page().unwrap().path()).await;
    let path = form_of(&live);
    assert!(page.contains("Take part") && page.contains("Come on Tuesday") && page.contains(&format!("href=\"{path}\"")), "{page}");
    assert!(!page.contains("canaryrelay") && !world.get(&path).await.body.contains("canaryrelay"));
    for table in [Table::Hub, Table::Public, Table::Outbox] {
        assert!(!world.everything(table).await.contains("canaryrelay"), "{table:?} knows the address");
    }
    assert!(world.everything(Table::Confidential).await.contains("canaryrelay"));
    assert!(!world.everything(Table::Public).await.contains(live.id.as_str()), "nothing public leads to the private record");

    let form = key();
    let first = writes(&mut world, &path, 20, &form, &[]).await;
    assert_eq!(first.location, format!("{path}/sent"), "{}", first.body);
    assert_eq!(writes(&mut world, &path, 20, &form, &[]).await.location, format!("{path}/sent"), "pressed twice");
    let waiting = Outbox::new(world.db.clone()).waiting().await.unwrap();
    let relay = live.relay().unwrap();
    assert!(matches!(&waiting[..], [one] if one.to == Recipient::Relay(relay.clone())), "{waiting:?}");
    assert!(matches!(&waiting[0].message, Message::FromReader { words, reach: Some(_), .. } if words == "May I bring my sister?"));
    for table in [Table::Hub, Table::Public, Table::Confidential] {
        let all = world.everything(table).await;
        assert!(!all.contains("my sister") && !all.contains("reader@example.org"), "{table:?} keeps the message");
    }
}

#[tokio::test]
async fn whoever_is_too_quick_sees_their_message_once_more_and_loses_nothing() {
    let mut world = World::new().await;
    let live = asking(&mut world, &ASKS, &[]).await;
    let path = form_of(&live);
    for seconds in [0, 2, 90_000] {
        let again = writes(&mut world, &path, seconds, &key(), &[]).await;
        assert_eq!(again.status, StatusCode::OK);
        assert!(again.body.contains("Look at your message once more") && again.body.contains("May I bring my sister?"), "{}", again.body);
        assert!(Outbox::new(world.db.clone()).waiting().await.unwrap().is_empty(), "nothing is sent yet");
        let mark = mark_on(&again);
        let sent = world.post(&path, &[("words", "May I bring my sister?"), ("shown", &mark)], &key()).await;
        assert_eq!(sent.location, format!("{path}/sent"), "the second time it goes as quickly as they like");
        let outbox = Outbox::new(world.db.clone());
        for waiting in outbox.waiting().await.unwrap() {
            outbox.drop_untrue(&waiting.id).await.unwrap();
        }
    }
    let trapped = writes(&mut world, &path, 20, &key(), &[("website", "https://spam.example")]).await;
    assert_eq!(trapped.location, format!("{path}/sent"), "a program is told nothing");
    assert!(Outbox::new(world.db.clone()).waiting().await.unwrap().is_empty());
    let empty = world.post(&path, &[("words", " "), ("reach", "at home")], &key()).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("Write your message") && empty.body.contains("value=\"at home\""), "{}", empty.body);
}

#[tokio::test]
async fn one_network_sends_so_many_an_hour_and_no_more() {
    let mut world = World::new().await;
    let live = asking(&mut world, &ASKS, &[]).await;
    let path = form_of(&live);
    let mut answers = Vec::new();
    for _ in 0..11 {
        answers.push(writes(&mut world, &path, 4, &key(), &[]).await.status);
    }
    assert_eq!((answers[9], answers[10]), (StatusCode::SEE_OTHER, StatusCode::TOO_MANY_REQUESTS));
}

#[tokio::test]
async fn once_it_is_taken_back_or_its_time_is_over_nobody_can_write() {
    let mut world = World::new().await;
    let until = [("consent_until", "date"), ("day", "30"), ("month", "11"), ("year", "2026")];
    let (back, over) = (asking(&mut world, &ASKS, &[]).await, asking(&mut world, &ASKS, &until).await);
    world.post(&format!("/manage/story/{}/withdraw", back.id), &[], &key()).await;
    let kept = world.everything(Table::Confidential).await;
    assert!(!kept.contains(back.relay().unwrap().as_str()) && kept.contains(over.relay().unwrap().as_str()), "{kept}");
    world.at("2026-12-01T09:00:00Z".parse().unwrap());
    for gone in [&back, &over] {
        let path = form_of(gone);
        let sent = world.post(&path, &[("words", "May I?")], &key()).await;
        for answer in [world.get(&path).await, sent] {
            assert_eq!(answer.status, StatusCode::GONE);
            assert!(answer.body.contains("This page was withdrawn") && !answer.body.contains("Come along"), "{}", answer.body);
        }
    }
    assert!(Outbox::new(world.db.clone()).waiting().await.unwrap().is_empty());
}

#[tokio::test]
async fn an_author_ends_messages_and_the_story_stays() {
    let mut world = World::new().await;
    let live = asking(&mut world, &ASKS, &[]).await;
    let here = format!("/manage/story/{}", live.id);
    assert!(world.get(&here).await.body.contains("End messages from readers"));
    for _ in 0..2 {
        assert_eq!(world.post(&format!("{here}/messages"), &[], &key()).await.location, here);
    }
    assert!(!world.everything(Table::Confidential).await.contains("canaryrelay"));
    let closed = world.get(&form_of(&live)).await;
    assert!(closed.body.contains("takes no messages") && closed.body.contains(&live.page().unwrap().path()), "{}", closed.body);
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let page = world.ask_of(&site, &live.page().unwrap().path()).await;
    assert!(page.contains("We sat down.") && !page.contains("Come on Tuesday"), "{page}");
}

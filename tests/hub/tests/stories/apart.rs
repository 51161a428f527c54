//! Who wrote it is kept apart from what they wrote.

use axum::http::StatusCode;
use domain::message::Recipient;
use domain::story::StoryState;
use store::Table;
use store::outbox::Outbox;
use store::stories::AuthorAddresses;

use crate::world::{World, key, link_on, now};

const CANARY: &str = "wren.canary9author@example.org";

#[tokio::test]
async fn an_author_is_found_nowhere_but_in_their_own_confidential_record() {
    let mut world = World::new().await;
    let record = world.published("Found nowhere", CANARY).await;
    for table in [Table::Hub, Table::Public, Table::Outbox] {
        let all = world.everything(table).await;
        assert!(!all.contains("canary9author"), "{table:?} knows the author");
    }
    assert!(world.everything(Table::Confidential).await.contains("canary9author"));
    assert_eq!(AuthorAddresses::new(world.db.clone()).of(&record.id).await.unwrap().unwrap().as_str(), CANARY);
    let mails = Outbox::new(world.db.clone()).waiting().await.unwrap();
    assert_eq!(mails.len(), 2);
    assert!(mails.iter().all(|mail| mail.to == Recipient::Author(record.id.clone())));
}

#[tokio::test]
async fn no_table_tells_the_hour_of_a_story_and_no_public_one_the_day() {
    let mut world = World::new().await;
    let record = world.published("No clock", CANARY).await;
    for table in Table::ALL {
        let all = world.everything(table).await;
        assert!(!all.contains("14:31"), "{table:?} tells the hour");
        assert!(!all.contains(&format!("{}", now().as_second())), "{table:?} tells the second");
    }
    let public = world.everything(Table::Public).await.replace("2026-11-29", "").replace("2026-11-23", "");
    assert!(!public.contains("2026-11-25") && public.contains("2026-11-01"), "the public table knows the month only");
    assert!(!public.contains(record.id.as_str()), "the public table does not know the private id");
}

#[tokio::test]
async fn whoever_wants_no_name_leaves_none() {
    let mut world = World::new().await;
    let id = world.written("Nameless", "").await;
    let path = format!("/manage/story/{id}/naming");
    world.post(&path, &[("naming", "first-name"), ("shown_name", "Quillfeather")], &key()).await;
    assert!(world.everything(Table::Hub).await.contains("Quillfeather"));
    world.post(&path, &[("naming", "nothing"), ("shown_name", "Quillfeather")], &key()).await;
    assert!(!world.everything(Table::Hub).await.contains("Quillfeather"));
}

#[tokio::test]
async fn the_private_link_opens_by_a_button_and_nothing_else_does() {
    let mut world = World::new().await;
    let record = world.sent("Behind a link", "").await;
    let sent = world.get(&format!("/manage/story/{}/sent", record.id)).await;
    assert!(sent.body.contains("the only way back"));
    let link = link_on(&sent);
    world.forget();
    assert_eq!(world.get(&format!("/manage/story/{}", record.id)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(world.post(&format!("/manage/story/{}/withdraw", record.id), &[], &key()).await.status, StatusCode::FORBIDDEN);
    assert_eq!(world.get(&link).await.status, StatusCode::OK);
    assert_eq!(world.get(&format!("/manage/story/{}", record.id)).await.status, StatusCode::FORBIDDEN, "looking opens nothing");
    assert_eq!(world.get(&format!("{link}x")).await.status, StatusCode::NOT_FOUND);
    let opened = world.post(&link, &[], &key()).await;
    assert_eq!(opened.location, format!("/manage/story/{}", record.id));
    assert!(world.get(&opened.location).await.body.contains("Behind a link"));
}

#[tokio::test]
async fn an_address_taken_out_is_gone_everywhere() {
    let mut world = World::new().await;
    let id = world.written("Second thoughts", CANARY).await;
    let consent = format!("/manage/story/{id}/consent");
    assert!(world.get(&consent).await.body.contains(CANARY), "its author sees it");
    assert!(world.everything(Table::Hub).await.contains("CONTACT#"));
    world.post(&consent, &[("consent_publish", "yes"), ("adult", "yes"), ("email", "")], &key()).await;
    assert!(!world.everything(Table::Confidential).await.contains("canary9author"));
    assert!(!world.everything(Table::Hub).await.contains("CONTACT#"));
    assert!(!world.load(&id).await.has_contact);
}

/// Somebody else may come to read their mail long after a story was sent.
#[tokio::test]
async fn an_author_changes_or_deletes_their_address_wherever_their_story_stands() {
    let mut world = World::new().await;
    let sent = world.sent("Still reached", CANARY).await;
    let live = world.publish(&sent).await;
    let here = format!("/manage/story/{}", live.id);
    let address = format!("{here}/address");
    assert!(world.get(&here).await.body.contains("Change or delete your email address"));
    assert!(world.get(&address).await.body.contains(CANARY), "its author sees it");
    let refused = world.post(&address, &[("email", "nowhere")], &key()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("value=\"nowhere\"") && world.everything(Table::Confidential).await.contains(CANARY), "{}", refused.body);

    assert_eq!(world.post(&address, &[("email", "wren.second@example.org")], &key()).await.location, here);
    let kept = world.everything(Table::Confidential).await;
    assert!(!kept.contains(CANARY) && kept.contains("wren.second"), "{kept}");
    assert_eq!(world.post(&address, &[("email", "")], &key()).await.location, here);
    assert!(!world.everything(Table::Confidential).await.contains("wren.second"));
    let hub = world.everything(Table::Hub).await;
    assert!(!hub.contains("CONTACT#") && !hub.contains("change-address"), "nothing tells that there was one: {hub}");
    let now = world.load(&live.id).await;
    assert_eq!((now.state, now.has_contact), (StoryState::Live, false));
    assert!(world.get(&here).await.body.contains("Give an email address"));

    world.post(&format!("{here}/withdraw"), &[], &key()).await;
    assert_eq!(world.get(&address).await.location, here, "of a story that is withdrawn nothing is kept");
    assert_eq!(world.post(&address, &[("email", CANARY)], &key()).await.location, here);
    assert!(!world.everything(Table::Confidential).await.contains(CANARY));
    world.forget();
    assert_eq!(world.get(&address).await.status, StatusCode::FORBIDDEN);
}

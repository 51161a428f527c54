//! Sharing a story over HTTP, and what of it stands in which table.

#[path = "stories/code.rs"]
mod code;
#[path = "stories/consent.rs"]
mod consent;
#[path = "stories/edits.rs"]
mod edits;
#[path = "stories/give_away.rs"]
mod give_away;
#[path = "stories/life.rs"]
mod life;
#[path = "stories/notice.rs"]
mod notice;
#[path = "stories/shown.rs"]
mod shown;
#[path = "stories/traces.rs"]
mod traces;
#[path = "stories/withdrawal.rs"]
mod withdrawal;
#[path = "stories/world.rs"]
mod world;

use axum::http::StatusCode;
use domain::ids::{FormKey, Slug};
use domain::message::{Message, Recipient};
use domain::story::{StoryState, parse_story};
use store::Table;
use store::outbox::Outbox;
use store::public::AtAddress;
use store::queue::{Queue, Queued};
use store::stories::{AuthorAddresses, StoryError};
use world::{World, author, coordinator, key, link_on, now, random, week};

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
async fn a_withdrawn_story_is_gone_in_one_go_and_leaves_a_tombstone() {
    let mut world = World::new().await;
    let live = world.published("Taken back", CANARY).await;
    let slug = live.live.unwrap().slug;
    let page = world.get(&format!("/manage/story/{}/withdraw", live.id)).await;
    assert!(page.body.contains("What we can’t take back"));
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

#[tokio::test]
async fn answering_a_question_begins_with_that_question() {
    let mut world = World::new().await;
    let start = world.get("/share-your-story?week=scotland/2026&question=2").await;
    assert!(start.body.contains("Who was in the room?") && start.body.contains("name=\"question\" value=\"2\""), "{}", start.body);
    let begun = world.post("/share-your-story", &[("week", "scotland/2026"), ("question", "2")], &key()).await;
    let write = world.get(&begun.location.replace("naming", "write")).await;
    assert!(write.body.contains("value=\"2\" selected"), "{}", write.body);
    assert!(world.get("/share-your-story").await.body.contains("Samaritans"));
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

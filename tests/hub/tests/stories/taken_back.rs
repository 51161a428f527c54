//! A story that its author takes back.

use axum::http::StatusCode;
use domain::ids::StaffId;
use domain::message::{Message, Recipient};
use domain::story::{ConsentAct, Purpose, StoryRules, StoryState};
use domain::week::Week;
use store::Table;
use store::outbox::Outbox;
use store::public::AtAddress;
use store::queue::{Queue, Queued};
use store::weeks::Weeks;

use crate::world::{World, key, random, week};

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
async fn of_a_withdrawn_story_its_consent_stays_and_nothing_that_is_of_no_more_use() {
    let mut world = World::new().await;
    let asking = Week { story_rules: StoryRules { two_keys: false, notice: true }, ..week() };
    Weeks::new(world.db.clone()).put(&asking).await.unwrap();
    let mut sent = world.sent("Little is left", "").await;
    sent.entered_by = Some(StaffId::from_random(random()));
    let before = world.publish(&sent).await;
    assert!(before.created.is_some() && before.sent.is_some() && before.rules.notice, "there is something to lose: {before:?}");
    world.post(&format!("/manage/story/{}/withdraw", before.id), &[], &key()).await;
    let left = world.load(&before.id).await;
    assert_eq!(left.state, StoryState::Withdrawn);
    assert_eq!((left.created, left.sent, &left.entered_by, left.rules), (None, None, &None, StoryRules::NONE));
    let said: Vec<_> = left.consents.iter().map(|entry| (entry.purpose, entry.act)).collect();
    assert_eq!(said, [(Purpose::Publish, ConsentAct::Given), (Purpose::Publish, ConsentAct::TakenBack)]);
    assert_eq!(left.code, before.code, "its code still tells its author that it is gone");
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
    assert!(
        page.contains("We keep safety copies for 35 days")
            && page.contains("we keep a number, and when it was deleted or taken back. We keep them for about a year"),
        "{page}"
    );
}

/// As easy as giving it was (quality-bar P-04): by the code alone, each step one button, and nothing asked but the code.
#[tokio::test]
async fn a_story_is_taken_back_in_no_more_steps_than_its_author_agreed_in() {
    let mut world = World::new().await;
    let id = world.written("As easy", "").await;
    let here = format!("/manage/story/{id}");
    // Agreeing takes two presses.
    let agreed = world.post(&format!("{here}/consent"), &[("consent_publish", "yes"), ("adult", "yes")], &key()).await;
    let sent = world.post(&agreed.location, &[], &key()).await;
    assert_eq!(sent.location, format!("{here}/sent"));
    let shown = world.get(&sent.location).await.body;
    let code = shown.split_once("class=\"story-code\"><code>").expect("its code").1.split('<').next().unwrap().to_owned();
    world.publish(&world.load(&id).await).await;

    // And so does taking it back.
    world.forget();
    let opened = world.post("/manage/story/code", &[("code", &code)], &key()).await;
    let withdraw = format!("{here}/withdraw");
    assert!(world.get(&opened.location).await.body.contains(&format!("href=\"{withdraw}\"")));
    let page = world.get(&withdraw).await.body;
    let (_, form) = page.split_once(&format!("action=\"{withdraw}\"")).expect("a form");
    let (form, _) = form.split_once("</form>").expect("it ends");
    for asked in ["<textarea", "<select", "type=\"checkbox\"", "type=\"radio\"", "required"] {
        assert!(!form.contains(asked), "it asks for something: {form}");
    }
    assert_eq!(world.post(&withdraw, &[], &key()).await.location, here);
    assert_eq!(world.load(&id).await.state, StoryState::Withdrawn);
}

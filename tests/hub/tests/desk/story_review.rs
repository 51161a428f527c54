//! Stories at the desk: two keys, edits, a day's notice, and taking one off.

use domain::concern::Concern;
use domain::ids::ConcernId;
use domain::staff::Role;
use domain::story::{StoryRecord, StoryRules, StoryState};
use domain::week::Week;
use http::StatusCode;
use store::concerns::Concerns;
use store::public::PublicReader;
use store::stories::{ContactChange, Stories};
use store::weeks::Weeks;

use super::event_world::week;
use super::waiting;
use super::world::{World, random};

const OTHERS: &str = "reviewer-2@example.org";

async fn waiting(world: &World, rules: StoryRules) -> StoryRecord {
    waiting::story(world, &Week { story_rules: rules, ..week() }, "We made **tea** on Ward 7.", &ContactChange::Keep).await
}

async fn load(world: &World, record: &StoryRecord) -> StoryRecord {
    Stories::new(world.db.clone()).load(&record.id).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_reviewer_s_key_comes_before_a_coordinator_s() {
    let world = World::new().await;
    let record = waiting(&world, StoryRules { two_keys: true, notice: false }).await;
    let (path, version) = (format!("/desk/stories/{}", record.id), record.version.to_string());
    let coordinator = world.account("coordinator@example.org", Role::Coordinator).await;
    let mut decides = world.full(&coordinator).await;
    let page = decides.get(&path).await.body;
    assert!(page.contains("need two keys") && !page.contains(">Publish<"), "{page}");
    let early = decides.post(&path, &[("act", "publish"), ("version", &version)]).await;
    assert_eq!((early.status, load(&world, &record).await.state), (StatusCode::OK, StoryState::Queued));
    let reading = format!("{path}/second-reading");
    assert_eq!(decides.get(&reading).await.status, StatusCode::FORBIDDEN, "a coordinator holds the other key");

    let reviewer = world.account(OTHERS, Role::Reviewer).await;
    let mut reads = world.full(&reviewer).await;
    assert!(reads.get(&path).await.body.contains("Record a second reading"));
    let page = reads.get(&reading).await.body;
    assert!(page.contains("<strong>tea</strong>") && page.contains("Ward 7") && page.contains("recognise them?"), "{page}");
    let silent = reads.post(&reading, &[("recognised", "yes"), ("words", ""), ("version", &version)]).await;
    assert!(silent.status == StatusCode::UNPROCESSABLE_ENTITY && silent.body.contains("Write by what somebody could be recognised"));
    let done = reads.post(&reading, &[("recognised", "no"), ("version", &version)]).await;
    assert_eq!(done.location(), format!("/desk?story={}", record.id), "{}", done.body);
    assert!(reads.get(done.location()).await.body.contains("Your reading is recorded"));

    let version = load(&world, &record).await.version.to_string();
    let page = decides.get(&path).await.body;
    assert!(page.contains("found nobody that could be recognised") && page.contains(">Publish<"), "{page}");
    decides.post(&path, &[("act", "publish"), ("version", &version)]).await;
    assert_eq!(load(&world, &record).await.state, StoryState::Live);
}

#[tokio::test]
async fn edits_go_to_the_author_and_not_to_the_public() {
    let world = World::new().await;
    let record = waiting(&world, StoryRules::NONE).await;
    let (path, version) = (format!("/desk/stories/{}", record.id), record.version.to_string());
    let coordinator = world.account("coordinator@example.org", Role::Coordinator).await;
    let mut browser = world.full(&coordinator).await;
    assert!(browser.get(&path).await.body.contains("Propose edits to its author"));
    let form = browser.get(&format!("{path}/edit")).await.body;
    assert!(form.contains("We made **tea** on Ward 7.") && form.contains("value=\"The kettle rule\""), "{form}");
    let same = [("title", "The kettle rule"), ("body", "We made **tea** on Ward 7."), ("content_note", ""), ("words", ""), ("version", &*version)];
    let nothing = browser.post(&format!("{path}/edit"), &same).await;
    assert!(nothing.status == StatusCode::UNPROCESSABLE_ENTITY && nothing.body.contains("Change something in the story"), "{}", nothing.body);
    let other = [("title", "The kettle rule"), ("body", "We made **tea**."), ("words", "The ward tells where."), ("version", &*version)];
    for _ in 0..2 {
        let sent = browser.post(&format!("{path}/edit"), &other).await;
        assert_eq!(sent.location(), format!("/desk?story={}", record.id), "{}", sent.body);
    }
    assert!(browser.get(&format!("/desk?story={}", record.id)).await.body.contains("Edits were sent to its author"));
    assert_eq!(load(&world, &record).await.state, StoryState::EditsProposed);
    let late = browser.post(&path, &[("act", "publish"), ("version", &version)]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "nobody publishes over the author's head");
    assert!(PublicReader::new(world.db.clone()).story_cards(week().id).await.unwrap().is_empty());
}

#[tokio::test]
async fn after_notice_and_off_again_with_a_reason() {
    let world = World::new().await;
    let record = waiting(&world, StoryRules { two_keys: false, notice: true }).await;
    let (path, version) = (format!("/desk/stories/{}", record.id), record.version.to_string());
    let coordinator = world.account("coordinator@example.org", Role::Coordinator).await;
    let mut browser = world.full(&coordinator).await;
    for _ in 0..2 {
        let done = browser.post(&path, &[("act", "publish"), ("version", &version)]).await;
        assert_eq!(done.location(), format!("/desk?story={}", record.id), "{}", done.body);
    }
    assert!(browser.get(&format!("/desk?story={}", record.id)).await.body.contains("It goes live after a day’s notice"));
    let page = browser.get(&path).await.body;
    assert!(page.contains("It goes live on Sunday 22 November 2026") && page.contains("Take it off now"), "{page}");
    let off = format!("{path}/take-down");
    assert!(browser.get(&off).await.body.contains("Its author reads your reason"));
    let silent = browser.post(&off, &[("reason", "")]).await;
    assert!(silent.status == StatusCode::UNPROCESSABLE_ENTITY && silent.body.contains("Write why it is taken off"));
    for _ in 0..2 {
        assert_eq!(browser.post(&off, &[("reason", "It names a child.")]).await.location(), format!("/desk?story={}", record.id));
    }
    let record = load(&world, &record).await;
    assert_eq!((record.state, record.desk_words.as_deref()), (StoryState::TakenDown, Some("It names a child.")));
    assert!(browser.get("/desk/audit?day=2026-11-20").await.body.contains("coordinator took off"));
}

#[tokio::test]
async fn a_story_is_declined_with_a_reason_or_not_at_all() {
    let world = World::new().await;
    let record = waiting(&world, StoryRules::NONE).await;
    let (path, version) = (format!("/desk/stories/{}", record.id), record.version.to_string());
    let coordinator = world.account("coordinator@example.org", Role::Coordinator).await;
    let mut browser = world.full(&coordinator).await;
    for nothing in ["", " "] {
        let silent = browser.post(&path, &[("act", "decline"), ("reason", nothing), ("version", &version)]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", silent.body);
        assert!(silent.body.contains("Write why it is declined"), "{}", silent.body);
        assert_eq!(load(&world, &record).await.state, StoryState::Queued);
    }
    let done = browser.post(&path, &[("act", "decline"), ("reason", "It is about another week."), ("version", &version)]).await;
    assert_eq!(done.location(), format!("/desk?story={}", record.id), "{}", done.body);
    let record = load(&world, &record).await;
    assert_eq!((record.state, record.desk_words.as_deref()), (StoryState::Declined, Some("It is about another week.")));
}

#[tokio::test]
async fn an_update_is_read_published_or_declined() {
    let world = World::new().await;
    let record = waiting(&world, StoryRules::NONE).await;
    let path = format!("/desk/stories/{}", record.id);
    let coordinator = world.account("coordinator@example.org", Role::Coordinator).await;
    let mut browser = world.full(&coordinator).await;
    browser.post(&path, &[("act", "publish"), ("version", &record.version.to_string())]).await;
    let (stories, live) = (Stories::new(world.db.clone()), load(&world, &record).await);
    let waits = stories.write_update(&live, "Ring 07700 900123.".into(), &super::event_world::host()).await.unwrap();
    assert!(browser.get("/desk").await.body.contains("Update to: The kettle rule"));
    assert!(browser.get(&path).await.body.contains("Read the update that its author wrote"));
    let (update, version) = (format!("{path}/update"), waits.version.to_string());
    let page = browser.get(&update).await.body;
    assert!(page.contains("Ring 07700 900123.") && page.contains("What a program found"), "{page}");
    let silent = browser.post(&update, &[("act", "decline"), ("reason", " "), ("version", &version)]).await;
    assert!(silent.status == StatusCode::UNPROCESSABLE_ENTITY && silent.body.contains("Write why it is not shown"));
    let old = browser.post(&update, &[("act", "show"), ("version", "1")]).await;
    assert_eq!(old.status, StatusCode::CONFLICT);
    for _ in 0..2 {
        assert_eq!(browser.post(&update, &[("act", "show"), ("version", &version)]).await.location(), path);
    }
    assert_eq!(load(&world, &record).await.page().unwrap().updates[0].words, "Ring 07700 900123.");
    assert!(browser.get("/desk/audit?day=2026-11-20").await.body.contains("published an update to"));
}

#[tokio::test]
async fn a_worry_stands_above_the_queue_for_coordinators_only() {
    let world = World::new().await;
    let told = [("about", "safety"), ("words", "She wrote <that>.")].into_iter().collect();
    let concern = Concern::parse(&told, ConcernId::from_random(random()), world.now()).unwrap();
    Concerns::new(world.db.clone()).raise(&concern, &super::event_world::form(), None).await.unwrap();
    let reviewer = world.account(OTHERS, Role::Reviewer).await;
    let mut reads = world.full(&reviewer).await;
    assert!(!reads.get("/desk").await.body.contains("about a worry"));
    assert_eq!(reads.get("/desk/concerns").await.status, StatusCode::FORBIDDEN);
    let coordinator = world.account("coordinator@example.org", Role::Coordinator).await;
    let mut browser = world.full(&coordinator).await;
    assert!(browser.get("/desk").await.body.contains("1 person has written about a worry"));
    assert!(browser.get("/desk/concerns").await.body.contains("She wrote &lt;that&gt;."));
    let id = concern.id.to_string();
    assert_eq!(browser.post("/desk/concerns", &[("concern", &id)]).await.location(), "/desk/concerns");
    assert!(browser.get("/desk/concerns").await.body.contains("Nobody has told us about a worry"));
    assert!(browser.get("/desk/audit?day=2026-11-20").await.body.contains("what somebody was worried about"));
}

#[tokio::test]
async fn a_week_says_what_its_stories_need() {
    let world = World::new().await;
    Weeks::new(world.db.clone()).put(&week()).await.unwrap();
    let coordinator = world.account("coordinator@example.org", Role::Coordinator).await;
    let mut browser = world.full(&coordinator).await;
    let typed = [("name", "A week"), ("organiser", "A group"), ("two_keys", "yes")];
    assert_eq!(browser.post("/desk/weeks/scotland/2026", &typed).await.location(), "/desk/weeks");
    let rules = Weeks::new(world.db.clone()).get(week().id).await.unwrap().unwrap().story_rules;
    assert_eq!(rules, StoryRules { two_keys: true, notice: false });
    let new = browser.get("/desk/weeks").await.body;
    let notice = new.split("id=\"notice\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(notice.contains("checked"), "a new week gives notice unless somebody decides otherwise: {notice}");
}

//! A day's notice before a story is live, two keys, and what is taken off: as the week asks for.

use domain::audit::Actor;
use domain::ids::{Slug, StaffId};
use domain::story::{Lack, Recognised, SecondReading, StoryRecord, StoryRules, StoryState, parse_story};
use domain::time::today;
use domain::week::Week;
use jiff::Timestamp;
use store::due::{Due, DueList};
use store::public::AtAddress;
use store::stories::StoryError;
use store::weeks::Weeks;
use store::{Deed, Table};

use crate::world::{World, coordinator, key, now, random, week};

async fn asking_for(two_keys: bool, notice: bool) -> World {
    let world = World::new().await;
    ask_for(&world, two_keys, notice).await;
    world
}

async fn ask_for(world: &World, two_keys: bool, notice: bool) {
    let week = Week { story_rules: StoryRules { two_keys, notice }, ..week() };
    Weeks::new(world.db.clone()).put(&week).await.unwrap();
}

async fn press_publish(world: &World, record: &StoryRecord) -> Result<StoryRecord, StoryError> {
    let details = parse_story(&record.answers, &week(), now()).unwrap();
    world.desk.publish(record, &details, Slug::random(random()), "I lived there.".into(), &coordinator()).await
}

fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// What the keeper does at a moment.
async fn keeper(world: &World, at: Timestamp) {
    world.at(at);
    let due = DueList::new(world.db.clone());
    for item in due.by(at).await.unwrap() {
        if let Due::StoryLive { story } = &item.due {
            for _ in 0..2 {
                world.stories.go_live(story, at).await.unwrap();
            }
        }
        due.done(&item).await.unwrap();
    }
}

#[tokio::test]
async fn with_notice_a_story_goes_live_a_day_later_by_itself() {
    let mut world = asking_for(false, true).await;
    let id = world.written("With notice", "").await;
    let check = world.get(&format!("/manage/story/{id}/check")).await;
    assert!(check.body.contains("at least 24 hours in which you can stop it"), "{}", check.body);
    world.post(&format!("/manage/story/{id}/check"), &[], &key()).await;
    let record = press_publish(&world, &world.load(&id).await).await.unwrap();
    assert_eq!(record.state, StoryState::Scheduled);
    assert!(!world.everything(Table::Public).await.contains("With notice"));
    let page = world.get(&format!("/manage/story/{id}")).await;
    assert!(page.body.contains("Friday 27 November 2026") && page.body.contains("Stop it"), "{}", page.body);
    keeper(&world, moment("2026-11-26T23:59:59Z")).await;
    assert_eq!(world.load(&id).await.state, StoryState::Scheduled, "not a second early");
    keeper(&world, moment("2026-11-27T00:00:00Z")).await;
    let record = world.load(&id).await;
    assert_eq!(record.state, StoryState::Live);
    let slug = &record.live.as_ref().unwrap().slug;
    let Some(AtAddress::Page(page)) = world.public.story(slug).await.unwrap() else { panic!("there is no page") };
    assert_eq!(page.month.to_string(), "2026-11-01", "no day is public");
    assert_eq!(world.public.story_cards(week().id).await.unwrap()[0].excerpt, "I lived there.");
}

#[tokio::test]
async fn an_author_stops_it_by_their_code_and_it_is_their_draft() {
    let mut world = asking_for(false, true).await;
    let record = world.sent("Stopped", "").await;
    press_publish(&world, &record).await.unwrap();
    let here = format!("/manage/story/{}", record.id);
    let shown = world.get(&format!("{here}/code")).await;
    let code = shown.body.split_once("class=\"story-code\"><code>").unwrap().1.split('<').next().unwrap().to_owned();
    world.forget();
    world.post("/manage/story/code", &[("code", &code)], &key()).await;
    assert!(world.get(&format!("{here}/stop")).await.body.contains("You don’t have to say why"));
    for _ in 0..2 {
        assert_eq!(world.post(&format!("{here}/stop"), &[], &key()).await.location, here);
    }
    keeper(&world, moment("2026-11-30T00:00:00Z")).await;
    let record = world.load(&record.id).await;
    assert_eq!((record.state, record.live, record.goes_live), (StoryState::Draft, None, None));
    assert!(!world.everything(Table::Public).await.contains("Stopped"));
    // And it can be sent again. The browser let itself in for a day, and that is over.
    world.forget();
    world.post("/manage/story/code", &[("code", &code)], &key()).await;
    assert_eq!(world.post(&format!("{here}/check"), &[], &key()).await.location, format!("{here}/sent"));
}

#[tokio::test]
async fn a_story_that_is_taken_back_while_it_is_scheduled_leaves_nothing() {
    let mut world = asking_for(false, true).await;
    let record = world.sent("Never public", "").await;
    press_publish(&world, &record).await.unwrap();
    world.post(&format!("/manage/story/{}/withdraw", record.id), &[], &key()).await;
    keeper(&world, moment("2026-11-30T00:00:00Z")).await;
    for table in Table::ALL {
        let all = world.everything(table).await;
        assert!(!all.contains("Never public") && !all.contains("I lived there"), "{table:?} keeps its words");
    }
    assert!(!world.everything(Table::Public).await.contains("PAGE#stories"), "it never had an address");
}

#[tokio::test]
async fn a_consent_that_runs_out_before_its_day_ends_it() {
    let mut world = asking_for(false, true).await;
    let id = world.written("Too late", "").await;
    let until = [("consent_until", "date"), ("day", "26"), ("month", "11"), ("year", "2026")];
    let agreed = [("consent_publish", "yes"), ("adult", "yes"), ("email", "")];
    world.post(&format!("/manage/story/{id}/consent"), &[&agreed[..], &until].concat(), &key()).await;
    world.post(&format!("/manage/story/{id}/check"), &[], &key()).await;
    press_publish(&world, &world.load(&id).await).await.unwrap();
    keeper(&world, moment("2026-11-27T00:00:01Z")).await;
    assert_eq!(world.load(&id).await.state, StoryState::Withdrawn);
    assert!(!world.everything(Table::Public).await.contains("Too late"));
}

#[tokio::test]
async fn what_its_author_agreed_to_until_yesterday_is_not_published_today() {
    let mut world = World::new().await;
    let id = world.written("Read too late", "").await;
    let until = [("consent_until", "date"), ("day", "26"), ("month", "11"), ("year", "2026")];
    let agreed = [("consent_publish", "yes"), ("adult", "yes"), ("email", "")];
    world.post(&format!("/manage/story/{id}/consent"), &[&agreed[..], &until].concat(), &key()).await;
    world.post(&format!("/manage/story/{id}/check"), &[], &key()).await;
    let record = world.load(&id).await;
    let details = parse_story(&record.answers, &week(), now()).unwrap();
    let at = |text: &str| Deed { at: moment(text), ..coordinator() };
    let (last, after) = (at("2026-11-26T12:00:00Z"), at("2026-11-27T12:00:00Z"));
    assert_eq!(record.lacks(StoryRules::NONE, after.at), [Lack::Consent]);
    let late = world.desk.publish(&record, &details, Slug::random(random()), "I lived there.".into(), &after).await;
    assert!(matches!(late, Err(StoryError::NotNow(StoryState::Queued))), "{late:?}");
    assert_eq!(world.load(&id).await.state, StoryState::Queued, "it waits as it did");
    assert!(!world.everything(Table::Public).await.contains("Read too late"));
    // On the last day it may still be.
    assert!(record.lacks(StoryRules::NONE, last.at).is_empty());
    let live = world.desk.publish(&record, &details, Slug::random(random()), "I lived there.".into(), &last).await.unwrap();
    assert_eq!(live.state, StoryState::Live);
}

fn reading(by: &StaffId, recognised: Recognised) -> (SecondReading, Deed) {
    let reading = SecondReading { by: by.clone(), recognised, words: Some("The boat’s name.".into()), day: today(now()) };
    (reading, Deed { by: Actor::Staff(by.clone()), at: now(), mark: domain::ids::spell(&random::<16>()) })
}

#[tokio::test]
async fn two_keys_are_turned_by_two_people_on_the_same_words() {
    let mut world = asking_for(true, false).await;
    let record = world.sent("Two keys", "").await;
    let refused = press_publish(&world, &record).await;
    assert!(matches!(refused, Err(StoryError::NotNow(StoryState::Queued))), "{refused:?}");
    let reviewer = StaffId::from_random(random());
    let (found, deed) = reading(&reviewer, Recognised::Yes);
    let record = world.desk.read_second(&record, &found, &deed).await.unwrap();
    assert_eq!(record.lacks(StoryRules::NONE, now()), [Lack::Recognisable], "what its author was told holds");
    assert!(press_publish(&world, &record).await.is_err());
    let (fine, deed) = reading(&reviewer, Recognised::No);
    let record = world.desk.read_second(&record, &fine, &deed).await.unwrap();
    // The same person can't turn both.
    let details = parse_story(&record.answers, &week(), now()).unwrap();
    let alone = world.desk.publish(&record, &details, Slug::random(random()), String::new(), &reading(&reviewer, Recognised::No).1).await;
    assert!(alone.is_err());
    // Other words need another reading.
    world.desk.ask_for_change(&record, "Leave out the boat.", &coordinator()).await.unwrap();
    world.post(&format!("/manage/story/{}/check", record.id), &[], &key()).await;
    let again = world.load(&record.id).await;
    assert!(press_publish(&world, &again).await.is_err(), "the key was for the words before");
    let (fine, deed) = reading(&reviewer, Recognised::No);
    let again = world.desk.read_second(&again, &fine, &deed).await.unwrap();
    assert_eq!(press_publish(&world, &again).await.unwrap().state, StoryState::Live);
}

#[tokio::test]
async fn what_an_author_was_told_holds_when_the_week_changes_its_mind() {
    let mut world = asking_for(true, true).await;
    let record = world.sent("As promised", "").await;
    ask_for(&world, false, false).await;
    assert!(press_publish(&world, &record).await.is_err(), "the second key is still needed");
    let mut other = asking_for(false, false).await;
    let record = other.sent("Stricter since", "").await;
    ask_for(&other, false, true).await;
    assert_eq!(press_publish(&other, &record).await.unwrap().state, StoryState::Scheduled, "the stricter of both holds");
}

#[tokio::test]
async fn a_coordinator_takes_a_story_off_at_once_with_a_reason() {
    let mut world = World::new().await;
    let record = world.published("Urgent", "wren.canary9author@example.org").await;
    let slug = record.live.clone().unwrap().slug;
    let off = world.desk.take_down(&record, "It names a child.", &coordinator()).await.unwrap();
    assert_eq!(off.state, StoryState::TakenDown);
    assert_eq!(world.public.story(&slug).await.unwrap(), Some(AtAddress::Gone));
    assert!(!world.everything(Table::Public).await.contains("I lived there"));
    assert!(world.public.story_cards(week().id).await.unwrap().is_empty());
    let here = format!("/manage/story/{}", record.id);
    let page = world.get(&here).await;
    assert!(page.body.contains("It names a child.") && page.body.contains("Withdraw my story"), "{}", page.body);
    assert!(world.desk.publish(&off, &record.live.clone().unwrap().details, slug, String::new(), &coordinator()).await.is_err());
    world.post(&format!("{here}/withdraw"), &[], &key()).await;
    for table in [Table::Hub, Table::Public, Table::Confidential] {
        let all = world.everything(table).await;
        assert!(!all.contains("I lived there") && !all.contains("canary9author"), "{table:?}");
    }
}

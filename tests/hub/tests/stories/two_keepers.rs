//! Two keepers at once do to a story what one does: it is live once, it ends once, and its author is told once.

use domain::story::{ConsentAct, StoryAct, StoryRules, StoryState};
use domain::week::Week;
use jiff::{SignedDuration, Timestamp};
use store::audit::Audit;
use store::due::DueList;
use store::public::AtAddress;
use store::weeks::Weeks;

use crate::consent::live;
use crate::mail_world::World as Keeping;
use crate::world::{World, week};

const MINUTE: SignedDuration = SignedDuration::from_secs(60);

fn at(moment: &str) -> Timestamp {
    moment.parse().unwrap()
}

/// How often the audit of a day names an act.
async fn noted(world: &World, day: Timestamp, act: StoryAct) -> usize {
    let entries = Audit::new(world.db.clone()).of_day(Audit::day_of(day), None, day).await.unwrap();
    entries.records.iter().filter(|(_, entry)| entry.act == act.value()).count()
}

/// Whether nothing is left to do, once those who came second have looked again.
async fn is_settled(world: &World, keeping: &Keeping, now: Timestamp) {
    keeping.two_ticks(now + MINUTE).await;
    keeping.two_ticks(now + MINUTE * 2).await;
    assert!(DueList::new(world.db.clone()).by(now + MINUTE * 3).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_story_whose_notice_is_over_goes_live_once_and_its_author_is_told_once() {
    for late in [0, 24] {
        let mut world = World::new().await;
        let asks = Week { story_rules: StoryRules { two_keys: false, notice: true }, ..week() };
        Weeks::new(world.db.clone()).put(&asks).await.unwrap();
        let record = world.sent("Looked forward to", "wren@example.org").await;
        assert_eq!(world.publish(&record).await.state, StoryState::Scheduled);
        let (keeping, midnight) = (Keeping::over(world.db.clone()), at("2026-11-27T00:00:00Z"));
        keeping.two_ticks(midnight - MINUTE).await;
        assert_eq!(world.load(&record.id).await.state, StoryState::Scheduled, "its author can still stop it");

        let now = midnight + SignedDuration::from_secs(2 + late * 3_600);
        keeping.two_ticks(now).await;
        assert_eq!(world.load(&record.id).await.state, StoryState::Live);
        assert_eq!(world.public.story_cards(week().id).await.unwrap().len(), 1);
        is_settled(&world, &keeping, now).await;
        assert_eq!(noted(&world, now, StoryAct::GoLive).await, 1);
        let mails = keeping.pile.mails.lock().unwrap();
        let told = mails.iter().filter(|mail| mail.subject == "What you sent is published").count();
        assert_eq!(told, 1, "{late} hours late");
    }
}

#[tokio::test]
async fn a_consent_that_ran_out_ends_a_story_once() {
    for late in [0, 24] {
        let mut world = World::new().await;
        let record = live(&mut world, &[("consent_until", "one-year")]).await;
        let slug = record.live.unwrap().slug;
        let keeping = Keeping::over(world.db.clone());
        keeping.two_ticks(at("2027-10-31T12:00:00Z")).await;
        assert_eq!(world.load(&record.id).await.state, StoryState::Live, "not a day early");

        let now = at("2027-11-01T00:10:00Z") + SignedDuration::from_hours(late);
        keeping.two_ticks(now).await;
        let ended = world.load(&record.id).await;
        assert_eq!(ended.state, StoryState::Withdrawn, "{late} hours late");
        assert_eq!(ended.consents.iter().filter(|entry| entry.act == ConsentAct::RanOut).count(), 1);
        assert_eq!(world.public.story(&slug).await.unwrap(), Some(AtAddress::Gone));
        is_settled(&world, &keeping, now).await;
        assert_eq!(noted(&world, now, StoryAct::RunOut).await, 1);
    }
}

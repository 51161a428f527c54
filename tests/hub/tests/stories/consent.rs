//! Consent as a record: each purpose alone, in the very words, until its day.

use domain::story::{ConsentAct, Purpose, StoryState};
use jiff::Timestamp;
use store::Table;
use store::due::DueList;
use store::public::AtAddress;

use crate::world::{World, coordinator, key, now, random, week};

/// A live story whose author agreed to this beside its publication.
pub async fn live(world: &mut World, agreed: &[(&str, &str)]) -> domain::story::StoryRecord {
    let id = world.written("Agreed to", "").await;
    let fields: Vec<(&str, &str)> = [("consent_publish", "yes"), ("adult", "yes"), ("email", "")].iter().chain(agreed).copied().collect();
    world.post(&format!("/manage/story/{id}/consent"), &fields, &key()).await;
    world.post(&format!("/manage/story/{id}/check"), &[], &key()).await;
    let record = world.load(&id).await;
    let details = domain::story::parse_story(&record.answers, &week(), now()).unwrap();
    world.desk.publish(&record, &details, domain::ids::Slug::random(random()), "I lived there.".into(), &coordinator()).await.unwrap()
}

#[tokio::test]
async fn one_purpose_is_taken_back_alone() {
    let mut world = World::new().await;
    let record = live(&mut world, &[("consent_partners", "yes"), ("consent_round_up", "yes")]).await;
    let slug = record.live.unwrap().slug;
    assert!(world.public.story_cards(week().id).await.unwrap()[0].travels);
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let (feed, frame) = ("/scotland/2026/stories.atom", "/embed/scotland/2026");
    assert!(world.ask_of(&site, feed).await.contains(slug.as_str()), "partners may show it");
    assert!(!world.ask_of(&site, frame).await.contains(slug.as_str()), "a frame of the calendar holds no story");
    let here = format!("/manage/story/{}/agreed", record.id);
    let page = world.get(&here).await;
    assert!(
        page.body.contains("It is in the feed of the week&#x27;s stories.") || page.body.contains("It is in the feed of the week's stories."),
        "{}",
        page.body
    );
    assert!(page.body.contains("You agreed on Wednesday 25 November 2026, until you take it back."));
    for _ in 0..2 {
        assert_eq!(world.post(&here, &[("take_back", "partners")], &key()).await.location, here);
    }
    assert!(!world.public.story_cards(week().id).await.unwrap()[0].travels, "no feed carries it");
    for (address, page) in [(feed, world.ask_of(&site, feed).await), (frame, world.ask_of(&site, frame).await)] {
        assert!(page.starts_with("200") && !page.contains(slug.as_str()) && !page.contains("Agreed to"), "{address}: {page}");
    }
    let Some(AtAddress::Page(page)) = world.public.story(&slug).await.unwrap() else { panic!("it stays public") };
    assert_eq!(page.consent.purposes, [Purpose::Publish, Purpose::RoundUp]);
    assert!(world.ask_of(&site, &format!("/stories/{slug}")).await.starts_with("200"), "on its own page it stays");
    let record = world.load(&record.id).await;
    let said: Vec<_> = record.consents.iter().map(|entry| (entry.purpose, entry.act)).collect();
    let given = |purpose| (purpose, ConsentAct::Given);
    assert_eq!(said, [given(Purpose::Publish), given(Purpose::RoundUp), given(Purpose::Partners), (Purpose::Partners, ConsentAct::TakenBack)]);
    assert!(record.consents.iter().all(|entry| entry.words().is_some()), "every line shows the words it is about");
    assert!(world.get(&here).await.body.contains("You took it back: Show it on partners"));
}

#[tokio::test]
async fn to_take_back_publication_is_to_withdraw() {
    let mut world = World::new().await;
    let record = live(&mut world, &[]).await;
    let here = format!("/manage/story/{}", record.id);
    let sent = world.post(&format!("{here}/agreed"), &[("take_back", "publish")], &key()).await;
    assert_eq!(sent.location, format!("{here}/withdraw"));
    assert_eq!(world.load(&record.id).await.state, StoryState::Live, "its page asks first");
    world.post(&format!("{here}/withdraw"), &[], &key()).await;
    let record = world.load(&record.id).await;
    assert_eq!(record.consents.last().map(|entry| (entry.purpose, entry.act)), Some((Purpose::Publish, ConsentAct::TakenBack)));
    assert!(world.get(&format!("{here}/agreed")).await.body.contains("Nothing stands"));
}

#[tokio::test]
async fn a_time_that_ran_out_takes_the_story_off_once() {
    let mut world = World::new().await;
    let record = live(&mut world, &[("consent_until", "one-year")]).await;
    let slug = record.live.unwrap().slug;
    let due = DueList::new(world.db.clone());
    let (day_before, day_after): (Timestamp, Timestamp) = ("2027-10-31T23:00:00Z".parse().unwrap(), "2027-11-01T00:10:00Z".parse().unwrap());
    assert!(due.by("2027-10-31T12:00:00Z".parse().unwrap()).await.unwrap().is_empty());
    world.stories.run_out(&record.id, "2027-10-31T12:00:00Z".parse().unwrap()).await.unwrap();
    assert_eq!(world.load(&record.id).await.state, StoryState::Live, "not a day early: {day_before}");
    assert_eq!(due.by(day_after).await.unwrap().len(), 1, "the keeper is told");
    for _ in 0..2 {
        world.stories.run_out(&record.id, day_after).await.unwrap();
    }
    let record = world.load(&record.id).await;
    assert_eq!((record.state, record.consents.last().unwrap().act), (StoryState::Withdrawn, ConsentAct::RanOut));
    let told = world.get(&format!("/manage/story/{}", record.id)).await.body;
    assert!(told.contains("The time that you chose for your story is over") && !told.contains("Your story is withdrawn"), "{told}");
    assert_eq!(world.public.story(&slug).await.unwrap(), Some(AtAddress::Gone));
    for table in Table::ALL {
        assert!(!world.everything(table).await.contains("I lived there"), "{table:?} keeps the words");
    }
}

#[tokio::test]
async fn pages_stop_showing_what_ran_out_before_the_keeper_comes_by() {
    let mut world = World::new().await;
    let record = live(&mut world, &[("consent_until", "one-year"), ("consent_partners", "yes")]).await;
    let slug = record.live.unwrap().slug;
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let addresses = [
        format!("/stories/{slug}"),
        "/scotland/2026/stories".into(),
        "/scotland/2026/stories.atom".into(),
        "/sitemap.xml".into(),
        "/scotland/2026".into(),
    ];
    for address in &addresses {
        assert!(world.ask_of(&site, address).await.contains(slug.as_str()), "{address} shows it");
    }
    world.at("2027-11-01T00:10:00Z".parse().unwrap());
    for address in &addresses[1..] {
        assert!(!world.ask_of(&site, address).await.contains(slug.as_str()), "{address} still shows it");
    }
    assert!(world.ask_of(&site, &addresses[0]).await.starts_with("410"), "its page is gone");
}

#[tokio::test]
async fn a_day_in_the_past_is_refused_and_nothing_typed_is_lost() {
    let mut world = World::new().await;
    let id = world.written("Until a day", "").await;
    let fields =
        [("consent_publish", "yes"), ("adult", "yes"), ("email", ""), ("consent_until", "date"), ("day", "1"), ("month", "2"), ("year", "2020")];
    let refused = world.post(&format!("/manage/story/{id}/consent"), &fields, &key()).await;
    assert_eq!(refused.status, axum::http::StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("The last day must be in the future") && refused.body.contains("value=\"2020\""), "{}", refused.body);
}

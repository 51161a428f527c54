//! A worry about somebody: numbers first, then when it is read; kept apart, told to the coordinators without its words, never public.

use axum::http::StatusCode;
use domain::message::{Message, Recipient};
use domain::week::Week;
use store::Table;
use store::concerns::ConcernDesk;
use store::outbox::Outbox;
use store::weeks::Weeks;

use crate::world::{World, key, now, week};

const HERE: &str = "/report-a-concern";
const TOLD: [(&str, &str); 4] =
    [("about", "safety"), ("words", "She wrote that tonight canaryworry."), ("reach", "07700 900123"), ("page", "/stories/abc")];

#[tokio::test]
async fn numbers_to_call_stand_first_and_then_when_it_is_read() {
    let mut world = World::new().await;
    let page = world.get(&format!("{HERE}?page=/stories/abc&week=scotland/2026")).await.body;
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
    assert!(
        at("Call <a href=\"tel:999\">") < at("on working days between 9 am and 5 pm") && at("on working days") < at("What are you worried about?")
    );
    let own = Week { concerns_read: Some("Somebody reads it every evening until 9 pm.".into()), ..week() };
    Weeks::new(world.db.clone()).put(&own).await.unwrap();
    let page = world.get(&format!("{HERE}?week=scotland/2026")).await.body;
    assert!(page.contains("every evening until 9 pm") && !page.contains("on working days between"), "{page}");
    let live = world.published("Read by somebody", "").await;
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let story = world.ask_of(&site, &live.page().unwrap().path()).await;
    assert!(story.contains(&format!("{HERE}?page={}&amp;week=scotland/2026", live.page().unwrap().path())), "{story}");
}

#[tokio::test]
async fn what_somebody_worries_about_is_at_the_desk_and_nowhere_else() {
    let mut world = World::new().await;
    let empty = world.post(HERE, &[("about", ""), ("words", "")], &key()).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.body.contains("Write what you are worried about"), "{}", empty.body);
    let form = key();
    for _ in 0..2 {
        assert_eq!(world.post(HERE, &TOLD, &form).await.location, "/report-a-concern/sent");
    }
    assert!(world.get("/report-a-concern/sent").await.body.contains("The coordinators have it"));
    let desk = ConcernDesk::new(world.db.clone());
    let open = desk.open().await.unwrap();
    assert_eq!((open.len(), open[0].page.as_deref(), open[0].reach.as_deref()), (1, Some("/stories/abc"), Some("07700 900123")));
    for table in [Table::Hub, Table::Public, Table::Outbox] {
        let all = world.everything(table).await;
        assert!(!all.contains("canaryworry") && !all.contains("07700"), "{table:?} knows the words");
    }
    let mails = Outbox::new(world.db.clone()).waiting().await.unwrap();
    assert!(matches!((&mails[..], &mails[0].message), ([one], Message::ConcernRaised { .. }) if matches!(one.to, Recipient::Address(_))));
    let kept = world.everything(Table::Confidential).await;
    assert!(kept.contains(&(now() + store::concerns::KEPT).as_second().to_string()), "it goes by itself: {kept}");

    let staff = domain::ids::StaffId::from_random([3; 16]);
    for _ in 0..2 {
        desk.settle(&open[0].id, &staff, now()).await.unwrap();
    }
    assert!(!world.everything(Table::Confidential).await.contains("canaryworry"));
    let audit = world.everything(Table::Hub).await;
    assert!(audit.contains("settle") && !audit.contains("canaryworry"), "the audit knows that it was seen to, and no more");
}

#[tokio::test]
async fn the_privacy_page_says_who_reads_a_worry_and_for_how_long_it_is_kept() {
    let world = World::new().await;
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let page = world.ask_of(&site, "/privacy").await;
    let (_, about) = page.split_once("If you tell us about a worry").expect("a part about it");
    let about = about.split("<h2>").next().unwrap();
    let days = store::concerns::KEPT.as_hours() / 24;
    assert!(about.contains("Only coordinators read it") && about.contains(&format!("after {days} days at the latest")), "{about}");
}

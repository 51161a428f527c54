//! Groups, people beside them, both ways to take part, over HTTP.

use domain::calendar::{Filter, Listed};
use domain::registration::{FAIRNESS, OFFER_RULE, Plan, PoolPlan, RegistrationState as Is, Way};

use jiff::ToSpan;
use store::public::PublicReader;

use crate::browser::Browser;
use crate::events_world::{now, week};
use crate::hub::{Hub, event_as_read};
use crate::world::group;

fn places(capacity: u32) -> PoolPlan {
    PoolPlan { capacity: Some(capacity), ..PoolPlan::default() }
}

#[tokio::test]
async fn a_group_says_how_many_and_how_it_takes_part() {
    let hub = Hub::planned(Plan { room: places(4), online: Some(places(9)) }).await;
    let mut browser = Browser::new(&hub.router);
    let details = browser.get(&hub.path()).await;
    let who = [("name", "Ann"), ("phone", "01632 960 011")];
    let wrong = browser.send(&hub.path(), &details, &[&who[..], &[("places", "40")]].concat()).await;
    assert_eq!(wrong.status, 422);
    for error in ["Choose how you will take part", "Places must be a whole number from 1 to 8"] {
        assert!(wrong.text("main").contains(error), "{error}");
    }
    let all = [("places", "3"), ("beside", "2"), ("way", "online"), ("name", "Ann"), ("phone", "01632 960 011")];
    let access = browser.send(&hub.path(), &details, &all).await;
    let check = browser.send(&hub.path(), &access, &[("more_time", "yes")]).await;
    for shown in ["3 places, and 2 support workers, companions or interpreters. Online", "Send my booking"] {
        assert!(check.text("main").contains(shown), "{shown}: {}", check.text("main"));
    }
    let sent = browser.send(&hub.path(), &check, &[("step", "send")]).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let online = hub.world.places().await.online.unwrap();
    assert_eq!((online.confirmed, online.beside, online.left), (3, 2, Some(6)));
    let all = hub.world.registrations.of_event(&hub.world.event).await.unwrap();
    assert!(all[0].party.support && all[0].party.way == Way::Online);
}

#[tokio::test]
async fn a_person_changes_group_and_way_and_is_told_where_there_is_no_room() {
    let hub = Hub::planned(Plan { room: places(2), online: Some(places(2)) }).await;
    let two = group("two", 2);
    hub.world.register(&two, now()).await.unwrap();
    hub.world.registrations.confirm(&hub.world.event, &two.id, now()).await.unwrap();
    let (mut browser, own) = hub.as_guest(&two.id);
    let change = browser.get(&format!("{own}/change")).await;
    let refused = browser.send(&format!("{own}/change"), &change, &[("places", "3")]).await;
    assert_eq!(refused.text("h1"), "There is no room for that now");
    assert_eq!(hub.world.load(&two.id).await.party.places, 2);
    let moved = browser.send(&format!("{own}/change"), &change, &[("way", "online"), ("places", "1")]).await;
    assert_eq!(moved.status, 303, "{}", moved.body);
    let places = hub.world.places().await;
    assert_eq!((places.room.left, places.online.unwrap().left), (Some(2), Some(1)));
}

#[tokio::test]
async fn who_waits_ticks_that_they_need_time_and_is_offered_what_is_held_back_and_takes_the_tick_out_again() {
    let kept = PoolPlan { kept_back: 1, kept_until: Some(now() + 480.hours()), ..places(2) };
    let hub = Hub::planned(Plan { room: kept, online: None }).await;
    hub.world.comes("ann", now()).await;
    let ben = hub.world.comes("ben", now()).await;
    let (mut browser, own) = hub.as_guest(&ben);
    let change = format!("{own}/change");
    let page = browser.get(&change).await;
    assert!(page.text("main").contains("places that are held back for people who need support are for you too"), "{}", page.text("main"));
    assert!(page.fields().iter().all(|(name, _)| name != "more_time"), "nobody ticked it: {:?}", page.fields());
    assert_eq!(browser.send(&change, &page, &[("more_time", "yes")]).await.status, 303);
    let offered = browser.get(&own).await;
    assert_eq!(offered.text("h1"), "A place is held for you", "{}", offered.body);
    assert!(offered.text("main").contains("until Thursday 5 November 2026 at 09:00, UK time"), "four days: {}", offered.text("main"));

    hub.world.registrations.accept(&hub.world.event, &ben, now()).await.unwrap();
    let page = browser.get(&change).await;
    let without: Vec<_> = page.fields().into_iter().filter(|(name, _)| name != "more_time").collect();
    assert_eq!(page.fields().len(), without.len() + 1, "it is ticked, so that it can be taken out: {:?}", page.fields());
    assert!(page.text("main").contains("If you clear everything, we forget that you need support, and you keep your place."));
    assert_eq!(browser.post(&change, &without).await.status, 303);
    let record = hub.world.load(&ben).await;
    assert_eq!((record.state, record.party.support, record.kept), (Is::Confirmed, false, 0));
}

#[tokio::test]
async fn a_group_that_waits_for_more_than_is_free_leaves_one_place_to_whoever_comes_alone() {
    let hub = Hub::with_places(5).await;
    for name in ["first", "second"] {
        let four = group(name, 4);
        hub.world.register(&four, now()).await.unwrap();
        hub.world.registrations.confirm(&hub.world.event, &four.id, now()).await.unwrap();
    }
    let mut browser = Browser::new(&hub.router);
    let live = browser.get(&format!("/events/{}/places", hub.world.slug)).await;
    assert_eq!(live.body, r#"{"free":1,"waiting":4,"words":"1 place left","small":"of 5"}"#);

    let public = PublicReader::new(hub.world.db.clone());
    let places = public.places_of(week().id, &hub.world.slug).await.unwrap().unwrap().places;
    let page = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap().page().unwrap();
    let read = event_as_read(page, Some(places.clone()));
    assert!(read.contains("1 place left") && read.contains("Register for a place") && !read.contains("Join the waiting list"), "{read}");
    let card = public.event_cards(week().id).await.unwrap().remove(0);
    let places_left = Filter { places_left: true, ..Filter::default() };
    assert!(places_left.matches(&Listed::new(card), Some(&places)), "the calendar shows it under places left");

    assert!(!browser.get(&hub.path()).await.text("main").contains("This event is full"));
    let sent = hub.registers(&mut browser, "Ben", "", "01632 960 088").await;
    assert_eq!(browser.get(&sent.location).await.text("h1"), "You have a place");
}

#[tokio::test]
async fn where_only_places_held_back_are_left_people_read_how_to_get_one_before_they_join_the_list() {
    let kept = PoolPlan { kept_back: 1, kept_until: Some("2026-11-20T09:00:00Z".parse().unwrap()), ..places(1) };
    let hub = Hub::planned(Plan { room: kept, online: None }).await;
    let mut browser = Browser::new(&hub.router);
    let details = browser.get(&hub.path()).await;
    let held_back = "Some places are held back until Friday 20 November 2026 for people who need support to come.";
    assert!(details.text("main").contains(&format!("{held_back} Say so on the next page.")), "{}", details.text("main"));
    let page = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap().page().unwrap();
    let read = event_as_read(page, Some(hub.world.places().await.public(now())));
    assert!(read.contains(&format!("{held_back} Say so when you register.")), "{read}");

    let access = browser.send(&hub.path(), &details, &[("name", "Ann"), ("phone", "01632 960 011")]).await;
    let without = browser.send(&hub.path(), &access, &[("go", "skip")]).await.text("main");
    assert!(without.contains("Join the waiting list") && without.contains(held_back), "{without}");
    let check = browser.send(&hub.path(), &access, &[("more_time", "yes")]).await;
    assert!(check.text("main").contains("Send my booking") && !check.text("main").contains("This event is full"), "{}", check.text("main"));
    let sent = browser.send(&hub.path(), &check, &[("step", "send")]).await;
    assert_eq!(browser.get(&sent.location).await.text("h1"), "You have a place");
    assert!(!browser.get(&hub.path()).await.text("main").contains(held_back), "now it is taken");
}

#[tokio::test]
async fn whoever_waits_reads_the_rules() {
    let hub = Hub::with_places(1).await;
    hub.world.comes("ann", now()).await;
    let four = group("four", 4);
    hub.world.register(&four, now()).await.unwrap();
    hub.world.registrations.confirm(&hub.world.event, &four.id, now()).await.unwrap();
    assert_eq!(hub.world.state(&four.id).await, Is::Waiting);
    let (mut browser, own) = hub.as_guest(&four.id);
    let page = browser.get(&own).await;
    for rule in FAIRNESS.into_iter().chain([OFFER_RULE]) {
        assert!(page.text("main").contains(rule), "{rule}");
    }
}

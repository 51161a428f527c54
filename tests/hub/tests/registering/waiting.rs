//! Full, closed and over are pages; an offer is taken by a button.

use domain::event::EventState;
use domain::registration::{FAIRNESS, OFFER_RULE, RegistrationState as Is};
use web::Purpose;

use crate::browser::{Browser, shown};
use crate::events_world::{CANARY, now};
use crate::hub::{Hub, event_as_read};
use crate::world::{by_mail, group, put_event};

#[tokio::test]
async fn a_full_event_has_a_waiting_list_and_an_offer_is_taken_by_a_button() {
    let hub = Hub::with_places(1).await;
    let ann = hub.world.comes("ann", now()).await;
    let mut browser = Browser::new(&hub.router);
    assert!(browser.get(&hub.path()).await.text("main").contains("This event is full"));
    let sent = hub.registers(&mut browser, "Ben", "", "01632 960 088").await;
    let told = browser.get(&sent.location).await;
    assert_eq!(told.text("h1"), "You are on the waiting list");
    assert!(told.text("main").contains(FAIRNESS[1]), "the rule, as everywhere: {}", told.text("main"));
    let own = format!("/manage/registration/{}", sent.location.split("booking=").nth(1).unwrap());
    assert!(browser.get(&own).await.text("main").contains("You are first in the queue"));
    hub.world.registrations.cancel(&hub.world.event, &ann, now()).await.unwrap();
    let offered = browser.get(&own).await;
    assert!(offered.text("main").contains("until Thursday 5 November 2026 at 09:00, UK time"), "{}", offered.text("main"));
    assert!(!offered.body.contains(CANARY), "joining details are for people who have a place");
    let key = offered.fields().into_iter().find(|(name, _)| name == "form_key").unwrap();
    assert_eq!(browser.post(&format!("{own}/accept"), &[key]).await.status, 303);
    assert_eq!(browser.get(&own).await.text("h1"), "You have a place");
    let places = browser.get(&format!("/events/{}/places", hub.world.slug)).await;
    assert_eq!(
        (places.body.as_str(), places.cache.as_str()),
        (r#"{"free":0,"waiting":0,"words":"Waiting list","small":"Nobody waiting yet"}"#, "no-store")
    );
}

#[tokio::test]
async fn an_offer_is_answered_by_opening_its_link_and_pressing_one_button() {
    for (purpose, heading, places) in
        [(Purpose::RegistrationAccept, "You have a place", (1, Some(0))), (Purpose::RegistrationDecline, "You turned the place down", (0, Some(1)))]
    {
        let hub = Hub::with_places(1).await;
        let ann = hub.world.comes("ann", now()).await;
        let ben = hub.world.comes("ben", now()).await;
        hub.world.registrations.cancel(&hub.world.event, &ann, now()).await.unwrap();
        let link = hub.context.link(purpose, &format!("{}.{ben}", hub.world.event), 1);
        let mut browser = Browser::new(&hub.router);
        let ask = browser.get(&link).await;
        assert!(ask.status == 200 && ask.text("main").contains("until Tuesday 3 November 2026 at 09:00, UK time"), "{}", ask.body);
        assert_eq!(hub.world.state(&ben).await, Is::Offered, "whatever opens the link answers nothing");
        let done = browser.send(&link, &ask, &[]).await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert_eq!(browser.get(&done.location).await.text("h1"), heading, "no second press");
        let room = hub.world.places().await.room;
        assert_eq!((room.confirmed, room.free()), places);
        assert_eq!(browser.send(&link, &ask, &[]).await.status, 303, "pressed twice is pressed once");
        assert!(browser.get(&link).await.location.starts_with("/manage/registration/open/"), "answered, it leads to the booking");
        let other = link.replace("/accept/", "/X/").replace("/decline/", "/accept/").replace("/X/", "/decline/");
        assert_eq!(browser.get(&other).await.status, 404, "one link does one thing");
    }
}

#[tokio::test]
async fn an_offer_whose_time_ran_out_has_no_button_and_says_what_can_be_done() {
    let hub = Hub::with_places(1).await;
    let ann = hub.world.comes("ann", now()).await;
    let ben = hub.world.comes("ben", now()).await;
    hub.world.registrations.cancel(&hub.world.event, &ann, now()).await.unwrap();
    let until = hub.world.load(&ben).await.until.unwrap();
    hub.clock.set(until);
    let mut browser = Browser::new(&hub.router);
    for purpose in [Purpose::RegistrationAccept, Purpose::RegistrationDecline] {
        let page = browser.get(&hub.context.link(purpose, &format!("{}.{ben}", hub.world.event), 1)).await;
        assert_eq!(page.text("h1"), "The time ran out", "{}", page.body);
        assert!(page.text("main").contains("If all places are taken, that puts you on the waiting list."), "{}", page.text("main"));
        assert!(page.text("main button").is_empty(), "nothing to press: {}", page.body);
    }
    assert_eq!(hub.world.state(&ben).await, Is::Offered, "the keeper has not been there");
    let (mut guest, own) = hub.as_guest(&ben);
    let page = guest.get(&own).await;
    assert_eq!(page.text("h1"), "The time ran out", "{}", page.body);
    assert!(!page.text("main").contains("Take the place"), "{}", page.text("main"));
}

#[tokio::test]
async fn before_joining_the_list_people_read_its_rules_and_where_places_are_free_nobody_needs_them() {
    let hub = Hub::with_places(1).await;
    let mut browser = Browser::new(&hub.router);
    assert!(!browser.get(&hub.path()).await.text("main").contains(FAIRNESS[0]));
    hub.world.comes("ann", now()).await;
    let form = browser.get(&hub.path()).await.text("main");
    let help = shown(|| frontend::pages::help::help(Default::default()));
    let event = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap().page().unwrap();
    let places = Some(hub.world.places().await.public(now()));
    let event = event_as_read(event, places);
    for rule in FAIRNESS.into_iter().chain([OFFER_RULE]) {
        for (page, text) in [("form", &form), ("help page", &help), ("event’s page", &event)] {
            assert!(text.contains(rule), "the {page} lacks {rule}: {text}");
        }
    }
}

#[tokio::test]
async fn a_newcomer_waits_while_the_place_is_offered_to_somebody_who_came_before() {
    let hub = Hub::with_places(1).await;
    let ann = hub.world.comes("ann", now()).await;
    let ben = hub.world.comes("ben", now()).await;
    hub.world.registrations.cancel(&hub.world.event, &ann, now()).await.unwrap();
    let mut browser = Browser::new(&hub.router);
    let sent = hub.registers(&mut browser, "Cat", "", "01632 960 088").await;
    assert_eq!(browser.get(&sent.location).await.text("h1"), "You are on the waiting list");
    assert_eq!((hub.world.state(&ben).await, hub.world.places().await.room.waiting), (Is::Offered, 1));
}

#[tokio::test]
async fn whoever_joins_the_list_by_mail_reads_its_rule_and_no_other() {
    let hub = Hub::with_places(1).await;
    hub.world.comes("ann", now()).await;
    let mut browser = Browser::new(&hub.router);
    let sent = hub.registers(&mut browser, "Ben", "ben@example.org", "").await;
    let told = browser.get(&sent.location).await;
    assert_eq!(told.text("h1"), "Check your email");
    assert!(told.text("main").contains(FAIRNESS[1]) && !told.text("main").contains("first person in the queue"), "{}", told.text("main"));
}

#[tokio::test]
async fn whoever_leaves_the_list_is_asked_about_their_turn_and_not_about_a_booking() {
    let hub = Hub::with_places(1).await;
    let ann = hub.world.comes("ann", now()).await;
    let ben = hub.world.comes("ben", now()).await;
    let (mut placed, own) = hub.as_guest(&ann);
    let page = placed.get(&own).await.text("main");
    assert!(page.contains("Cancel my booking") && !page.contains("Leave the waiting list"), "{page}");
    let (mut guest, own) = hub.as_guest(&ben);
    let page = guest.get(&own).await.text("main");
    assert!(page.contains("Leave the waiting list") && !page.contains("Cancel my booking"), "{page}");
    let leave = format!("{own}/cancel");
    let ask = guest.get(&leave).await;
    assert_eq!((ask.text("h1").as_str(), ask.text("main button").as_str()), ("Do you want to leave the waiting list?", "Leave the waiting list"));
    let text = ask.text("main");
    assert!(text.contains("Your turn goes to the next person.") && !text.contains("Your place"), "{text}");
    assert_eq!(guest.send(&leave, &ask, &[]).await.status, 303);
    let room = hub.world.places().await.room;
    assert_eq!((hub.world.state(&ben).await, room.waiting, room.confirmed), (Is::Cancelled, 0, 1));
}

#[tokio::test]
async fn of_a_turn_that_was_not_confirmed_in_time_nobody_reads_that_a_place_went_back() {
    let (turn, place) = ("Your turn goes to the next person.", "The place went back, so that somebody else can come.");
    for (places, said, not_said) in [(1, turn, place), (2, place, turn)] {
        let hub = Hub::with_places(places).await;
        hub.world.comes("ann", now()).await;
        let ben = by_mail("ben");
        hub.world.register(&ben, now()).await.unwrap();
        hub.clock.set(hub.world.load(&ben.id).await.until.unwrap());
        let (mut guest, own) = hub.as_guest(&ben.id);
        let page = guest.get(&own).await;
        assert_eq!(page.text("h1"), "The time ran out", "{}", page.body);
        assert!(page.text("main").contains(said) && !page.text("main").contains(not_said), "{places}: {}", page.text("main"));
    }
}

#[tokio::test]
async fn what_can_not_be_booked_is_a_page_and_no_error() {
    let hub = Hub::with_places(5).await;
    let mut browser = Browser::new(&hub.router);
    hub.clock.set("2026-11-25T10:30:00Z".parse().unwrap());
    assert_eq!(browser.get(&hub.path()).await.text("h1"), "This event has started");
    hub.clock.set("2026-11-26T10:30:00Z".parse().unwrap());
    assert_eq!(browser.get(&hub.path()).await.text("h1"), "This event is over");
    hub.clock.set(now());
    let mut event = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap();
    event.state = EventState::Cancelled;
    put_event(&hub.world.db, &event).await;
    let mut tx = store::Tx::new(&hub.world.db);
    store::public::change_event(&mut tx, &event.page().unwrap());
    tx.commit().await.unwrap();
    let page = browser.get(&hub.path()).await;
    assert_eq!((page.status, page.text("h1").as_str()), (200, "This event was cancelled"));
    assert_eq!(browser.get("/events/nothing-here/register").await.status, 404);
}

#[tokio::test]
async fn lowered_below_who_comes_and_raised_by_fifty_nobody_is_removed_and_the_groups_who_wait_read_their_order() {
    let hub = Hub::with_places(3).await;
    let [ann, ben, cat] = [hub.world.comes("ann", now()).await, hub.world.comes("ben", now()).await, hub.world.comes("cat", now()).await];
    let mut host = hub.as_host();
    let places = format!("/manage/event/{}/registrations/places", hub.world.event);
    let page = host.get(&places).await;
    assert!(page.text("main").contains("If you lower the number, nobody loses a place. No place is given until enough came back."));
    assert_eq!(host.send(&places, &page, &[("capacity", "1")]).await.status, 303);
    let groups = [("four", 4), ("two", 2), ("one", 1)].map(|(name, people)| group(name, people));
    for new in &groups {
        hub.world.register(new, now()).await.unwrap();
        hub.world.registrations.confirm(&hub.world.event, &new.id, now()).await.unwrap();
    }
    let (mut guest, own) = hub.as_guest(&ann);
    let ask = guest.get(&format!("{own}/cancel")).await;
    assert_eq!(guest.send(&format!("{own}/cancel"), &ask, &[]).await.status, 303);
    let turns = ["You are first in the queue.", "1 person is before you in the queue.", "2 people are before you in the queue."];
    for (new, turn) in groups.iter().zip(turns) {
        let (mut waits, own) = hub.as_guest(&new.id);
        let page = waits.get(&own).await;
        assert_eq!(page.text("h1"), "You are on the waiting list", "two come, and there is one place: nothing is free");
        assert!(page.text("main").contains(turn), "{turn}: {}", page.text("main"));
        assert!(FAIRNESS.iter().all(|rule| page.text("main").contains(rule)), "{}", page.text("main"));
    }
    let page = host.get(&places).await;
    assert_eq!(host.send(&places, &page, &[("capacity", "51")]).await.status, 303);
    for new in &groups {
        let (mut offered, own) = hub.as_guest(&new.id);
        let page = offered.get(&own).await;
        assert_eq!(page.text("h1"), "A place is held for you");
        assert!(page.text("main").contains("What came free is enough for you, and nobody it is enough for is before you."));
    }
    for stays in [ben, cat] {
        let (mut stayed, own) = hub.as_guest(&stays);
        assert_eq!(stayed.get(&own).await.text("h1"), "You have a place");
    }
}

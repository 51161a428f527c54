//! What the host of an event sees and does.

use domain::registration::{AccessRequest, Plan, PoolPlan, RegistrationState as Is};
use jiff::ToSpan;
use store::registrations::NewRegistration;
use web::Purpose;

use crate::browser::Browser;
use crate::events_world::now;
use crate::hub::Hub;
use crate::world::{asks_for_bsl, by_mail, by_phone};

#[tokio::test]
async fn the_list_is_for_its_host_alone() {
    let hub = Hub::with_places(5).await;
    let mut browser = Browser::new(&hub.router);
    let path = format!("/manage/event/{}/registrations", hub.world.event);
    assert_eq!(browser.get(&path).await.status, 403);
    let (_, cookie) = hub.context.grant(Purpose::Event, hub.world.event.as_str(), 1);
    browser.take_cookie(cookie.to_str().unwrap());
    assert!(browser.get(&path).await.text("main").contains("Nobody has registered yet"));
    hub.registers(&mut Browser::new(&hub.router), "Ann <Other>", "ann@example.org", "").await;
    let list = browser.get(&path).await;
    for shown in ["Ann <Other>", "ann@example.org", "BSL interpreter: 1", "A seat <near> the door", "Place held"] {
        assert!(list.text("main").contains(shown), "{shown}: {}", list.text("main"));
    }
    hub.clock.set("2026-12-09T12:00:00Z".parse().unwrap());
    let (_, cookie) = hub.context.grant(Purpose::Event, hub.world.event.as_str(), 1);
    browser.take_cookie(cookie.to_str().unwrap());
    assert!(!browser.get(&path).await.text("main").contains("near"), "access needs go 14 days after the event");
}

#[tokio::test]
async fn the_host_changes_the_places_and_closes_booking_at_once() {
    let hub = Hub::with_places(1).await;
    hub.world.comes("ann", now()).await;
    let ben = hub.world.comes("ben", now()).await;
    let mut browser = hub.as_host();
    let path = format!("/manage/event/{}/registrations/places", hub.world.event);
    let page = browser.get(&path).await;
    assert!(page.text("main").contains("1 place is taken or held now"), "{}", page.text("main"));
    let wrong = browser.send(&path, &page, &[("capacity", "many"), ("kept_back", "2")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.fields().contains(&("capacity".into(), "many".into())), "what was typed stays");
    let saved = browser.send(&path, &page, &[("capacity", "2")]).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(hub.world.state(&ben).await, Is::Offered);
    let page = browser.get(&path).await;
    assert!(page.text("main").contains("nothing is offered to them until you open booking again"), "{}", page.text("main"));
    browser.send(&path, &page, &[("act", "close")]).await;
    assert_eq!(browser.get(&hub.path()).await.text("h1"), "Booking is closed");
    let page = browser.get(&path).await;
    assert!(page.text("main").contains("While it is closed, nothing is offered to the people who wait."), "{}", page.text("main"));
    browser.send(&path, &page, &[("act", "open")]).await;
    assert_eq!(browser.get(&hub.path()).await.text("h1"), "Your details");
    assert_eq!(Browser::new(&hub.router).get(&path).await.status, 403, "nobody else's");
}

#[tokio::test]
async fn somebody_without_an_address_is_called_and_what_came_of_it_is_done() {
    let hub = Hub::with_places(1).await;
    let ann = hub.world.comes("ann", now()).await;
    let ben = by_phone("Ben", "01632 960 011");
    hub.world.register(&ben, now()).await.unwrap();
    let mut browser = hub.as_host();
    let list = format!("/manage/event/{}/registrations", hub.world.event);
    assert!(!browser.get(&list).await.text("main").contains("To call"));
    hub.world.registrations.cancel(&hub.world.event, &ann, now()).await.unwrap();
    assert!(browser.get(&list).await.text("main").contains("A place is held for them"));
    let person = format!("{list}/{}", ben.id);
    let page = browser.get(&person).await;
    assert!(page.text("main").contains("The number is 01632 960 011"), "{}", page.text("main"));
    assert_eq!(browser.send(&person, &page, &[("act", "call")]).await.status, 422, "what came of it is asked for");
    assert_eq!(browser.send(&person, &page, &[("act", "call"), ("outcome", "accepts")]).await.location, list);
    assert_eq!(hub.world.state(&ben.id).await, Is::Confirmed);
    assert!(!browser.get(&list).await.text("main").contains("To call"));
}

#[tokio::test]
async fn a_move_by_hand_needs_a_reason_and_the_person_reads_it() {
    let hub = Hub::with_places(1).await;
    let ann = hub.world.comes("ann", now()).await;
    let mut browser = hub.as_host();
    let person = format!("/manage/event/{}/registrations/{ann}", hub.world.event);
    let page = browser.get(&person).await;
    assert_eq!(browser.send(&person, &page, &[("act", "remove"), ("reason", " ")]).await.status, 422);
    assert_eq!(hub.world.state(&ann).await, Is::Confirmed);
    assert_eq!(browser.send(&person, &page, &[("act", "remove"), ("reason", "You asked us <b>by phone</b>")]).await.status, 303);
    let (mut guest, own) = hub.as_guest(&ann);
    let page = guest.get(&own).await;
    assert_eq!(page.text("h1"), "The host cancelled your booking");
    assert!(page.text("main").contains("You asked us <b>by phone</b>"), "{}", page.text("main"));
}

#[tokio::test]
async fn an_offer_by_hand_needs_a_reason_and_the_person_reads_it() {
    let room = PoolPlan { capacity: Some(2), kept_back: 1, kept_until: Some(now() + 240.hours()) };
    let hub = Hub::planned(Plan { room, online: None }).await;
    hub.world.comes("ann", now()).await;
    let cat = hub.world.comes("cat", now()).await;
    assert_eq!(hub.world.state(&cat).await, Is::Waiting, "what is left is kept back");
    let mut host = hub.as_host();
    let person = format!("/manage/event/{}/registrations/{cat}", hub.world.event);
    let page = host.get(&person).await;
    assert_eq!(host.send(&person, &page, &[("act", "offer"), ("reason", " ")]).await.status, 422);
    assert_eq!(hub.world.state(&cat).await, Is::Waiting);
    let sent = host.send(&person, &page, &[("act", "offer"), ("reason", "She brings the <interpreter>.")]).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let (mut guest, own) = hub.as_guest(&cat);
    let page = guest.get(&own).await;
    assert_eq!(page.text("h1"), "A place is held for you");
    assert!(page.text("main").contains("She brings the <interpreter>."), "{}", page.text("main"));
    assert!(page.text("main").contains("The host offers you a place. Do you want it?"), "{}", page.text("main"));
    assert!(!page.text("main").contains("nobody it is enough for is before you"), "by hand is out of turn: {}", page.text("main"));
}

#[tokio::test]
async fn what_people_ask_for_in_their_own_words_is_counted_and_what_those_who_wait_ask_for_is_not_denied() {
    let asks =
        |name| NewRegistration { needs: Some(AccessRequest { needs: Vec::new(), ..asks_for_bsl("A quiet <corner>", now()) }), ..by_mail(name) };
    let hub = Hub::with_places(1).await;
    let list = format!("/manage/event/{}/registrations", hub.world.event);
    let mut host = hub.as_host();
    hub.world.comes("ann", now()).await;
    assert!(host.get(&list).await.text("main").contains("Nobody has asked for anything yet."));
    hub.world.register(&asks("ben"), now()).await.unwrap();
    let page = host.get(&list).await.text("main");
    assert!(page.contains("Nobody with a place has asked for anything yet.") && page.contains("A quiet <corner>"), "{page}");
    assert!(!page.contains("Nobody has asked"), "Ben has, who waits: {page}");

    let hub = Hub::with_places(1).await;
    hub.world.register(&asks("ben"), now()).await.unwrap();
    let page = hub.as_host().get(&format!("/manage/event/{}/registrations", hub.world.event)).await.text("main");
    assert!(page.contains("In their own words: 1") && !page.contains("has asked for anything yet"), "{page}");
}

#[tokio::test]
async fn once_it_has_begun_no_place_is_offered_by_hand_and_the_host_is_not_told_to_open_booking() {
    let hub = Hub::with_places(1).await;
    hub.world.comes("ann", now()).await;
    let ben = hub.world.comes("ben", now()).await;
    let person = format!("/manage/event/{}/registrations/{ben}", hub.world.event);
    assert!(hub.as_host().get(&person).await.text("main").contains("Offer them a place now"));
    hub.clock.set("2026-11-25T10:00:00Z".parse().unwrap());
    let mut host = hub.as_host();
    let page = host.get(&person).await;
    assert!(page.text("main").contains("Cancel their booking") && !page.text("main").contains("Offer them a place now"), "{}", page.text("main"));
    let met = host.send(&person, &page, &[("act", "offer"), ("reason", "She is at the door")]).await;
    assert_eq!(met.text("h1"), "No place can be offered now", "{}", met.body);
    assert!(met.text("main").contains("Back to who is coming") && !met.text("main").contains("Open booking"), "{}", met.text("main"));
    assert_eq!(hub.world.state(&ben).await, Is::Waiting);
}

#[tokio::test]
async fn what_can_not_be_done_is_said_of_somebody_else_and_leads_back_to_the_list() {
    let hub = Hub::with_places(5).await;
    let ann = hub.world.comes("ann", now()).await;
    let mut host = hub.as_host();
    let person = format!("/manage/event/{}/registrations/{ann}", hub.world.event);
    let page = host.get(&person).await;
    let met = host.send(&person, &page, &[("act", "offer"), ("reason", "By mistake")]).await;
    assert_eq!(met.text("h1"), "Nothing was changed", "{}", met.body);
    let text = met.text("main");
    assert!(text.contains("It stands like this: they have a place.") && text.contains("Back to who is coming"), "{text}");
    assert!(!text.contains("you have a place") && !text.contains("See the event’s page"), "{text}");
}

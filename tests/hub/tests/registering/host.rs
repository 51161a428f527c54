//! What the host of an event sees and does.

use domain::registration::{Plan, PoolPlan, RegistrationState as Is};
use jiff::ToSpan;
use web::Purpose;

use crate::browser::Browser;
use crate::events_world::now;
use crate::hub::Hub;
use crate::world::by_phone;

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
    browser.send(&path, &page, &[("act", "close")]).await;
    assert_eq!(browser.get(&hub.path()).await.text("h1"), "Booking is closed");
    let page = browser.get(&path).await;
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
}

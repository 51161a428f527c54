//! On the day: found by name, noted by a press, counted.

use domain::registration::Party;
use store::registrations::NewRegistration;

use crate::events_world::now;
use crate::hub::Hub;
use crate::world::by_mail;

fn door(hub: &Hub) -> String {
    format!("/manage/event/{}/registrations/door", hub.world.event)
}

#[tokio::test]
async fn somebody_is_found_by_a_part_of_their_name_and_noted_with_one_press() {
    let hub = Hub::with_places(20).await;
    for name in ["Siân Example", "Bo Example"] {
        let party = Party { places: 2, ..Party::default() };
        let mut new = NewRegistration { party, ..by_mail(name.split(' ').next().unwrap()) };
        new.person.name = name.into();
        hub.world.register(&new, now()).await.unwrap();
        hub.world.registrations.confirm(&hub.world.event, &new.id, now()).await.unwrap();
    }
    let mut browser = hub.as_host();
    let page = browser.get(&format!("{}?q=sian", door(&hub))).await;
    let text = page.text("main");
    assert!(text.contains("Siân Example") && !text.contains("Bo Example"), "{text}");
    assert!(text.contains("Have a place 4") && text.contains("Are here 0"), "counts are those of everybody: {text}");
    let sent = browser.send_in("form:has([name=who])", &door(&hub), &page, &[("act", "came")]).await;
    assert_eq!((sent.status, sent.location.as_str()), (303, door(&hub).as_str()), "{}", sent.body);
    let text = browser.get(&door(&hub)).await.text("main");
    assert!(text.contains("Are here 2") && text.contains("Here since"), "{text}");
    // Noted by mistake.
    let page = browser.get(&format!("{}?q=sian", door(&hub))).await;
    browser.send_in("form:has([name=who])", &door(&hub), &page, &[("act", "did-not-come")]).await;
    assert!(browser.get(&door(&hub)).await.text("main").contains("Are here 0"));
    let nobody = browser.get(&format!("{}?q=zzz", door(&hub))).await.text("main");
    assert!(nobody.contains("Nobody found"), "{nobody}");
}

#[tokio::test]
async fn people_without_a_booking_are_a_number_and_pressing_twice_counts_once() {
    let hub = Hub::with_places(20).await;
    let mut browser = hub.as_host();
    let page = browser.get(&door(&hub)).await;
    for people in ["-1", "many", "5001", "1.5", ""] {
        let wrong = browser.send_in("form:has([name=people])", &door(&hub), &page, &[("act", "walk-ins"), ("people", people)]).await;
        assert_eq!(wrong.status, 422, "{people}");
    }
    for _ in 0..2 {
        assert_eq!(browser.send_in("form:has([name=people])", &door(&hub), &page, &[("act", "walk-ins"), ("people", "7")]).await.status, 303);
    }
    assert!(browser.get(&door(&hub)).await.text("main").contains("Without a booking 7"));
    assert_eq!(crate::browser::Browser::new(&hub.router).get(&door(&hub)).await.status, 403, "nobody else's");
}

#[tokio::test]
async fn a_booking_shows_a_code_that_leads_the_host_to_the_person() {
    let hub = Hub::with_places(5).await;
    let ann = hub.world.comes("ann", now()).await;
    let (mut guest, own) = hub.as_guest(&ann);
    let page = guest.get(&own).await;
    let person = format!("/manage/event/{}/registrations/{ann}", hub.world.event);
    let read = hub_tests::camera::codes(&page.body);
    assert!(read.len() == 1 && read[0].starts_with("http") && read[0].ends_with(&person), "{read:?}");
    assert_eq!(read[0].matches('/').count(), 2 + person.matches('/').count(), "that address and nothing before it: {read:?}");
    assert_eq!(guest.get(&person).await.status, 403, "the code opens nothing for the person");
    let mut host = hub.as_host();
    let here = host.get(&person).await;
    assert!(here.text("main").contains("They are here"), "{}", here.text("main"));
    assert_eq!(host.send_in("form:has([value=came])", &person, &here, &[("act", "came")]).await.status, 303);
    let again = host.get(&person).await.text("main");
    assert!(again.contains("They were noted as here on Sunday 1 November 2026 at 09:00, UK time."), "twice is said: {again}");
    assert_eq!(host.send_in("form:has([value=came])", &person, &here, &[("act", "came")]).await.status, 303);
    assert!(host.get(&door(&hub)).await.text("main").contains("Are here 1"), "and counts once");
}

#[tokio::test]
async fn a_stranger_with_the_code_learns_nothing_and_checks_nobody_in() {
    let hub = Hub::with_places(5).await;
    let ann = hub.world.comes("ann", now()).await;
    let person = format!("/manage/event/{}/registrations/{ann}", hub.world.event);
    let page = hub.as_host().get(&person).await;
    let mut stranger = crate::browser::Browser::new(&hub.router);
    let refused = stranger.get(&person).await;
    assert!(refused.status == 403 && !refused.body.contains("ann"), "{}", refused.body);
    let pressed = stranger.send_in("form:has([value=came])", &person, &page, &[("act", "came")]).await;
    assert_eq!(pressed.status, 403, "{}", pressed.body);
    assert_eq!(hub.world.load(&ann).await.came, None);
}

#[tokio::test]
async fn after_the_event_the_host_sees_who_did_not_come_and_can_put_it_right() {
    let hub = Hub::with_places(5).await;
    let (ann, ben) = (hub.world.comes("ann", now()).await, hub.world.comes("ben", now()).await);
    hub.world.registrations.check_in(&hub.world.event, &ann, true, now()).await.unwrap();
    let list = format!("/manage/event/{}/registrations", hub.world.event);
    assert!(!hub.as_host().get(&list).await.text("main").contains("Did not come"), "nobody is late before it is over");
    hub.clock.set("2026-11-25T13:00:00Z".parse().unwrap());
    let mut host = hub.as_host();
    let text = host.get(&list).await.text("main");
    assert!(text.contains("Came 1") && text.contains("Did not come 1"), "{text}");
    assert!(host.get(&list).await.text("tr:has(a[href$=\"{}\"])".replace("{}", ben.as_str()).as_str()).contains("Did not come"), "{text}");
    let person = format!("{list}/{ben}");
    let page = host.get(&person).await;
    assert_eq!(host.send_in("form:has([value=came])", &person, &page, &[("act", "came")]).await.status, 303);
    let text = host.get(&list).await.text("main");
    assert!(text.contains("Came 2") && text.contains("Did not come 0"), "{text}");
}

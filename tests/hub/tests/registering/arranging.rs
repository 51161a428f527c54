//! What a host arranges, and what the person sees of it.

use domain::registration::{RegistrationRecord, RegistrationState as Is};

use crate::browser::Browser;
use crate::hub::Hub;

/// Somebody who has a place, and what the host sees of them.
async fn registered() -> (Hub, RegistrationRecord, String) {
    let hub = Hub::with_places(5).await;
    hub.registers(&mut Browser::new(&hub.router), "Ann", "ann@example.org", "").await;
    let ann = hub.world.registrations.of_event(&hub.world.event).await.unwrap().remove(0);
    let person = format!("/manage/event/{}/registrations/{}", hub.world.event, ann.id);
    (hub, ann, person)
}

#[tokio::test]
async fn the_host_notes_where_it_stands_and_the_person_sees_the_same() {
    let (hub, ann, person) = registered().await;
    let mut host = hub.as_host();
    let page = host.get(&person).await;
    assert!(page.text("main").contains("A seat <near> the door"), "{}", page.text("main"));
    let typed = [("act", "arrange"), ("arrange_bsl", "arranged"), ("arrange_other", "not-possible"), ("arrange_captions", "nonsense")];
    let saved = host.send(&person, &page, &typed).await;
    assert_eq!((saved.status, saved.location), (303, person.clone()), "{}", saved.body);
    let (mut guest, own) = hub.as_guest(&ann.id);
    let seen = guest.get(&own).await.text("main");
    assert!(seen.contains("BSL interpreter: arranged") && seen.contains("A seat <near> the door: not possible"), "{seen}");

    // They ask for something else: what still stands stays.
    let change = format!("{own}/change");
    let form = guest.get(&change).await;
    let changed = guest.send(&change, &form, &[("needs", "bsl"), ("needs_other", "Two seats"), ("needs_consent", "yes")]).await;
    assert_eq!(changed.status, 303, "{}", changed.body);
    let seen = guest.get(&own).await.text("main");
    assert!(seen.contains("BSL interpreter: arranged") && seen.contains("Two seats: asked for"), "{seen}");

    // After fourteen days nobody sees it, and noting brings nothing back.
    hub.clock.set("2026-12-09T12:00:01Z".parse().unwrap());
    let mut late = hub.as_host();
    let page = late.get(&person).await;
    assert!(!page.text("main").contains("Two seats"), "{}", page.text("main"));
}

#[tokio::test]
async fn what_was_taken_back_meanwhile_is_not_written_again() {
    let (hub, ann, person) = registered().await;
    let mut host = hub.as_host();
    let page = host.get(&person).await;
    let now = hub.context.now();
    hub.world.registrations.erase_needs(&hub.world.event, &ann.id, false, now).await.unwrap();
    assert_eq!(host.send(&person, &page, &[("act", "arrange"), ("arrange_bsl", "arranged")]).await.status, 303);
    assert!(!host.get(&person).await.text("main").contains("BSL"));
    assert_eq!(hub.world.state(&ann.id).await, Is::Unconfirmed);
}

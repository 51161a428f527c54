//! The ways of booking: what an event's page offers, and what somebody meets who registers all the same.

use domain::event::{Booking, BookingType, EventPage, OpenTo};
use domain::link::SafeUrl;

use crate::browser::Browser;
use crate::hub::{Hub, event_as_read};
use crate::world::put_event;

/// The event, booked in another way from now on.
async fn booked(hub: &Hub, change: impl FnOnce(&mut Booking)) -> EventPage {
    let mut event = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap();
    change(&mut event.published.as_mut().unwrap().details.booking);
    put_event(&hub.world.db, &event).await;
    let page = event.page().unwrap();
    let mut tx = store::Tx::new(&hub.world.db);
    store::public::change_event(&mut tx, &page);
    tx.commit().await.unwrap();
    page
}

/// Somebody opened the form while the hub took bookings, and sends it now.
async fn sends(hub: &Hub, booking: impl FnOnce(&mut Booking)) -> (String, crate::browser::Answer) {
    let mut browser = Browser::new(&hub.router);
    let check = hub.to_check(&mut browser, "Ann", "ann@example.org", "").await;
    let page = booked(hub, booking).await;
    let asked = browser.get(&hub.path()).await;
    let sent = browser.send(&hub.path(), &check, &[("step", "send")]).await;
    assert_eq!(asked.text("h1"), sent.text("h1"), "asking and sending meet the same words");
    let kept = [sent.text("textarea#typed-0"), sent.text("main")].concat();
    assert!(kept.contains("Ann") && kept.contains("ann@example.org") && kept.contains("A seat <near> the door"), "it can be copied: {kept}");
    assert!(hub.world.registrations.of_event(&hub.world.event).await.unwrap().is_empty(), "nothing is kept of what was typed");
    (event_as_read(page, None), sent)
}

#[tokio::test]
async fn where_people_book_here_the_page_leads_to_the_form() {
    for kind in [BookingType::Preferred, BookingType::Required] {
        let hub = Hub::with_places(5).await;
        let page = event_as_read(booked(&hub, |booking| booking.kind = kind).await, None);
        assert!(page.contains("Register for a place"), "{page}");
        let sent = hub.registers(&mut Browser::new(&hub.router), "Ann", "ann@example.org", "").await;
        assert_eq!(sent.status, 303, "{}", sent.body);
    }
}

#[tokio::test]
async fn where_no_booking_is_needed_or_it_is_made_on_the_day_the_page_says_how_to_come() {
    for (kind, said) in [(BookingType::NotNeeded, "Just come no booking"), (BookingType::OnTheDay, "Just come book on the day")] {
        let hub = Hub::with_places(5).await;
        let (page, sent) = sends(&hub, |booking| booking.kind = kind).await;
        assert!(page.contains(said) && !page.contains("Register for a place"), "{page}");
        assert_eq!((sent.status, sent.text("h1").as_str()), (200, "You don’t need to book here"), "{}", sent.body);
        assert!(sent.text("main").contains("See the event’s page"), "{}", sent.text("main"));
    }
}

#[tokio::test]
async fn where_the_host_takes_bookings_the_page_leads_there() {
    let hub = Hub::with_places(5).await;
    let link = SafeUrl::parse("https://host.example/book").unwrap();
    let (page, sent) = sends(&hub, |booking| booking.link = Some(link)).await;
    assert!(page.contains("Book on the host's site") && !page.contains("Register for a place"), "{page}");
    assert_eq!(sent.text("h1"), "You book this event with its host", "{}", sent.body);
    assert!(sent.body.contains("href=\"https://host.example/book\""), "{}", sent.body);
}

#[tokio::test]
async fn an_event_for_staff_or_guests_takes_no_booking_and_says_who_can_come() {
    for open_to in [OpenTo::Staff, OpenTo::Invited] {
        let hub = Hub::with_places(5).await;
        let (page, sent) = sends(&hub, |booking| booking.open_to = open_to).await;
        assert!(page.contains("Not open to book") && page.contains(open_to.words()), "{page}");
        assert!(!page.contains("Register for a place"), "{page}");
        assert_eq!(sent.status, 200);
        assert!(sent.fields().iter().all(|(name, _)| name != "email"), "no form: {}", sent.body);
    }
}

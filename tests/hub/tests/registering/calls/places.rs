//! Calls about a place, which is held for somebody or was taken from them, and mails to a host who has to call.

use domain::registration::RegistrationState as Is;
use jiff::ToSpan;

use super::{called, list, phones};
use crate::events_world::now;
use crate::hub::Hub;
use crate::mail_world::World as Keeping;

#[tokio::test]
async fn the_host_is_written_to_when_somebody_must_be_called_about_a_place_and_again_before_it_is_gone() {
    let hub = Hub::with_places(1).await;
    let ann = hub.world.comes("ann", now()).await;
    let ben = phones(&hub, "Ben", "01632 960 011").await;
    hub.world.registrations.cancel(&hub.world.event, &ann, now()).await.unwrap();
    let record = hub.world.load(&ben).await;
    let (warn, until) = (record.warn.unwrap(), record.until.unwrap());
    let keeping = Keeping::over(hub.world.db.clone());
    keeping.two_ticks(now() + 2.seconds()).await;
    keeping.two_ticks(warn + 2.seconds()).await;
    keeping.two_ticks(warn + 62.seconds()).await;
    let written: Vec<mailer::Mail> =
        keeping.pile.mails.lock().unwrap().iter().filter(|mail| mail.message_id.starts_with("<to-call")).cloned().collect();
    assert_eq!(written.len(), 2, "at once, and once before the time runs out: {:?}", keeping.pile.ids());
    for mail in &written {
        assert_eq!(mail.to.as_str(), "ann.canary7private@example.org", "to the host");
        assert!(mail.text.contains("/manage/event/open/") && mail.text.contains("only you can tell them"), "{}", mail.text);
        for private in ["Ben", "01632", "Power, passed"] {
            assert!(!mail.subject.contains(private), "{}", mail.subject);
        }
        assert!(!mail.text.contains("Ben") && !mail.text.contains("960 011"), "who it is stands on the list: {}", mail.text);
    }
    assert!(written[0].subject.starts_with("Please call") && written[1].subject.starts_with("Call somebody soon"));
    let said = domain::time::date_and_time(until);
    assert!(written.iter().all(|mail| mail.text.contains(&said)), "until when: {said}");
}

#[tokio::test]
async fn a_host_who_called_in_time_is_not_written_to_again() {
    let hub = Hub::with_places(1).await;
    let ann = hub.world.comes("ann", now()).await;
    let ben = phones(&hub, "Ben", "01632 960 011").await;
    hub.world.registrations.cancel(&hub.world.event, &ann, now()).await.unwrap();
    let warn = hub.world.load(&ben).await.warn.unwrap();
    called(&hub, &mut hub.as_host(), &ben, "accepts", now() + 1.minutes()).await;
    let keeping = Keeping::over(hub.world.db.clone());
    keeping.two_ticks(now() + 2.minutes()).await;
    keeping.two_ticks(warn + 2.seconds()).await;
    assert_eq!(keeping.sent("to-call"), 0, "there is nobody to call: {:?}", keeping.pile.ids());
}

#[tokio::test]
async fn a_cancelled_booking_after_an_offer_that_was_called_about_needs_another_call() {
    let hub = Hub::with_places(1).await;
    let ann = hub.world.comes("ann", now()).await;
    let ben = phones(&hub, "Ben", "01632 960 011").await;
    hub.world.registrations.cancel(&hub.world.event, &ann, now()).await.unwrap();
    let mut host = hub.as_host();
    called(&hub, &mut host, &ben, "accepts", now() + 1.hours()).await;
    assert_eq!(hub.world.state(&ben).await, Is::Confirmed);
    assert!(!host.get(&list(&hub)).await.text("main").contains("To call"));
    hub.world.registrations.remove(&hub.world.event, &ben, "The room is smaller", now() + 2.hours()).await.unwrap();
    let page = host.get(&list(&hub)).await.text("main");
    assert!(page.contains("You changed their booking by hand") && page.contains("Your reason: The room is smaller"), "{page}");
}

//! Calls about what everybody else gets by mail: a message, another way in, a reminder; and whose mail came back.

use jiff::{Timestamp, ToSpan};
use store::Deed;
use store::due::{Due, Tidings};
use store::events::Events;
use store::registrations::NewRegistration;
use store::returned::{Returned, Why};

use super::{called, list, moved, phones, told};
use crate::events_world::{desk, now};
use crate::hub::Hub;
use crate::world::by_mail;

#[tokio::test]
async fn a_message_is_read_out_to_those_it_is_for() {
    let hub = Hub::with_places(1).await;
    phones(&hub, "Ben", "01632 960 011").await;
    phones(&hub, "Cem", "01632 960 012").await;
    let mut host = hub.as_host();
    let path = format!("{}/message", list(&hub));
    let page = host.get(&path).await;
    let typed = [("audience", "placed"), ("words", "Dear {name}, <b>bring</b> a drink."), ("act", "send")];
    assert_eq!(host.send(&path, &page, &typed).await.status, 303);
    told(&hub, now()).await;
    let answer = host.get(&list(&hub)).await;
    let text = answer.text("main");
    assert!(text.contains("Dear Ben, <b>bring</b> a drink."), "as text: {text}");
    assert!(!answer.body.contains("<b>bring"), "and never as markup");
    assert!(!text.contains("Dear Cem"), "Cem waits, and it is for those who have a place: {text}");
}

#[tokio::test]
async fn another_way_to_join_is_said_by_phone_to_those_who_have_a_place_as_it_is_now() {
    let hub = Hub::with_places(1).await;
    let ben = phones(&hub, "Ben", "01632 960 011").await;
    phones(&hub, "Cem", "01632 960 012").await;
    let events = Events::new(hub.world.db.clone());
    for (hours, code) in [(1, "4711"), (2, "4712")] {
        let at = now() + hours.hours();
        let record = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap();
        let mut typed = record.at_once();
        typed.set("directions", format!("The blue door, code {code}"));
        let changed = record.changed_at_once(&typed).unwrap().unwrap();
        events.change_at_once(&record, &changed, &Deed { at, ..desk() }).await.unwrap();
        hub.clock.set(at);
        told(&hub, at).await;
    }
    let mut host = hub.as_host();
    let page = host.get(&list(&hub)).await.text("main");
    let calls = page.split("People with a place").next().unwrap();
    assert_eq!(calls.matches("How to find it or how to join is another now").count(), 1, "once, and not to Cem, who waits: {calls}");
    assert!(calls.contains("code 4712") && !calls.contains("4711"), "{calls}");
    called(&hub, &mut host, &ben, "reached", now() + 3.hours()).await;
    assert!(!host.get(&list(&hub)).await.text("main").contains("To call"));
}

#[tokio::test]
async fn who_has_no_address_is_reminded_by_phone_until_it_begins() {
    let hub = Hub::with_places(5).await;
    phones(&hub, "Ben", "01632 960 011").await;
    let near: Timestamp = "2026-11-23T10:00:05Z".parse().unwrap();
    let mut tx = store::Tx::new(&hub.world.db);
    store::due::add(&mut tx, &Due::Tell { event: hub.world.event.clone(), tidings: Tidings::Reminder, after: None }, near);
    tx.commit().await.unwrap();
    hub.clock.set(near);
    assert!(!hub.as_host().get(&list(&hub)).await.text("main").contains("To call"));
    told(&hub, near).await;
    let page = hub.as_host().get(&list(&hub)).await.text("main");
    assert!(page.contains("A reminder: the event is near") && page.contains("When: Wednesday 25 November 2026, 10:00 to 12:00"), "{page}");
    assert!(page.contains("How to join: https://example.org/canary7private"), "nobody else tells them: {page}");
    hub.clock.set("2026-11-25T10:00:00Z".parse().unwrap());
    assert!(!hub.as_host().get(&list(&hub)).await.text("main").contains("To call"), "it has begun");
}

#[tokio::test]
async fn whose_mail_came_back_is_called_as_well() {
    let hub = Hub::with_places(5).await;
    let mut new = by_mail("ann");
    new.person.phone = domain::contact::Phone::parse("01632 960 015").ok();
    let new = NewRegistration { contacts: new.person.contacts(), ..new };
    hub.world.register(&new, now()).await.unwrap();
    hub.world.registrations.confirm(&hub.world.event, &new.id, now()).await.unwrap();
    moved(&hub, "2026-11-26T14:00:00Z", now() + 1.hours()).await;
    told(&hub, now() + 1.hours()).await;
    let mut host = hub.as_host();
    assert!(!host.get(&list(&hub)).await.text("main").contains("To call"), "the mail tells her");
    let hash = hub.context.contact_hash("email:ann@example.org");
    Returned::new(hub.world.db.clone()).mark(&hash, Why::Bounced, now() + 2.hours()).await.unwrap();
    assert!(host.get(&list(&hub)).await.text("main").contains("It is now: Thursday 26"), "it did not");
    let page = host.get(&format!("{}/{}", list(&hub), new.id)).await.text("main");
    let why = page.split("Call them").nth(1).unwrap_or_default();
    assert!(why.contains("Mail to their address came back") && why.contains("only you can tell them") && why.contains("01632 960 015"), "{page}");
    // Somebody who doesn't want our mail has a mailbox.
    Returned::new(hub.world.db.clone()).mark(&hash, Why::Unwanted, now() + 2.hours()).await.unwrap();
    let page = host.get(&format!("{}/{}", list(&hub), new.id)).await.text("main");
    let why = page.split("Call them").nth(1).unwrap_or_default();
    assert!(why.contains("They told their mail service that they don’t want our mail") && why.contains("only you can tell them"), "{page}");
    assert!(!page.contains("came back"), "{page}");
}

//! Whom a host has to call: each thing stands on the list once, in words, until a call after it settles it.

use domain::event::{Change, EventDetails, Format, When};
use domain::ids::RegistrationId;
use domain::message::Message;
use domain::registration::RegistrationState as Is;
use jiff::{Timestamp, ToSpan};
use store::Deed;
use store::due::{Due, DueList, Tidings};
use store::events::Events;
use store::registrations::NewRegistration;
use store::returned::{Returned, Why};
use store::tell::Teller;

use crate::browser::Browser;
use crate::events_world::{desk, now};
use crate::hub::Hub;
use crate::mail_world::World as Keeping;
use crate::world::{by_mail, by_phone, put_event};

fn list(hub: &Hub) -> String {
    format!("/manage/event/{}/registrations", hub.world.event)
}

/// A coordinator approves another day and time, and the hub's clock says when.
async fn moved(hub: &Hub, start: &str, at: Timestamp) {
    let start: Timestamp = start.parse().unwrap();
    let when = When::Timed { start, end: start + 2.hours(), zone: "Europe/London".into(), further: Vec::new() };
    changed(hub, |details| details.when = when, at).await;
}

/// A coordinator approves other details, and the hub's clock says when.
async fn changed(hub: &Hub, change: impl FnOnce(&mut EventDetails), at: Timestamp) {
    hub.clock.set(at);
    let mut record = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap();
    record.change = Some(Change { answers: record.answers.clone(), sent: Some(at) });
    put_event(&hub.world.db, &record).await;
    let mut details = record.published.as_ref().unwrap().details.clone();
    change(&mut details);
    Events::new(hub.world.db.clone()).approve_change(&record, &details, &Deed { at, ..desk() }).await.unwrap();
}

/// The keeper tells everybody what there is to tell.
async fn told(hub: &Hub, at: Timestamp) {
    let due = DueList::new(hub.world.db.clone()).by(at).await.unwrap();
    let teller = Teller::new(hub.world.db.clone());
    for job in due.into_iter().filter(|job| matches!(job.due, Due::Tell { .. })) {
        let mut next = Some(job);
        while let Some(job) = next {
            next = teller.next(&job, at).await.unwrap();
        }
    }
}

async fn called(hub: &Hub, host: &mut Browser, who: &RegistrationId, outcome: &str, at: Timestamp) {
    hub.clock.set(at);
    let person = format!("{}/{who}", list(hub));
    let page = host.get(&person).await;
    let sent = host.send_in("form:has([name=outcome])", &person, &page, &[("act", "call"), ("outcome", outcome)]).await;
    assert_eq!((sent.status, sent.location), (303, list(hub)), "{}", sent.body);
}

async fn phones(hub: &Hub, name: &str, number: &str) -> RegistrationId {
    let new = by_phone(name, number);
    hub.world.register(&new, now()).await.unwrap();
    new.id
}

#[tokio::test]
async fn who_has_no_address_is_called_about_each_change_of_the_event() {
    let hub = Hub::with_places(5).await;
    let ben = phones(&hub, "Ben", "01632 960 011").await;
    let mut host = hub.as_host();
    let at = now() + 1.hours();
    moved(&hub, "2026-11-26T14:00:00Z", at).await;
    told(&hub, at).await;
    let page = host.get(&list(&hub)).await.text("main");
    for said in ["To call", "The event was changed", "It was: Wednesday 25 November 2026", "It is now: Thursday 26 November 2026"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    called(&hub, &mut host, &ben, "no-answer", at + 1.minutes()).await;
    assert!(host.get(&list(&hub)).await.text("main").contains("To call"), "nobody answered: call again");
    called(&hub, &mut host, &ben, "reached", at + 2.minutes()).await;
    assert!(!host.get(&list(&hub)).await.text("main").contains("To call"));

    let again = at + 2.hours();
    moved(&hub, "2026-11-27T14:00:00Z", again).await;
    told(&hub, again).await;
    let page = host.get(&list(&hub)).await.text("main");
    assert!(page.contains("It was: Thursday 26 November 2026"), "a second change needs a call of its own: {page}");
    assert!(!page.contains("Wednesday 25"), "what they were told is not said again: {page}");
}

#[tokio::test]
async fn two_changes_that_nobody_told_them_of_are_said_as_one() {
    let hub = Hub::with_places(5).await;
    phones(&hub, "Ben", "01632 960 011").await;
    for (start, hours) in [("2026-11-26T14:00:00Z", 1), ("2026-11-27T14:00:00Z", 2)] {
        moved(&hub, start, now() + hours.hours()).await;
        told(&hub, now() + hours.hours()).await;
    }
    let page = hub.as_host().get(&list(&hub)).await.text("main");
    assert!(page.contains("It was: Wednesday 25") && page.contains("It is now: Friday 27"), "{page}");
    assert_eq!(page.matches("The event was changed").count(), 1, "{page}");
    assert!(!page.contains("Thursday 26"), "{page}");
}

#[tokio::test]
async fn two_changes_before_the_keeper_came_by_are_both_said() {
    let hub = Hub::with_places(5).await;
    phones(&hub, "Ben", "01632 960 011").await;
    moved(&hub, "2026-11-26T14:00:00Z", now() + 1.hours()).await;
    changed(&hub, |details| details.place.format = Format::InPerson, now() + 2.hours()).await;
    told(&hub, now() + 2.hours()).await;
    let page = hub.as_host().get(&list(&hub)).await.text("main");
    assert!(page.contains("It was: Wednesday 25") && page.contains("It is now: Thursday 26"), "the first: {page}");
    assert!(page.contains("It is now: In person"), "and the second: {page}");
    assert_eq!(page.matches("The event was changed").count(), 1, "{page}");
}

#[tokio::test]
async fn of_a_postponed_event_nobody_is_called_about_a_day_that_is_no_longer_true() {
    let hub = Hub::with_places(5).await;
    phones(&hub, "Ben", "01632 960 011").await;
    moved(&hub, "2026-11-26T14:00:00Z", now() + 1.hours()).await;
    told(&hub, now() + 1.hours()).await;
    let record = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap();
    let at = now() + 2.hours();
    Events::new(hub.world.db.clone()).postpone(&record, "", &Deed { at, ..desk() }).await.unwrap();
    hub.clock.set(at);
    told(&hub, at).await;
    let page = hub.as_host().get(&list(&hub)).await.text("main");
    assert!(page.contains("The event was postponed") && !page.contains("It is now: Thursday 26"), "{page}");
    moved(&hub, "2026-11-27T14:00:00Z", at + 1.hours()).await;
    told(&hub, at + 1.hours()).await;
    let page = hub.as_host().get(&list(&hub)).await.text("main");
    assert!(page.contains("It was: Wednesday 25") && page.contains("It is now: Friday 27"), "{page}");
}

#[tokio::test]
async fn what_changed_while_the_host_was_on_the_phone_is_not_settled_by_that_call() {
    let hub = Hub::with_places(5).await;
    let ben = phones(&hub, "Ben", "01632 960 011").await;
    let mut host = hub.as_host();
    moved(&hub, "2026-11-26T14:00:00Z", now() + 1.hours()).await;
    told(&hub, now() + 1.hours()).await;
    let person = format!("{}/{ben}", list(&hub));
    let seen = host.get(&person).await;
    moved(&hub, "2026-11-27T14:00:00Z", now() + 2.hours()).await;
    told(&hub, now() + 2.hours()).await;
    let sent = host.send_in("form:has([name=outcome])", &person, &seen, &[("act", "call"), ("outcome", "reached")]).await;
    assert_eq!(sent.status, 422);
    let text = sent.text("main");
    assert!(text.contains("Something new has to be said") && text.contains("Friday 27 November 2026"), "{text}");
    assert!(host.get(&list(&hub)).await.text("main").contains("To call"));
}

#[tokio::test]
async fn a_postponed_event_is_said_by_phone_too_until_it_has_a_day_again() {
    let hub = Hub::with_places(5).await;
    phones(&hub, "Ben", "01632 960 011").await;
    let at = now() + 1.hours();
    let events = Events::new(hub.world.db.clone());
    let record = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap();
    let record = events.postpone(&record, "The <boiler> broke.", &Deed { at, ..desk() }).await.unwrap();
    hub.clock.set(at);
    told(&hub, at).await;
    let mut host = hub.as_host();
    let page = host.get(&list(&hub)).await.text("main");
    assert!(page.contains("The event was postponed") && page.contains("The <boiler> broke."), "{page}");
    events.go_ahead(&record, &Deed { at: at + 1.hours(), ..desk() }).await.unwrap();
    hub.clock.set(at + 1.hours());
    told(&hub, at + 1.hours()).await;
    let page = host.get(&list(&hub)).await.text("main");
    assert!(!page.contains("The event was postponed"), "it is no longer true: {page}");
}

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
async fn who_registers_after_a_change_is_told_nothing_of_it_and_who_was_there_before_is() {
    let hub = Hub::with_places(9).await;
    let before = hub.world.comes("ann", now()).await;
    phones(&hub, "Ben", "01632 960 011").await;
    let at = now() + 1.hours();
    moved(&hub, "2026-11-26T14:00:00Z", at).await;
    let after = hub.world.comes("cat", at + 1.minutes()).await;
    hub.world.register(&by_phone("Dee", "01632 960 014"), at + 1.minutes()).await.unwrap();
    hub.clock.set(at + 2.minutes());
    told(&hub, at + 2.minutes()).await;
    let of_the_change = async |who| hub.world.mails(who).await.iter().any(|mail| matches!(mail, Message::EventMoved { .. }));
    assert!(of_the_change(&before).await);
    assert!(!of_the_change(&after).await, "she read the new day when she registered");
    let page = hub.as_host().get(&list(&hub)).await;
    let text = page.text("main");
    let calls = text.split("People with a place").next().unwrap();
    assert!(calls.contains("Ben") && !calls.contains("Dee"), "{calls}");
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

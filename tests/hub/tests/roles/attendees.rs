//! What people do who come.

use domain::event::{EventRecord, When};
use domain::ids::Slug;
use hub_tests::{Fields, TestHub};
use jiff::SignedDuration;
use store::events::Events;
use store::public::{AtAddress, PublicReader};
use store::{Key, Table, Tx};

use hub_tests::walk::{Visitor, decide, list_an_event_for, registered};

/// Registers, changes everything, asks for the link, is seen by the host, leaves, and erases themselves.
pub async fn register_change_and_leave(hub: &TestHub, event: &str, host: &Visitor) {
    let ann = registered(hub, event, "Ann Example", "ann@example.org").await;
    ann.get(&format!("{event}/places")).await.expect_status(200);
    let page = ann.get(&format!("{}/change", ann.home)).await.expect_status(200);
    ann.send(&page, &[("name", "Ann Other"), ("phone", "01632 960 011"), ("needs", "captions")]).await.expect_status(200);
    let twin = Visitor::new(hub);
    let page = twin.press(&format!("{event}/register"), &[("name", "Ann Example"), ("email", "ann@example.org")]).await;
    let page = twin.send(&page, &[("go", "skip")]).await;
    twin.send(&page, &[("step", "send")]).await.expect_status(200);
    Visitor::new(hub).press("/links", &[("email", "ann@example.org")]).await.expect_status(200);
    let list = host.get(&format!("{}/registrations", host.home)).await.expect_status(200);
    assert!(list.text().contains("Ann Other"), "{}", list.text());
    arranges_writes_and_looks_after_the_door(host, &list.attributes("tbody th a", "href")[0]).await;
    ann.press(&format!("{}/cancel", ann.home), &[]).await.expect_status(200);
    let erased = ann.press(&format!("{}/held", ann.home), &[("act", "this")]).await;
    assert!(erased.text().contains("It is erased"), "{}", erased.text());
}

/// What a host does with the list.
async fn arranges_writes_and_looks_after_the_door(host: &Visitor, person: &str) {
    let list = format!("{}/registrations", host.home);
    let page = host.get(person).await.expect_status(200);
    let arrange = "form:has([name='arrange_captions'])";
    host.send_at(arrange, &page, &[("act", "arrange"), ("arrange_captions", "arranged")]).await.expect_status(200);
    host.press(&format!("{list}/door"), &[("act", "came")]).await.expect_status(200);
    host.press(&format!("{list}/door"), &[("act", "walk-ins"), ("people", "3")]).await.expect_status(200);
    let phoned = [("asked_by", "phone"), ("agreed", "yes"), ("name", "Mo Example"), ("phone", "01632 960 077")];
    let added = host.press(&format!("{list}/add"), &phoned).await.expect_status(200);
    host.get(&format!("{}/letter", added.path)).await.expect_status(200);
    host.press(&format!("{list}/download"), &[("act", "access"), ("care", "yes")]).await.expect_status(200);
    let message = [("audience", "all"), ("words", "Dear {name}, bring a drink."), ("act", "send")];
    host.press(&format!("{list}/message"), &message).await.expect_status(200);
}

/// One place, two people: the second waits, is offered the place, and gives it back.
pub async fn wait_and_are_offered(hub: &TestHub, desk: &Visitor) {
    list_an_event_for(hub, "One place only", "one@example.org", "1").await;
    let event = decide(hub, desk, "One place only", "publish").await;
    let first = registered(hub, &event, "First", "first-in@example.org").await;
    let second = registered(hub, &event, "Second", "second-in@example.org").await;
    assert!(second.get(&second.home).await.text().contains("first in the queue"));
    first.press(&format!("{}/cancel", first.home), &[]).await.expect_status(200);
    let offered = second.get(&second.home).await;
    second.send_at("form[action$='/accept']", &offered, &[]).await.expect_status(200);
    second.press(&format!("{}/cancel", second.home), &[]).await.expect_status(200);
}

/// Comes to something that is there at any time: how long that is shown goes by its week.
pub async fn come_at_any_time(hub: &TestHub, desk: &Visitor) {
    list_an_event_for(hub, "There at any time", "any-time@example.org", "5").await;
    let event = decide(hub, desk, "There at any time", "publish").await;
    let guest = registered(hub, &event, "Dee", "dee@example.org").await;
    let slug = Slug::parse(event.trim_start_matches("/events/")).expect("an address");
    let page = PublicReader::new(hub.db.clone()).event(&slug).await.expect("the database answers");
    let Some(AtAddress::Page(page)) = page else { panic!("nothing at {event}") };
    let record = Events::new(hub.db.clone()).load(&page.id).await.expect("the database answers").expect("an event");
    let mut at_any_time = record.clone();
    at_any_time.published.as_mut().expect("it is published").details.when = When::AnyTime;
    write(hub, &at_any_time).await;
    guest.get(&guest.home).await.expect_status(200);
    write(hub, &record).await;
}

async fn write(hub: &TestHub, event: &EventRecord) {
    let mut tx = Tx::new(&hub.db);
    tx.put(Table::Hub, &Key::new(format!("EVENT#{}", event.id), "META"), event);
    tx.commit().await.expect("it is written");
}

/// Holds a place without confirming while somebody waits: after two hours the keeper gives it on.
pub async fn do_not_confirm(hub: &TestHub, desk: &Visitor) {
    list_an_event_for(hub, "Held and not taken", "held@example.org", "1").await;
    let event = decide(hub, desk, "Held and not taken", "publish").await;
    let idle = Visitor::new(hub);
    let page = idle.press(&format!("{event}/register"), &[("name", "Idle"), ("email", "idle@example.org")]).await.expect_status(200);
    let needs = Fields(page.form_at("main form[method=post i]").0).and("needs", "bsl").with("needs_consent", "yes");
    let page = idle.submit(&page.action_at("main form[method=post i]"), &needs).await.expect_status(200);
    idle.send(&page, &[("step", "send")]).await.expect_status(200);
    let waits = registered(hub, &event, "Waits", "waits@example.org").await;
    hub.clock.advance(SignedDuration::from_hours(3));
    hub.tick().await;
    let page = waits.get(&waits.home).await.text();
    assert!(page.contains("until"), "the place is offered on:\n{page}");
}

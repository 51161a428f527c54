//! What hosts do.

use hub_tests::TestHub;

use hub_tests::walk::{Visitor, decide, list_an_event, list_an_event_for, proposes_a_change, registered, settle, word};

/// Lists an event, sends the form twice, changes the address, confirms anew, and takes the event back. Then lists the one that stays.
pub async fn lists_changes_and_withdraws(hub: &TestHub, desk: &Visitor) -> Visitor {
    let visitor = Visitor::new(hub);
    let start = visitor.get("/list-an-event").await.expect_status(200);
    let first = visitor.send(&start, &[("week", "demo/2026")]).await.expect_status(200);
    let again = visitor.send(&start, &[("week", "demo/2026")]).await.expect_status(200);
    assert_eq!(first.path, again.path, "a double press is one draft");

    let host = list_an_event(hub, "Withdrawn before it is public", "first@example.org").await;
    asks_for_change(desk, "Withdrawn before it is public").await;
    host.press(&format!("{}/host", host.home), &[("contact_email", "second@example.org")]).await.expect_status(200);
    host.press(&format!("{}/check", host.home), &[]).await.expect_status(200);
    hub.tick().await;
    let link = hub.mails_to("second@example.org").iter().find_map(|mail| mail.text.contains("/confirm/").then(|| mail.link_with("/confirm/")));
    host.press(&link.expect("a mail that asks to confirm"), &[]).await.expect_status(200);
    host.press(&format!("{}/link", host.home), &[]).await.expect_status(200);
    host.press(&format!("{}/withdraw", host.home), &[]).await.expect_status(200);

    list_an_event(hub, "The event that stays", "host@example.org").await
}

async fn asks_for_change(desk: &Visitor, title: &str) {
    let queue = desk.get("/desk").await.expect_status(200);
    let at = queue.select("main table a, main li a").iter().position(|t| t.contains(title)).expect("it waits");
    let page = desk.get(&queue.attributes("main table a, main li a", "href")[at]).await.expect_status(200);
    let form = "form:has(input[name=act][value=ask-for-change])";
    desk.send_at(form, &page, &[("words", "Write who it is for.")]).await.expect_status(200);
}

/// The desk publishes it; gives its public address.
pub async fn is_published(hub: &TestHub, desk: &Visitor) -> String {
    decide(hub, desk, "The event that stays", "publish").await
}

/// Cancels an event for which more are registered than one transaction tells.
pub async fn cancels_for_many(hub: &TestHub, desk: &Visitor) {
    let host = list_an_event_for(hub, "For so many people", "many@example.org", "40").await;
    let event = decide(hub, desk, "For so many people", "publish").await;
    for number in 0..27 {
        let person = Visitor::new(hub);
        let page =
            person.press(&format!("{event}/register"), &[("name", "Somebody"), ("email", &format!("{}{number}@example.org", word(hub)))]).await;
        let page = person.send(&page, &[("go", "skip")]).await.expect_status(200);
        person.send(&page, &[("step", "send")]).await.expect_status(200);
    }
    host.press(&format!("{}/cancel", host.home), &[("words", "The hall is closed.")]).await.expect_status(200);
    hub.tick().await;
    let told = hub.mailbox.letters().into_iter().filter(|l| l.mail.text.contains("The hall is closed.")).count();
    assert!(told >= 27, "{told} people were told");
}

/// Postpones a published event, and goes ahead with it after all: everybody registered is told twice.
pub async fn postpones(hub: &TestHub, desk: &Visitor) {
    let host = list_an_event(hub, "Put off", "puts-off@example.org").await;
    let event = decide(hub, desk, "Put off", "publish").await;
    registered(hub, &event, "Comes anyway", "put-off@example.org").await;
    for told in ["Postponed: your event", "Your event has changed"] {
        host.press(&format!("{}/postpone", host.home), &[]).await.expect_status(200);
        hub.tick().await;
        assert!(hub.mail_to("put-off@example.org").subject.starts_with(told), "{}", hub.mail_to("put-off@example.org").subject);
    }
}

/// Moves a published event to another day under another title, through the desk: everybody registered is told.
pub async fn changes_what_is_published(hub: &TestHub, desk: &Visitor) {
    let host = list_an_event(hub, "Before it was moved", "moves@example.org").await;
    let event = decide(hub, desk, "Before it was moved", "publish").await;
    registered(hub, &event, "Comes anyway", "moved@example.org").await;
    proposes_a_change(&host, &[("about", &[("title", "After it was moved")]), ("when", &[("day", "26")])]).await;
    settle(desk, "Change to: Before it was moved", "publish").await;
    hub.tick().await;
    assert!(hub.mail_to("moved@example.org").text.contains("Thursday 26 November"), "{}", hub.mail_to("moved@example.org").text);
}

//! A hub that may be read and not changed.

use std::sync::Arc;

use hub_tests::{Fields, Page, TestHub};
use local::{Data, Engine, Options};

use hub_tests::walk::at_the_desk;

/// Two hubs on the same tables: the second as the first options say.
async fn beside(engine: &Arc<Engine>, change: impl FnOnce(&mut Options)) -> TestHub {
    TestHub::with(Data::Shared(engine.clone(), "ro-".into()), change).await
}

/// The first event that takes registrations.
async fn with_places(hub: &TestHub, events: Vec<String>) -> String {
    for event in events {
        if hub.get(&format!("{event}/places")).await.status.is_success() {
            return event;
        }
    }
    panic!("no event of the demonstration takes registrations")
}

/// The first form of a page, filled in with text of somebody's own, and sent.
async fn sent(hub: &TestHub, path: &str, name: &str, text: &str) -> Page {
    let page = hub.get(path).await.expect_status(200);
    let form = "main form[method=post i]";
    let fields: Fields = page.form_at(form).with(name, text);
    hub.post(&page.action_at(form), &fields).await
}

#[tokio::test]
async fn pages_are_served_forms_give_back_what_was_typed_and_nothing_changes() {
    let engine = Arc::new(Engine::memory().unwrap());
    let open = beside(&engine, |options| options.demonstration = true).await;
    let closed = beside(&engine, |options| options.read_only = true).await;
    let before = closed.everything().await;
    let calendar = closed.get("/demo/2026/calendar").await.expect_status(200);
    let event = with_places(&closed, calendar.attributes("article h3 a", "href")).await;
    for page in ["/", "/weeks", "/demo/2026", "/demo/2026/stories", "/help", &event, &format!("{event}.ics"), &format!("{event}/places")] {
        closed.get(page).await.expect_status(200);
    }
    let typed = "Ann O\u{2019}Hara <b>, 07700 900000";
    for (path, field) in [("/list-an-event", "week"), ("/share-your-story", "week"), (&format!("{event}/register"), "name"), ("/links", "email")] {
        let form = closed.get(path).await.expect_status(200);
        assert!(form.text().contains("You can\u{2019}t send forms now"), "{path} doesn't say so:\n{}", form.text());
        let answer = sent(&closed, path, field, typed).await.expect_status(503);
        assert_eq!(answer.header("retry-after").as_deref(), Some("600"), "{path}");
        assert!(answer.select("textarea").iter().any(|text| text == typed), "{path} lost it:\n{}", answer.text());
        assert!(!open.get(path).await.text().contains("You can\u{2019}t send forms now"), "{path}");
    }
    assert!(closed.get("/healthz").await.html().contains("forms not now"));
    assert_eq!(closed.everything().await, before, "nothing changed");
    let taken = sent(&open, "/list-an-event", "week", "demo/2026").await;
    assert_eq!(taken.status.as_u16(), 303, "the same form is taken where the hub is open: {}", taken.text());
}

#[tokio::test]
async fn mail_waits_and_is_sent_when_the_hub_is_open_again() {
    let engine = Arc::new(Engine::memory().unwrap());
    let open = beside(&engine, |options| options.demonstration = true).await;
    at_the_desk(&open).await;
    let closed = beside(&engine, |options| options.read_only = true).await;
    let outbox = store::outbox::Outbox::new(open.db.clone());
    let before = open.mailbox.letters().len();
    let id = waiting(&open).await;
    closed.tick().await;
    assert!(closed.mailbox.letters().is_empty() && outbox.waiting().await.unwrap().iter().any(|w| w.id == id));
    open.tick().await;
    assert_eq!(open.mailbox.letters().len(), before + 1);
}

/// A mail that waits.
async fn waiting(hub: &TestHub) -> String {
    use domain::message::{Message, Waiting};
    use store::staff::Staff;
    let first = Staff::new(hub.db.clone()).all().await.unwrap().remove(0);
    let message = Message::StaffInvited { staff: first.id.clone() };
    let waiting = Waiting { id: format!("staff-invited#{}", first.id), to: first.email.clone().into(), message, created: hub.context.now() };
    let mut tx = store::Tx::new(&hub.db);
    store::outbox::add(&mut tx, &waiting);
    tx.commit().await.unwrap();
    waiting.id
}

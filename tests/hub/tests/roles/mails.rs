//! Mails by the stream under the mailer's role, by the net under the keeper's, and what can't be written by either.

use domain::contact::Email;
use domain::ids::EventId;
use domain::message::{Message, Waiting};
use hub_tests::TestHub;
use hub_tests::roles::Role;
use hub_tests::template::Template;
use jiff::SignedDuration;
use store::{Key, Table, Tx};

use hub_tests::walk::{Visitor, share_a_story_from};

fn mailer(hub: &TestHub) -> mailer::State {
    mailer::State::new(hub.context.clone(), hub.way_of("mailer"), hub.mailbox.clone())
}

/// Each kind of record that a mail is about, once by the stream.
pub async fn come_by_the_stream(hub: &TestHub, desk: &Visitor) {
    let mailer = mailer(hub);
    share_a_story_from(hub, "A story with a mail", "by-stream@example.org").await;
    let visitor = Visitor::new(hub);
    let start = visitor.press("/list-an-event", &[("week", "demo/2026")]).await;
    let page = visitor.send(&start, &[("title", "A draft"), ("summary", "Short."), ("description", "Text."), ("kind", "workshop")]).await;
    visitor.send(&page, &[("host", "Group"), ("nation", "wales"), ("contact_name", "Host"), ("contact_email", "by-stream@example.org")]).await;
    let people = desk.get("/desk/people").await;
    desk.send(&people, &[("name", "Sam Example"), ("email", "sam@example.org"), ("role", "reviewer")]).await.expect_status(200);
    hub.stream(&mailer).await;
    assert_eq!(hub.mails_to("by-stream@example.org").len(), 2);
    assert_eq!(hub.mails_to("sam@example.org").len(), 1);
}

/// Tried five times by the mailer and five times by the keeper.
pub async fn that_nobody_can_write_are_set_aside(hub: &TestHub) {
    let mailer = mailer(hub);
    for (number, by_stream) in [(1, true), (2, false)] {
        poison(hub, number).await;
        for _ in 0..5 {
            if by_stream {
                hub.stream(&mailer).await;
            } else {
                hub.tick().await;
            }
            hub.clock.advance(SignedDuration::from_mins(5));
        }
    }
    let aside = store::outbox::Outbox::new(hub.db.clone()).aside().await.expect("the outbox answers");
    assert_eq!(aside.len(), 2, "{aside:?}");
    assert!(Role::of(Template::get(), "mailer").statements.iter().all(|s| !s.actions.contains(&"dynamodb:Query".to_owned())));
}

/// A message about an event whose record nobody can read.
async fn poison(hub: &TestHub, number: u8) {
    let event = EventId::from_random([number; 16]);
    let mut tx = Tx::new(&hub.db);
    tx.put(Table::Hub, &Key::new(format!("EVENT#{event}"), "META"), &serde_json::json!({ "broken": true }));
    let to = Email::parse("nobody@example.org").expect("an address").into();
    let message = Message::EventReceived { event };
    store::outbox::add(&mut tx, &Waiting { id: format!("poison-{number}"), to, message, created: hub.context.now() });
    tx.commit().await.expect("it is written");
}

//! What the keeper lets go of, under its role.

use domain::contact::Email;
use domain::event::{EventRecord, EventState};
use domain::ids::{EventId, ImportId, RegistrationId, StoryId};
use domain::registration::{Party, Person, RegistrationRecord, RegistrationState};
use domain::story::{CodeRecord, StoryRecord};
use domain::week::WeekId;
use hub_tests::TestHub;
use jiff::SignedDuration;
use serde_json::json;
use store::due::Due;
use store::{Key, Table, Tx};

/// A draft and a story that nobody finishes, and somebody at an event without a time of its own whose week is long over.
pub async fn lets_go_of_what_is_over(hub: &TestHub) {
    let (now, week) = (hub.context.now(), WeekId::parse("demo/2026").expect("a week"));
    let draft = EventRecord::draft(EventId::from_random([8; 16]), week, now);
    let mut held = EventRecord::draft(EventId::from_random([7; 16]), week, now);
    held.state = EventState::Published;
    let mut story = StoryRecord::draft(StoryId::from_random([9; 16]), week, now);
    story.code = Some(CodeRecord { number: 1, hash: "code".into(), kept: true });
    let person = Person { name: "Cy".into(), email: Some(Email::parse("cy@example.org").expect("an address")), phone: None };
    let id = RegistrationId::from_random([6; 16]);
    let guest = RegistrationRecord::new(id, held.id.clone(), person, Party::default(), RegistrationState::Confirmed, now);

    let mut tx = Tx::new(&hub.db);
    for event in [&draft, &held] {
        tx.put(Table::Hub, &Key::new(format!("EVENT#{}", event.id), "META"), event);
    }
    tx.put(Table::Hub, &Key::new(format!("STORY#{}", story.id), "META"), &story);
    tx.put(Table::Confidential, &Key::new(format!("AUTHOR#{}", story.id), "META"), &json!({ "email": "author@example.org", "hash": "abc" }));
    tx.put(Table::Hub, &Key::new(format!("EVENT#{}", held.id), format!("REG#{}", guest.id)), &guest);
    // An import that broke off on a coordinator's way home.
    let import = ImportId::from_random([5; 26]);
    tx.put(Table::Hub, &Key::new(format!("IMPORT#{import}"), "META"), &json!({ "standing": "open", "since": now, "events": 1 }));
    store::due::add(&mut tx, &Due::GiveUpImport { import }, now);
    tx.commit().await.expect("it is written");

    // The week ends on 29 November; people stay for ninety days after it.
    for days in [0, 1, 31, 91, 20] {
        hub.clock.advance(SignedDuration::from_hours(24 * days));
        for _ in 0..20 {
            hub.tick().await;
        }
    }
    let left = hub.everything().await;
    for gone in [format!("REG#{}", guest.id), format!("STORY#{}", story.id), format!("AUTHOR#{}", story.id), draft.id.to_string()] {
        let found: Vec<_> = left.keys().filter(|key| key.contains(&gone) && !key.contains("AUDIT")).collect();
        assert!(found.is_empty(), "{found:?}");
    }
}

//! What is over is let go: each kind after its time, each once, whoever walks beside (quality-bar P-09).

use domain::contact::Email;
use domain::event::{EventRecord, EventState};
use domain::ids::{EventId, StoryId};
use domain::registration::{RegistrationRecord, RegistrationState};
use domain::story::{StoryRecord, StoryState};
use domain::week::{Week, WeekId};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::weeks::Weeks;
use store::{Key, Table, Tx};

use crate::world::{World, now, random, registration, seconds};

fn days(n: i64) -> Timestamp {
    now() + SignedDuration::from_hours(24 * n)
}

fn key(pk: String, sk: &str) -> Key {
    Key::new(pk, sk)
}

async fn put(world: &World, table: Table, key: &Key, record: &impl serde::Serialize) {
    let mut tx = Tx::new(&world.db);
    tx.put(table, key, record);
    tx.commit().await.unwrap();
}

async fn is_there(world: &World, table: Table, key: &Key) -> bool {
    world.db.get::<Value>(table, key).await.unwrap().is_some()
}

async fn event(world: &World, state: EventState) -> Key {
    let mut event = EventRecord::draft(EventId::from_random(random()), WeekId::parse("scotland/2026").unwrap(), now());
    event.state = state;
    event.confirmed_email = Some(Email::parse("host@example.org").unwrap());
    let key = key(format!("EVENT#{}", event.id), "META");
    put(world, Table::Hub, &key, &event).await;
    let known = Key::new(format!("CONTACT#{}", world.hash("host@example.org")), format!("HOST#{}", event.id));
    put(world, Table::Hub, &known, &json!({ "event": event.id })).await;
    key
}

async fn story(world: &World, state: StoryState) -> (Key, Key) {
    let mut story = StoryRecord::draft(StoryId::from_random(random()), WeekId::parse("scotland/2026").unwrap(), now());
    story.state = state;
    story.has_contact = true;
    let (record, address) = (key(format!("STORY#{}", story.id), "META"), key(format!("AUTHOR#{}", story.id), "META"));
    put(world, Table::Hub, &record, &story).await;
    put(world, Table::Confidential, &address, &json!({ "email": "author@example.org", "hash": "abc" })).await;
    (record, address)
}

/// Walks a whole day.
async fn walk(world: &World, at: Timestamp) -> usize {
    let mut forgotten = 0;
    for minute in 0..20 {
        forgotten += keeper::tick(&world.keeper, at + seconds(60 * minute)).await.unwrap().forgotten;
    }
    forgotten
}

#[tokio::test]
async fn what_nobody_finishes_is_kept_for_its_time_and_not_longer() {
    use EventState as E;
    use StoryState as S;
    let world = World::new().await;
    let mut rows = Vec::new();
    let events = [
        (E::Draft, 90),
        (E::Sent, 90),
        (E::ChangesAsked, 90),
        (E::Declined, 30),
        (E::Withdrawn, 30),
        (E::Queued, 0),
        (E::Published, 0),
        (E::Cancelled, 0),
    ];
    for (state, kept) in events {
        rows.push((format!("event {state:?}"), kept, event(&world, state).await, None));
    }
    for (state, kept) in [(S::Draft, 30), (S::ChangesAsked, 30), (S::Declined, 30), (S::Queued, 0), (S::Live, 0), (S::Withdrawn, 0)] {
        let (record, address) = story(&world, state).await;
        rows.push((format!("story {state:?}"), kept, record, Some(address)));
    }
    for day in [0, 1, 29, 30, 31, 89, 90, 400] {
        walk(&world, days(day)).await;
        for (name, kept, record, address) in &rows {
            let stays = *kept == 0 || day < *kept;
            assert_eq!(is_there(&world, Table::Hub, record).await, stays, "{name} on day {day}");
            if let Some(address) = address {
                assert_eq!(is_there(&world, Table::Confidential, address).await, stays, "the author of {name} on day {day}");
            }
        }
    }
    let hosts = world.db.list::<Value>(Table::Hub, &format!("CONTACT#{}", world.hash("host@example.org")), "HOST#", 50, None, false).await.unwrap();
    assert_eq!(hosts.records.len(), 3, "only what is there is found by its host's address");
}

#[tokio::test]
async fn who_goes_on_writing_begins_the_time_anew() {
    let world = World::new().await;
    let (record, _) = story(&world, StoryState::Draft).await;
    walk(&world, days(0)).await;
    let mut written: StoryRecord = world.db.get(Table::Hub, &record).await.unwrap().unwrap();
    written.version += 1;
    put(&world, Table::Hub, &record, &written).await;
    walk(&world, days(29)).await;
    walk(&world, days(31)).await;
    assert!(is_there(&world, Table::Hub, &record).await, "it was touched two days ago");
    walk(&world, days(59)).await;
    assert!(!is_there(&world, Table::Hub, &record).await);
}

async fn guest(world: &World, event: &EventId, i: usize, state: RegistrationState, confirmed: bool) -> (RegistrationRecord, Key) {
    let mut of = registration(event, i, state);
    of.address_confirmed = confirmed;
    let at = key(format!("EVENT#{event}"), &format!("REG#{}", of.id));
    let mut stored = serde_json::to_value(&of).unwrap();
    stored["contacts"] = json!([format!("hash{i}")]);
    put(world, Table::Hub, &at, &stored).await;
    put(world, Table::Confidential, &key(format!("ACCESS#{event}"), &format!("REG#{}", of.id)), &json!({ "needs": ["bsl"] })).await;
    (of, at)
}

#[tokio::test]
async fn after_an_event_people_go_and_counts_stay() {
    use RegistrationState as R;
    let world = World::new().await;
    let week = WeekId::parse("scotland/2026").unwrap();
    let last = date(2026, 11, 29);
    let known = json!({ "id": week, "name": "Week", "first": date(2026, 11, 23), "last": last, "dates_note": null, "theme": null, "theme_note": null,
        "organiser": "X", "source": null, "offered": "", "hashtag": null, "questions": [] });
    Weeks::new(world.db.clone()).put(&serde_json::from_value::<Week>(known).unwrap()).await.unwrap();
    let held = event(&world, EventState::Published).await;
    let id = EventId::parse(held.pk.trim_start_matches("EVENT#")).unwrap();
    let counts = key(held.pk.clone(), "PLACES");
    put(&world, Table::Hub, &counts, &json!({ "confirmed": 2, "held": 0, "waiting": 1 })).await;
    let mut rows = Vec::new();
    // The week ends as the 29th does, on day 10 of the walk; people stay for ninety days after it.
    for (i, (state, confirmed, gone)) in
        [(R::Confirmed, true, 101), (R::Waiting, true, 101), (R::Cancelled, true, 101), (R::Lapsed, true, 101), (R::Lapsed, false, 1)]
            .into_iter()
            .enumerate()
    {
        let (of, at) = guest(&world, &id, i, state, confirmed).await;
        rows.push((of, at, gone));
    }
    for day in [0, 1, 99, 102] {
        walk(&world, days(day)).await;
        for (of, at, gone) in &rows {
            assert_eq!(is_there(&world, Table::Hub, at).await, day < *gone, "{:?} on day {day}", of.state);
        }
    }
    assert!(is_there(&world, Table::Hub, &counts).await && is_there(&world, Table::Hub, &held).await);
    let needs = world.db.list::<Value>(Table::Confidential, &format!("ACCESS#{id}"), "", 50, None, false).await.unwrap();
    assert!(needs.records.is_empty());
    let audit = store::audit::Audit::new(world.db.clone()).of_event(&id, None).await.unwrap();
    assert_eq!(audit.records.iter().filter(|(_, entry)| entry.act == "forget").count(), 5, "each once, by id");
}

/// Two keepers at once, one that dies at every step, one a day late: the same end, and nothing twice.
#[tokio::test]
async fn a_walk_that_breaks_off_or_has_a_twin_ends_the_same() {
    let world = World::new().await;
    for _ in 0..130 {
        story(&world, StoryState::Declined).await;
    }
    walk(&world, days(0)).await;
    // It breaks off after one step, and its twin is at the same step.
    let hash = |contact: &str| contact.to_owned();
    let retention = store::retention::Retention::new(world.db.clone());
    let (a, b) = tokio::join!(retention.step(days(31), &hash), retention.step(days(31), &hash));
    a.unwrap();
    b.unwrap();
    let (a, b) = tokio::join!(walk(&world, days(32)), walk(&world, days(32)));
    assert!(a + b <= 130, "{a} + {b}");
    let left = world.db.client().scan().table_name(world.db.tables().name(Table::Confidential)).send().await.unwrap();
    assert_eq!(left.count(), 0);
    let audit = store::audit::Audit::new(world.db.clone());
    let mut entries = 0;
    for day in [31, 32] {
        let day = store::audit::Audit::day_of(days(day));
        let mut after = None;
        loop {
            let page = audit.of_day(day, after.as_deref(), days(32)).await.unwrap();
            entries += page.records.iter().filter(|(_, entry)| entry.act == "forget").count();
            after = page.more;
            if after.is_none() {
                break;
            }
        }
    }
    assert_eq!(entries, 130, "each once");
}

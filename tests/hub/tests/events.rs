//! Events in the store: what is written together, what is refused, what never becomes public.

#[path = "events/old_records.rs"]
mod old_records;
#[path = "events/trusted.rs"]
mod trusted;
#[path = "events/world.rs"]
mod world;

use domain::audit::AuditEntry;
use domain::event::{EventState, EventStep, PublicState};
use domain::message::Message;
use domain::registration::Places;
use jiff::SignedDuration;
use store::audit::Audit;
use store::due::{Due, DueList, Tidings};
use store::events::EventError;
use store::outbox::Outbox;
use store::public::{AtAddress, PublicReader};
use store::queue::{Queue, Queued};
use store::{Deed, Key, Table};
use world::{CANARY, World, contact, desk, details, form, host, now, week};

async fn acts(world: &World) -> Vec<String> {
    let day = Audit::day_of(now());
    let page = Audit::new(world.db.clone()).of_day(day, None, now()).await.unwrap();
    let mut acts: Vec<String> = page.records.into_iter().map(|(_, entry): (_, AuditEntry)| entry.act).collect();
    acts.sort();
    acts
}

#[tokio::test]
async fn an_entry_of_the_audit_is_shown_for_twelve_months_and_a_little_and_not_a_second_longer() {
    let world = World::new().await;
    world.published("Power, passed round the table").await;
    let (audit, over) = (Audit::new(world.db.clone()), now() + SignedDuration::from_hours(24 * 370));
    for (at, shown) in [(over - SignedDuration::from_secs(1), true), (over, false)] {
        let page = audit.of_day(Audit::day_of(now()), None, at).await.unwrap();
        assert_eq!(!page.records.is_empty(), shown, "{at}: {:?}", page.records);
    }
}

#[tokio::test]
async fn an_event_goes_from_its_first_draft_to_everyone() {
    let world = World::new().await;
    let draft = world.draft("Power, passed round the table").await;
    world.events.send(&draft, &contact(), &form(), &host()).await.unwrap();
    let sent = world.load(&draft.id).await;
    assert_eq!(sent.state, EventState::Sent);
    let queue = Queue::new(world.db.clone());
    assert!(queue.all().await.unwrap().is_empty(), "an unconfirmed host does not reach the desk");

    world.events.confirm(&sent, &contact(), &form(), &host()).await.unwrap();
    let queued = world.load(&draft.id).await;
    let waiting = queue.all().await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!((&waiting[0].what, waiting[0].who.as_str()), (&Queued::Event(draft.id.clone()), "Example Trust"));

    world.events.publish(&queued, &details(&queued), &desk()).await.unwrap();
    assert!(queue.all().await.unwrap().is_empty());
    let public = PublicReader::new(world.db.clone());
    let slug = domain::ids::Slug::parse("power-passed-round-the-table").unwrap();
    let Some(AtAddress::Page(page)) = public.event(&slug).await.unwrap() else { panic!("there is no page") };
    assert_eq!(page.title, "Power, passed round the table");
    assert_eq!(public.event_cards(week().id).await.unwrap().len(), 1);
    let places: Places = world.db.get(Table::Hub, &Key::new(format!("EVENT#{}", draft.id), "PLACES")).await.unwrap().unwrap();
    assert_eq!((places.room.capacity, places.open), (Some(12), true));
    let mails: Vec<Message> = Outbox::new(world.db.clone()).waiting().await.unwrap().into_iter().map(|w| w.message).collect();
    let event = draft.id.clone();
    for expected in
        [Message::EventConfirm { event: event.clone() }, Message::EventReceived { event: event.clone() }, Message::EventPublished { event }]
    {
        assert_eq!(mails.iter().filter(|mail| **mail == expected).count(), 1, "{expected:?}");
    }
}

#[tokio::test]
async fn each_change_has_one_audit_entry() {
    let world = World::new().await;
    let event = world.published("Counted once").await;
    world.events.cancel(&event, "The boiler broke.", &host()).await.unwrap();
    assert_eq!(acts(&world).await, ["cancel", "confirm", "publish", "save", "send"]);
}

#[tokio::test]
async fn a_title_used_before_gets_another_address() {
    let world = World::new().await;
    let slugs = [world.published("Tea and talk").await, world.published("Tea and talk").await, world.published("Tea and talk").await]
        .map(|event| event.published.unwrap().slug.to_string());
    assert_eq!(slugs[0], "tea-and-talk");
    assert_eq!(slugs[1], "tea-and-talk-scotland-2026");
    assert!(slugs[2].starts_with("tea-and-talk-") && slugs[2].len() == "tea-and-talk-".len() + 8, "{}", slugs[2]);
    assert_eq!(PublicReader::new(world.db.clone()).event_cards(week().id).await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_change_on_an_older_version_is_refused() {
    let world = World::new().await;
    let queued = world.queued("Read by two").await;
    world.events.ask_for_change(&queued, "Say which room.", &desk()).await.unwrap();
    let refused = world.events.publish(&queued, &details(&queued), &desk()).await;
    assert!(matches!(refused, Err(EventError::Changed)), "{refused:?}");
    assert!(!world.everything(Table::Public).await.contains("Read by two"));
    assert_eq!(world.load(&queued.id).await.desk_words.as_deref(), Some("Say which room."));
}

#[tokio::test]
async fn two_coordinators_at_once_decide_once() {
    let world = World::new().await;
    let queued = world.queued("Decided once").await;
    let details = details(&queued);
    let (publish, decline) = (desk(), desk());
    let (one, other) = tokio::join!(world.events.publish(&queued, &details, &publish), world.events.decline(&queued, "Not in this week.", &decline));
    assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1, "{one:?} {other:?}");
    let public = world.everything(Table::Public).await.contains("Decided once");
    assert_eq!(public, one.is_ok());
}

#[tokio::test]
async fn a_cancelled_events_page_says_so_and_takes_no_more_bookings() {
    let world = World::new().await;
    let event = world.published("Called off").await;
    world.events.cancel(&event, "The boiler broke.", &host()).await.unwrap();
    let public = PublicReader::new(world.db.clone());
    let slug = event.published.unwrap().slug;
    let Some(AtAddress::Page(page)) = public.event(&slug).await.unwrap() else { panic!("the page is gone") };
    assert_eq!((page.state, page.cancel_words.as_deref(), page.sequence), (PublicState::Cancelled, Some("The boiler broke."), 1));
    assert_eq!(public.event_cards(week().id).await.unwrap()[0].state, PublicState::Cancelled);
    let places: Places = world.db.get(Table::Hub, &Key::new(format!("EVENT#{}", event.id), "PLACES")).await.unwrap().unwrap();
    assert!(!places.open);
    let due: Vec<Due> = DueList::new(world.db.clone()).by(now()).await.unwrap().into_iter().map(|d| d.due).collect();
    assert!(due.contains(&Due::Tell { event: event.id.clone(), tidings: Tidings::Cancelled, after: None }), "{due:?}");
}

#[tokio::test]
async fn people_are_told_of_another_way_in_where_they_know_the_old_one() {
    let world = World::new().await;
    let mut event = world.published("Another way in").await;
    let start = event.page().unwrap().when.start().unwrap();
    let near = start - jiff::SignedDuration::from_hours(47);
    // The field that changes, when, and whether people know the old one.
    for (field, value, at, told) in [
        ("joining", "https://example.org/two", now(), false),
        ("contact_phone", "01632 960 009", near, false),
        ("joining", "https://example.org/three", near, true),
        ("directions", "The red door", now(), true),
    ] {
        let mut typed = event.at_once();
        typed.set(field, value);
        let changed = event.changed_at_once(&typed).unwrap().unwrap();
        event = world.events.change_at_once(&event, &changed, &Deed { at, ..host() }).await.unwrap();
        let sequence = event.published.as_ref().unwrap().sequence;
        let due: Vec<Due> = DueList::new(world.db.clone()).by(start).await.unwrap().into_iter().map(|d| d.due).collect();
        let tell = Due::Tell { event: event.id.clone(), tidings: Tidings::Changed { sequence }, after: None };
        assert_eq!(due.contains(&tell), told, "{field} {at}: {due:?}");
        assert!(event.changed_at_once(&typed).unwrap().is_none(), "the same again is no change");
    }
    let public = PublicReader::new(world.db.clone());
    let slug = event.published.unwrap().slug;
    let Some(AtAddress::Page(page)) = public.event(&slug).await.unwrap() else { panic!("the page is gone") };
    assert_eq!(page.sequence, 3, "calendars notice what changed, and not the number that only the desk sees");
}

#[tokio::test]
async fn what_is_private_is_not_in_the_public_table() {
    let world = World::new().await;
    let event = world.published("Nothing leaks").await;
    assert!(!world.everything(Table::Public).await.contains(CANARY));
    world.events.cancel(&event, "", &host()).await.unwrap();
    let public = world.everything(Table::Public).await;
    assert!(!public.contains(CANARY) && public.contains("Nothing leaks"));
    assert!(world.everything(Table::Hub).await.contains(CANARY), "the canary sits where it should");
}

#[tokio::test]
async fn one_form_sent_twice_begins_one_draft_and_sends_it_once() {
    let world = World::new().await;
    let (begin, send) = (form(), form());
    let new = || domain::event::EventRecord::draft(domain::ids::EventId::from_random(world::random()), week().id, now());
    let first = world.events.begin(&new(), &begin, &host()).await.unwrap();
    let second = world.events.begin(&new(), &begin, &host()).await.unwrap();
    assert_eq!(first, second);
    let mut draft = world.load(&first).await;
    draft = world.events.save(&draft, EventStep::About, &world::answers("Pressed twice"), None, &host()).await.unwrap();
    let both = [world.events.send(&draft, &contact(), &send, &host()).await, world.events.send(&draft, &contact(), &send, &host()).await];
    assert!(both.iter().all(Result::is_ok), "{both:?}");
    let other = store::form_keys::FormUse { hash: "other answers".into(), ..send };
    assert!(matches!(world.events.send(&draft, &contact(), &other, &host()).await, Err(EventError::FormUsed)));
    assert_eq!(Outbox::new(world.db.clone()).waiting().await.unwrap().len(), 1);
}

#[tokio::test]
async fn another_address_revokes_the_links_that_went_to_the_first() {
    let world = World::new().await;
    let draft = world.draft("Mistyped").await;
    world.events.send(&draft, &contact(), &form(), &host()).await.unwrap();
    let sent = world.load(&draft.id).await;
    let mut host_page = world::answers("Mistyped");
    host_page.set("contact_email", "right@example.org");
    let saved = world.events.save(&sent, EventStep::Host, &host_page, None, &host()).await.unwrap();
    assert_eq!(saved.state, EventState::Draft);
    assert!(saved.generation > sent.generation);
}

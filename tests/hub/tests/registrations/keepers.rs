//! Two keepers at once do what one does, whatever is due.

use domain::ids::{EventId, ImportId, StoryId};
use domain::registration::{Plan, PoolPlan, PublicPlaces, RegistrationState as Is};
use jiff::{SignedDuration, Timestamp};
use store::due::{self, Due, DueList, Tidings};
use store::public::{PlacesAt, PublicReader};
use store::{Key, Table, Tx};

use crate::events_world::{World as Listing, desk, details, now, random, week};
use crate::mail_world::World as Keeping;
use crate::world::{World, by_mail};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// The tests that try two keepers on a thing that is due. Whoever adds one says here where it is tried.
fn tried_in(due: &Due) -> &'static str {
    match due {
        Due::Lapse { .. } | Due::OfferPlaces { .. } | Due::RefreshPlaces { .. } => include_str!("keepers.rs"),
        Due::WarnOffer { .. } => include_str!("warned.rs"),
        Due::Tell { .. } => include_str!("../mail/around.rs"),
        Due::EventOver { .. } => include_str!("../mail/over.rs"),
        Due::StoryLive { .. } | Due::StoryOver { .. } => include_str!("../stories/two_keepers.rs"),
        Due::GiveUpImport { .. } => include_str!("../journeys/bringing_in_many.rs"),
    }
}

#[tokio::test]
async fn for_each_thing_that_can_be_due_two_keepers_are_tried() {
    let world = World::with_places(Some(1)).await;
    let (event, registration) = (world.event.clone(), world.comes("ann", now()).await);
    let other = EventId::from_random(random());
    for due in [
        Due::Lapse { event: event.clone(), registration: registration.clone() },
        Due::WarnOffer { event: event.clone(), registration },
        Due::OfferPlaces { event: event.clone() },
        Due::Tell { event: event.clone(), tidings: Tidings::Reminder, after: None },
        Due::EventOver { event, ends: now() },
        Due::StoryLive { story: StoryId::from_random(random()) },
        Due::StoryOver { story: StoryId::from_random(random()) },
        Due::GiveUpImport { import: ImportId::from_random(random()) },
        Due::RefreshPlaces { event: other },
    ] {
        assert!(tried_in(&due).contains("two_ticks("), "{due:?}");
    }
}

/// A place that was held for an address lapses, and goes to the first who waits: once each.
#[tokio::test]
async fn a_hold_lapses_once_and_its_place_is_offered_once() {
    for late in [0, 24] {
        let world = World::with_places(Some(1)).await;
        let ann = by_mail("ann");
        world.register(&ann, now()).await.unwrap();
        let (ben, cat) = (world.comes("ben", now()).await, world.comes("cat", now()).await);
        let until = world.load(&ann.id).await.until.expect("a hold ends");
        let keeping = Keeping::over(world.db.clone());
        keeping.two_ticks(until - MINUTE).await;
        assert_eq!(world.state(&ann.id).await, Is::Unconfirmed, "not a minute early");

        let over = until + SignedDuration::from_secs(2) + SignedDuration::from_hours(late);
        for again in 0..3 {
            keeping.two_ticks(over + MINUTE * again).await;
        }
        assert_eq!(world.state(&ann.id).await, Is::Lapsed);
        assert_eq!((world.state(&ben).await, world.state(&cat).await), (Is::Offered, Is::Waiting), "{late} hours late: one place, one offer");
        assert_eq!(keeping.sent("registration-offer"), 1);
        world.holds_together().await;
    }
}

/// A place was held back for whoever needs support, and nobody who does came: it goes to the first who waits, once.
#[tokio::test]
async fn what_was_held_back_is_offered_once_when_its_time_is_over() {
    let until = now() + SignedDuration::from_hours(48);
    let kept = PoolPlan { capacity: Some(1), kept_back: 1, kept_until: Some(until) };
    let world = World::planned(Plan { room: kept, online: None }).await;
    let ben = world.comes("ben", now()).await;
    let keeping = Keeping::over(world.db.clone());
    keeping.two_ticks(until - MINUTE).await;
    assert_eq!(world.state(&ben).await, Is::Waiting, "not a minute early");
    for again in 0..3 {
        keeping.two_ticks(until + SignedDuration::from_secs(2) + MINUTE * again).await;
    }
    assert_eq!(world.state(&ben).await, Is::Offered);
    assert_eq!(keeping.sent("registration-offer"), 1);
    world.holds_together().await;
}

/// Nobody booked, so nothing but its publication says when the places come free.
#[tokio::test]
async fn an_event_nobody_booked_shows_the_places_that_were_held_back_when_their_time_is_over() {
    let listing = Listing::new().await;
    let mut queued = listing.queued("Nobody has booked yet").await;
    queued.answers.set("kept_back", "3");
    let published = listing.events.publish(&queued, &details(&queued), &desk()).await.unwrap();
    let slug = published.published.unwrap().slug;
    let free = async || PublicReader::new(listing.db.clone()).places_of(week().id, &slug).await.unwrap().unwrap().places.free;
    // A week before the event, at nine in the morning.
    let until: Timestamp = "2026-11-18T09:00:00Z".parse().unwrap();
    let keeping = Keeping::over(listing.db.clone());
    keeping.two_ticks(until - MINUTE).await;
    assert_eq!(free().await, Some(9));
    keeping.two_ticks(until + SignedDuration::from_secs(2)).await;
    assert_eq!(free().await, Some(12));
}

/// The public count of places was behind.
#[tokio::test]
async fn the_public_count_is_put_right_by_two_as_by_one() {
    let world = World::with_places(Some(3)).await;
    world.comes("ann", now()).await;
    let right = world.places().await.public(now());
    let key = Key::new(format!("PLACES#{}", week().id), world.slug.as_str());
    let behind = PublicPlaces { free: Some(77), version: 0, ..right.clone() };
    let mut tx = Tx::new(&world.db);
    tx.put(Table::Public, &key, &PlacesAt { slug: world.slug.clone(), places: behind.clone() });
    due::add(&mut tx, &Due::RefreshPlaces { event: world.event.clone() }, now());
    tx.commit().await.unwrap();
    let shown = async || PublicReader::new(world.db.clone()).places(week().id).await.unwrap().remove(0).places;
    assert_eq!(shown().await, behind);

    Keeping::over(world.db.clone()).two_ticks(now() + MINUTE).await;
    assert_eq!(shown().await, right);
    let left = DueList::new(world.db.clone()).by(now() + MINUTE).await.unwrap();
    assert!(!left.iter().any(|due| matches!(due.due, Due::RefreshPlaces { .. })), "{left:?}");
}

//! A trusted host in the store: trust counts at the moment of publishing, and covers nothing but what is new. Each guard has its twin.

use domain::event::{ChangedAtOnce, EventRecord, EventState};
use domain::ids::EventId;
use hub_tests::proxy::Rules;
use store::Table;
use store::events::EventError;
use store::trusted::{Trusted, TrustedHost};

use crate::world::{World, contact, desk, details, form, host, now, random};

async fn sent(world: &World, title: &str) -> EventRecord {
    let draft = world.draft(title).await;
    world.events.send(&draft, &contact(), &form(), &host()).await.unwrap();
    world.load(&draft.id).await
}

fn a_trusted_host() -> TrustedHost {
    TrustedHost { hash: contact().hash, host: "Example Trust".into(), event: EventId::from_random(random()), since: now() }
}

#[tokio::test]
async fn trust_that_was_taken_back_a_moment_ago_publishes_nothing() {
    let world = World::new().await;
    let event = sent(&world, "A moment too late").await;
    let trusted = Trusted::new(world.db.clone());
    for _ in 0..2 {
        trusted.trust(&a_trusted_host(), &desk()).await.unwrap();
    }
    assert!(world.events.is_trusted(&contact()).await.unwrap() && trusted.all().await.unwrap().len() == 1);
    trusted.take_back(&a_trusted_host(), &desk()).await.unwrap();
    let published = world.events.publish_trusted(&event, &contact(), &details(&event), &form(), &host()).await.unwrap();
    assert_eq!(published, None);
    assert!(!world.everything(Table::Public).await.contains("A moment too late"));
    assert_eq!(world.load(&event.id).await.state, EventState::Sent, "it goes the way of every other");
}

#[tokio::test]
async fn without_the_check_of_trust_it_would_be_public() {
    let rules = Rules { unguarded: Some(|step| step.pk == "TRUSTED"), ..Rules::default() };
    let world = World::unguarded(rules).await;
    let event = sent(&world, "A moment too late").await;
    let published = world.events.publish_trusted(&event, &contact(), &details(&event), &form(), &host()).await.unwrap();
    assert_eq!(published, Some(event.id));
    assert!(world.everything(Table::Public).await.contains("A moment too late"));
}

#[tokio::test]
async fn pressed_twice_it_is_published_once_and_what_the_desk_has_is_not_published_by_trust() {
    let world = World::new().await;
    Trusted::new(world.db.clone()).trust(&a_trusted_host(), &desk()).await.unwrap();
    let event = sent(&world, "Pressed twice").await;
    let used = form();
    for _ in 0..2 {
        let done = world.events.publish_trusted(&event, &contact(), &details(&event), &used, &host()).await.unwrap();
        assert_eq!(done.as_ref(), Some(&event.id));
    }
    let queued = world.queued("With the desk").await;
    let refused = world.events.publish_trusted(&queued, &contact(), &details(&queued), &form(), &host()).await;
    assert!(matches!(refused, Err(EventError::NotNow(EventState::Queued))), "{refused:?}");
}

#[tokio::test]
async fn what_changes_at_once_is_only_what_i8_names_and_more_would_be_public() {
    let world = World::new().await;
    let event = world.published("As approved").await;
    let mut typed = event.answers.clone();
    for (field, value) in [("title", "Buy our pills"), ("description", "Buy our pills"), ("joining", "https://example.org/two")] {
        typed.set(field, value);
    }
    let changed = event.changed_at_once(&typed).unwrap().unwrap();
    let after = world.events.change_at_once(&event, &changed, &host()).await.unwrap();
    assert!(!world.everything(Table::Public).await.contains("Buy our pills") && after.title() == "As approved");

    // The twin: a change that takes more than those fields reaches everyone, by the same way.
    let mut wide: ChangedAtOnce = changed;
    wide.record = after.clone();
    wide.record.published.as_mut().unwrap().details.about.description = "Buy our pills".into();
    world.events.change_at_once(&after, &wide, &host()).await.unwrap();
    assert!(world.everything(Table::Public).await.contains("Buy our pills"));
}

//! What a host decides about places at any time, and by hand.

use domain::audit::{Actor, AuditEntry, Subject};
use domain::event::EventState;
use domain::ids::{RegistrationId, spell};
use domain::registration::{Audience, CallAbout, CallOutcome, Plan, PoolPlan, RegistrationRecord, RegistrationState as Is, ToSay};
use jiff::{Timestamp, ToSpan};
use store::Deed;
use store::audit::Audit;
use store::events::Events;
use store::registrations::{Got, RegistrationError};

use crate::events_world::{host, now, random};
use crate::world::{World, by_mail, by_phone, form, group};

fn deed(at: Timestamp) -> Deed {
    Deed { by: Actor::Host, at, mark: spell(&random::<16>()) }
}

fn plan(capacity: u32) -> Plan {
    Plan { room: PoolPlan { capacity: Some(capacity), ..PoolPlan::default() }, online: None }
}

#[tokio::test]
async fn lowered_below_who_comes_nobody_loses_a_place_and_raised_again_the_queue_is_served_in_order() {
    let world = World::with_places(Some(3)).await;
    let ann = world.comes("ann", now()).await;
    world.comes("ben", now()).await;
    world.comes("cat", now()).await;
    let places = world.registrations.change_places(&world.event, plan(1), &deed(now())).await.unwrap();
    assert_eq!((places.room.left, places.room.free(), places.room.confirmed), (Some(-2), Some(0), 3));
    let groups = [("four", 4), ("two", 2), ("one", 1)].map(|(name, places)| group(name, places));
    for new in &groups {
        assert_eq!(world.register(new, now()).await.unwrap().got, Got::Turn);
        world.registrations.confirm(&world.event, &new.id, now()).await.unwrap();
    }
    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    let mut states = Vec::new();
    for raised in [1, 3, 5, 51] {
        world.registrations.change_places(&world.event, plan(raised), &deed(now())).await.unwrap();
        let mut each = Vec::new();
        for new in &groups {
            each.push(world.state(&new.id).await == Is::Offered);
        }
        states.push(each);
        world.holds_together_when_lowered(raised.max(3)).await;
    }
    // Three places: one is free, and only the last asks for one. Five: two more, enough for the two, not for the four before them.
    assert_eq!(states, [[false, false, false], [false, false, true], [false, true, true], [true, true, true]]);
}

#[tokio::test]
async fn closed_nobody_books_and_nothing_is_offered_until_it_opens_again() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let ben = world.comes("ben", now()).await;
    world.registrations.open_booking(&world.event, false, &deed(now())).await.unwrap();
    assert!(matches!(world.register(&by_mail("dan"), now()).await, Err(RegistrationError::Closed)));
    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    assert_eq!(world.state(&ben).await, Is::Waiting);
    world.registrations.open_booking(&world.event, true, &deed(now())).await.unwrap();
    assert_eq!(world.state(&ben).await, Is::Offered);
}

#[tokio::test]
async fn after_the_event_is_cancelled_no_button_gives_a_place() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let (ben, dan) = (world.comes("ben", now()).await, by_mail("dan"));
    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    world.register(&dan, now()).await.unwrap();
    let record = world.registrations.event(&world.event).await.unwrap().unwrap();
    Events::new(world.db.clone()).cancel(&record, "The hall is flooded", &host()).await.unwrap();
    for pressed in [world.registrations.accept(&world.event, &ben, now()).await, world.registrations.confirm(&world.event, &dan.id, now()).await] {
        assert!(matches!(pressed, Err(RegistrationError::EventCancelled)), "{pressed:?}");
    }
    let opened = world.registrations.open_booking(&world.event, true, &deed(now())).await;
    assert!(matches!(opened, Err(RegistrationError::EventCancelled)), "{opened:?}");
}

#[tokio::test]
async fn a_move_by_hand_has_a_reason_that_stays_with_it() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let (ben, cat) = (world.comes("ben", now()).await, world.comes("cat", now()).await);
    let refused = world.registrations.offer_by_hand(&world.event, &cat, "She speaks", now()).await;
    assert!(matches!(refused, Err(RegistrationError::NoRoom)), "a host who wants one more raises the number of places: {refused:?}");
    world.registrations.remove(&world.event, &ann, "You asked us by phone", now()).await.unwrap();
    assert_eq!(world.load(&ann).await.reason.as_deref(), Some("You asked us by phone"));
    assert_eq!((world.state(&ben).await, world.state(&cat).await), (Is::Offered, Is::Waiting));
    world.registrations.decline(&world.event, &ben, now()).await.unwrap();
    assert_eq!(world.state(&cat).await, Is::Offered);
}

#[tokio::test]
async fn people_without_an_address_are_on_the_list_to_call_until_a_call_settles_it() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let ben = by_phone("Ben", "01632 960 011");
    world.register(&ben, now()).await.unwrap();
    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    let mut event = world.registrations.event(&world.event).await.unwrap().unwrap();
    let first = |all: Vec<ToSay>| all.first().map(|one| one.about);
    let to_call = |record: RegistrationRecord| first(record.to_call(&event, None, now()));
    assert_eq!(to_call(world.load(&ben.id).await), Some(CallAbout::Offer));
    let later = now() + 1.hours();
    world.registrations.note_call(&world.event, &ben.id, &[CallAbout::Offer], CallOutcome::NoAnswer, later).await.unwrap();
    assert_eq!(to_call(world.load(&ben.id).await), Some(CallAbout::Offer), "nobody answered: call again");
    world.registrations.note_call(&world.event, &ben.id, &[CallAbout::Offer], CallOutcome::Accepts, later).await.unwrap();
    let record = world.load(&ben.id).await;
    assert_eq!((record.state, record.calls.len(), to_call(record.clone())), (Is::Confirmed, 2, None));
    event.state = EventState::Cancelled;
    assert_eq!(first(record.to_call(&event, None, now())), Some(CallAbout::EventCancelled), "no mail can tell him that the event is cancelled");
}

/// Each button is pressed twice: what was done already is not noted again (I7).
#[tokio::test]
async fn each_decision_of_a_host_has_one_entry_in_the_audit_with_who_and_why() {
    let world = World::with_places(Some(1)).await;
    let (store, event) = (&world.registrations, &world.event);
    let [ann, _, cat] = [world.comes("ann", now()).await, world.comes("ben", now()).await, world.comes("cat", now()).await];
    // One place more, for whoever needs support: nobody who waits is offered it, but by hand.
    let one_more = PoolPlan { capacity: Some(2), kept_back: 1, kept_until: Some(now() + 240.hours()) };
    let (form, [close, open, change, count, write]) = (form("words"), [(); 5].map(|()| deed(now())));
    for _ in 0..2 {
        store.open_booking(event, false, &close).await.unwrap();
    }
    for _ in 0..2 {
        store.open_booking(event, true, &open).await.unwrap();
    }
    for _ in 0..2 {
        store.change_places(event, Plan { room: one_more, online: None }, &change).await.unwrap();
        store.count_walk_ins(event, 7, &count).await.unwrap();
        store.write_to(event, Audience::All, "Bring a drink", &form, &write).await.unwrap();
        store.offer_by_hand(event, &cat, "She speaks", now()).await.unwrap();
        store.remove(event, &ann, "You asked us by phone", now()).await.unwrap();
    }
    let audit = Audit::new(world.db.clone());
    let of_day = audit.of_day(Audit::day_of(now()), None, now()).await.unwrap().records;
    let mut decided: Vec<AuditEntry> = of_day.into_iter().map(|(_, entry)| entry).collect();
    decided.sort_by(|a, b| a.act.cmp(&b.act));
    let expected = ["change-places", "close-booking", "count-walk-ins", "open-booking", "write-to-registered"];
    assert_eq!(decided, expected.map(|act| AuditEntry::new(now(), Actor::Host, act, Subject::Event(event.clone()))));

    let of_event = audit.of_event(event, None).await.unwrap().records;
    let mut by_hand: Vec<AuditEntry> = of_event.into_iter().map(|(_, entry)| entry).filter(|entry| entry.actor == Actor::Host).collect();
    by_hand.sort_by(|a, b| a.act.cmp(&b.act));
    let about = |id: &RegistrationId| Subject::Registration(event.clone(), id.clone());
    let removed = AuditEntry::new(now(), Actor::Host, "cancel", about(&ann)).because("You asked us by phone");
    let offered = AuditEntry::new(now(), Actor::Host, "offer-by-hand", about(&cat)).because("She speaks");
    assert_eq!(by_hand, [removed, offered]);
}

#[tokio::test]
async fn what_a_host_wrote_is_shown_for_a_hundred_and_eighty_days_and_not_a_second_longer() {
    let world = World::with_places(Some(1)).await;
    world.registrations.write_to(&world.event, Audience::All, "Bring a drink", &form("words"), &deed(now())).await.unwrap();
    let over = now() + 24.hours() * 180;
    let mut shown = Vec::new();
    for at in [now(), over - 1.second(), over] {
        shown.push(world.registrations.messages(&world.event, at).await.unwrap().len());
    }
    assert_eq!(shown, [1, 1, 0], "the database has not taken it out");
}

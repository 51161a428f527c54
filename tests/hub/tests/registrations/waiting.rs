//! The waiting list: first come, first served; a freed place is offered, an offer that runs out goes on (I5).

use domain::event::EventState;
use domain::message::Message;
use domain::registration::{Plan, PoolPlan, RegistrationState as Is};
use jiff::ToSpan;
use store::due::{self, Due, DueList, Tidings};
use store::registrations::{Got, RegistrationError};
use store::tell::Teller;
use store::{Deed, Tx};

use crate::events_world::{host, now};
use crate::model::moved::move_event;
use crate::world::{World, by_mail, put_event};

#[tokio::test]
async fn a_cancelled_place_is_offered_to_the_first_in_the_queue() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let (ben, cat) = (world.comes("ben", now()).await, world.comes("cat", now()).await);
    assert_eq!((world.state(&ben).await, world.state(&cat).await), (Is::Waiting, Is::Waiting));
    let behind = world.load(&cat).await;
    assert_eq!(world.registrations.ahead(&behind).await.unwrap(), 1);

    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    assert_eq!((world.state(&ben).await, world.state(&cat).await), (Is::Offered, Is::Waiting));
    let until = world.load(&ben).await.until.unwrap();
    assert_eq!(until, now() + 48.hours());
    assert!(world.mails(&ben).await.iter().any(|m| matches!(m, Message::RegistrationOffered { until: told, .. } if *told == until)));
    assert_eq!(world.register(&by_mail("dan"), now()).await.unwrap().got, Got::Turn, "a newcomer can't take the offered place");

    world.registrations.accept(&world.event, &ben, now()).await.unwrap();
    assert_eq!(world.state(&ben).await, Is::Confirmed);
    world.holds_together().await;
}

#[tokio::test]
async fn an_offer_that_runs_out_or_is_turned_down_goes_to_the_next() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let (ben, cat, dan) = (world.comes("ben", now()).await, world.comes("cat", now()).await, world.comes("dan", now()).await);
    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();

    let later = now() + 49.hours();
    let due = DueList::new(world.db.clone()).by(later).await.unwrap();
    assert!(due.iter().any(|d| matches!(&d.due, Due::Lapse { registration, .. } if *registration == ben)));
    let late = world.registrations.accept(&world.event, &ben, later).await;
    assert!(matches!(late, Err(RegistrationError::TooLate)), "{late:?}");
    assert_eq!((world.state(&ben).await, world.state(&cat).await), (Is::Lapsed, Is::Offered));
    world.registrations.decline(&world.event, &cat, later).await.unwrap();
    assert_eq!((world.state(&cat).await, world.state(&dan).await), (Is::Declined, Is::Offered));
    world.holds_together().await;
}

#[tokio::test]
async fn a_turn_whose_address_nobody_confirms_lapses_too() {
    let world = World::with_places(Some(1)).await;
    world.comes("ann", now()).await;
    let ben = by_mail("ben");
    world.register(&ben, now()).await.unwrap();
    let later = now() + 121.minutes();
    assert!(world.registrations.lapse_if_due(&world.event, &ben.id, later).await.unwrap());
    assert!(!world.registrations.lapse_if_due(&world.event, &ben.id, later).await.unwrap(), "twice does nothing");
    assert_eq!(world.places().await.room.waiting, 0);
    world.holds_together().await;
}

#[tokio::test]
async fn an_offer_never_holds_past_the_start() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let ben = world.comes("ben", now()).await;
    let eve = "2026-11-24T18:00:00Z".parse().unwrap();
    world.registrations.cancel(&world.event, &ann, eve).await.unwrap();
    assert_eq!(world.load(&ben).await.until, Some("2026-11-25T10:00:00Z".parse().unwrap()));
}

#[tokio::test]
async fn a_cancelled_event_offers_nothing() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let ben = world.comes("ben", now()).await;
    let mut event = world.registrations.event(&world.event).await.unwrap().unwrap();
    event.state = EventState::Cancelled;
    put_event(&world.db, &event).await;
    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    assert_eq!(world.state(&ben).await, Is::Waiting);
}

#[tokio::test]
async fn what_a_process_that_died_left_undone_the_keeper_finds() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    world.comes("ben", now()).await;
    world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    let due = DueList::new(world.db.clone()).by(now()).await.unwrap();
    assert!(due.iter().any(|d| matches!(&d.due, Due::OfferPlaces { event } if *event == world.event)));
    assert_eq!(world.registrations.offer_all(&world.event, now()).await.unwrap(), 0, "it was done already, and twice is harmless");
}

#[tokio::test]
async fn a_reason_for_an_offer_is_none_for_what_its_person_does_with_it() {
    let mut world = World::with_places(None).await;
    let room = PoolPlan { capacity: Some(2), kept_back: 1, kept_until: Some(now() + 240.hours()) };
    world.renew(Plan { room, online: None }).await;
    world.comes("ann", now()).await;
    let cat = world.comes("cat", now()).await;
    assert_eq!(world.state(&cat).await, Is::Waiting, "what is left is kept back");
    world.registrations.offer_by_hand(&world.event, &cat, "She brings the interpreter.", now()).await.unwrap();
    assert_eq!(world.load(&cat).await.reason.as_deref(), Some("She brings the interpreter."));
    world.registrations.accept(&world.event, &cat, now()).await.unwrap();
    assert!(world.load(&cat).await.reason.is_some(), "why she was before others is said as long as she has the place");
    world.registrations.cancel(&world.event, &cat, now()).await.unwrap();
    assert_eq!(world.load(&cat).await.reason, None, "she cancelled herself, and no host did");
}

/// Reminded, and then the event is moved by some days: the new day is reminded of too.
#[tokio::test]
async fn people_are_reminded_of_each_day_that_an_event_was_to_be_on() {
    let world = World::with_places(Some(3)).await;
    let ann = world.comes("ann", now()).await;
    for hours in [1, 30] {
        let at = now() + hours.hours();
        let mut tx = Tx::new(&world.db);
        due::add(&mut tx, &Due::Tell { event: world.event.clone(), tidings: Tidings::Reminder, after: None }, at);
        tx.commit().await.unwrap();
        let all = DueList::new(world.db.clone()).by(at).await.unwrap();
        let job = all.into_iter().find(|one| matches!(&one.due, Due::Tell { .. })).unwrap();
        Teller::new(world.db.clone()).next(&job, at).await.unwrap();
    }
    let reminders = world.mails(&ann).await.into_iter().filter(|mail| matches!(mail, Message::EventReminder { .. })).count();
    assert_eq!(reminders, 2);
}

#[tokio::test]
async fn what_came_free_after_the_old_start_is_offered_when_the_event_is_moved_to_a_later_day() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    let ben = world.comes("ben", now()).await;
    let started = "2026-11-25T10:30:00Z".parse().unwrap();
    world.registrations.cancel(&world.event, &ann, started).await.unwrap();
    assert_eq!(world.state(&ben).await, Is::Waiting, "it has begun");
    let deed = Deed { at: started, ..host() };
    assert_eq!(move_event(&world, started + 72.hours(), &deed).await, 2, "people are told, and what came free is offered");
    assert_eq!(world.state(&ben).await, Is::Offered);
}

//! One form, one result; one person, one place (I3; quality-bar R-06).

use domain::message::Message;
use store::registrations::{Got, NewRegistration, RegistrationError};

use crate::events_world::now;
use crate::world::{World, by_mail, by_phone, form};

#[tokio::test]
async fn a_form_sent_many_times_at_once_books_once_and_answers_the_same() {
    let world = World::with_places(Some(5)).await;
    let ann = by_mail("ann");
    let first = world.register(&ann, now()).await.unwrap();
    for _ in 0..9 {
        // Every sending makes a fresh id: the answer is the first one's all the same.
        let repeat = NewRegistration { form: ann.form.clone(), ..by_mail("ann") };
        assert_eq!(world.register(&repeat, now()).await.unwrap(), first);
    }
    assert_eq!(world.places().await.room.held, 1);
    assert_eq!(world.mails(&ann.id).await.len(), 1);
}

#[tokio::test]
async fn a_used_form_with_other_answers_is_refused() {
    let world = World::with_places(Some(5)).await;
    let ann = by_mail("ann");
    world.register(&ann, now()).await.unwrap();
    let mut ben = by_mail("ben");
    ben.form.key = ann.form.key.clone();
    let refused = world.register(&ben, now()).await;
    assert!(matches!(refused, Err(RegistrationError::FormUsed)), "{refused:?}");
    assert_eq!(world.places().await.room.held, 1);
}

#[tokio::test]
async fn somebody_registered_already_gets_a_newcomers_answer_and_their_link_again() {
    let world = World::with_places(Some(5)).await;
    let ann = world.comes("ann", now()).await;
    let again = by_mail("ANN");
    let answer = world.register(&again, now()).await.unwrap();
    assert_eq!((answer.got, &answer.registration, answer.is_new), (Got::Place, &again.id, false));
    assert!(world.registrations.load(&world.event, &again.id).await.unwrap().is_none());
    let links = |m: &Message| matches!(m, Message::LinksAgain { registrations, .. } if registrations == &vec![(world.event.clone(), ann.clone())]);
    assert_eq!(world.mails(&ann).await.iter().filter(|m| links(m)).count(), 1);
    world.holds_together().await;
}

#[tokio::test]
async fn one_number_written_two_ways_is_one_person() {
    let world = World::with_places(Some(5)).await;
    assert!(world.register(&by_phone("Ben", "+44 1632 960011"), now()).await.unwrap().is_new);
    assert!(!world.register(&by_phone("Benjamin", "01632 960 011"), now()).await.unwrap().is_new);
    assert_eq!(world.places().await.room.confirmed, 1);
}

#[tokio::test]
async fn whoever_cancelled_can_come_again() {
    let world = World::with_places(Some(1)).await;
    let ann = world.comes("ann", now()).await;
    for _ in 0..2 {
        world.registrations.cancel(&world.event, &ann, now()).await.unwrap();
    }
    assert_eq!(world.places().await.room.free(), Some(1));
    world.comes("ann", now()).await;
    world.holds_together().await;
}

#[tokio::test]
async fn links_go_to_a_known_address_only_and_once_a_form() {
    let world = World::with_places(Some(5)).await;
    let ann = world.comes("ann", now()).await;
    let (known, unknown) = (by_mail("ann").person.email.unwrap(), by_mail("zed").person.email.unwrap());
    let sending = form("ann");
    for _ in 0..2 {
        world.registrations.links_again(&known, "email:ann@example.org", &sending, now()).await.unwrap();
    }
    world.registrations.links_again(&unknown, "email:zed@example.org", &form("zed"), now()).await.unwrap();
    let waiting = store::outbox::Outbox::new(world.db.clone()).waiting().await.unwrap();
    let links: Vec<_> = waiting.iter().filter(|w| matches!(w.message, Message::LinksAgain { .. })).collect();
    assert_eq!(links.len(), 1);
    assert!(format!("{:?}", links[0].message).contains(ann.as_str()));
}

#[tokio::test]
async fn erasing_an_old_booking_leaves_the_new_one_of_the_same_person_alone() {
    let world = World::with_places(Some(2)).await;
    let old = world.comes("ann", now()).await;
    world.registrations.cancel(&world.event, &old, now()).await.unwrap();
    world.comes("ann", now()).await;
    world.registrations.erase(&world.event, &old, now()).await.unwrap();
    assert!(!world.register(&by_mail("ann"), now()).await.unwrap().is_new, "she has one place, and stays known");
    world.holds_together().await;
}

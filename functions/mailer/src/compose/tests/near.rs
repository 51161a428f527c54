//! What comes around the day itself, and what a host writes.

use domain::event::{EventState as E, Moved, MovedLine, MovedWhat};
use domain::ids::{EventId, RegistrationId};
use domain::message::Message;
use domain::registration::{Audience, HostMessage, RegistrationState as R, Way};
use jiff::SignedDuration;

use super::world::{event, now, registration};
use super::{OPEN, PRIVATE, WHEN, finish, finish_at, has, has_not, is_decent};
use crate::compose::registrations;
use crate::mail::Mail;

fn near(message: fn(EventId, RegistrationId) -> Message, at: &str, state: R, event_state: E) -> Option<Mail> {
    let (event, of) = (event(event_state), registration(state));
    let message = message(event.id.clone(), of.id.clone());
    let mail = finish_at(at.parse().unwrap(), |with| registrations::letter(&message, &event, &of, with));
    mail.iter().for_each(is_decent);
    mail
}

#[test]
fn two_days_before_comes_how_to_join_and_not_earlier_not_when_it_has_begun_not_to_others() {
    let reminder = |at: &str, state, event_state| near(|event, registration| Message::EventReminder { event, registration }, at, state, event_state);
    let mail = reminder("2026-11-23T10:00:00Z", R::Confirmed, E::Published).unwrap();
    assert_eq!(mail.subject, "You have a place soon on Wednesday 25 November, 10:00");
    has(&mail, &[OPEN, WHEN, "https://meet.example/secret", "The blue door"]);
    for at in ["2026-11-23T09:59:59Z", "2026-11-25T10:00:00Z"] {
        assert_eq!(reminder(at, R::Confirmed, E::Published), None, "{at}");
    }
    assert_eq!(reminder("2026-11-24T10:00:00Z", R::Cancelled, E::Published), None);
    assert_eq!(reminder("2026-11-24T10:00:00Z", R::Confirmed, E::Cancelled), None);
    // Whoever gets a place in the last two days learns it at once.
    let late = near(|event, registration| Message::RegistrationPlaced { event, registration }, "2026-11-24T10:00:00Z", R::Confirmed, E::Published);
    has(&late.unwrap(), &["https://meet.example/secret"]);
}

#[test]
fn another_way_in_is_told_once_for_the_newest_change_until_it_is_over() {
    let changed = |at: &str, sequence, state| {
        let (event, of) = (event(E::Published), registration(state));
        let message = Message::EventChanged { event: event.id.clone(), registration: of.id.clone(), sequence };
        finish_at(at.parse().unwrap(), |with| registrations::letter(&message, &event, &of, with))
    };
    let mail = changed("2026-11-24T10:00:00Z", 2, R::Confirmed).unwrap();
    is_decent(&mail);
    has(&mail, &["The day and time are the same", "https://meet.example/secret", "The blue door", OPEN]);
    assert!(mail.attachments[0].body.contains("SEQUENCE:2"));
    for (at, sequence, state) in
        [("2026-11-24T10:00:00Z", 1, R::Confirmed), ("2026-11-24T10:00:00Z", 2, R::Waiting), ("2026-11-25T12:00:00Z", 2, R::Confirmed)]
    {
        assert_eq!(changed(at, sequence, state), None, "{at} {sequence} {state:?}");
    }
}

#[test]
fn another_way_in_is_told_though_other_words_were_published_since() {
    let (mut event, of) = (event(E::Published), registration(R::Confirmed));
    let published = event.published.as_mut().unwrap();
    (published.sequence, published.told) = (3, Some(2));
    let changed = |sequence| {
        let message = Message::EventChanged { event: event.id.clone(), registration: of.id.clone(), sequence };
        finish(|with| registrations::letter(&message, &event, &of, with))
    };
    assert!(changed(2).is_some(), "a title corrected meanwhile tells nobody how to join");
    assert_eq!((changed(1), changed(3)), (None, None));
}

#[test]
fn of_an_event_put_off_since_its_move_nothing_of_the_old_day_is_told() {
    let mut event = event(E::Postponed);
    let of = registration(R::Confirmed);
    let message = Message::EventMoved { event: event.id.clone(), registration: of.id.clone(), sequence: 2 };
    for (minutes, told) in [(-1, false), (1, true)] {
        let lines = vec![MovedLine { what: MovedWhat::Where, before: "The hall".into(), after: "The barn".into() }];
        let at = now() + SignedDuration::from_mins(minutes);
        event.published.as_mut().unwrap().moved = Some(Moved { sequence: 2, at, lines, previous_start: None });
        let mail = finish(|with| registrations::letter(&message, &event, &of, with));
        assert_eq!(mail.is_some(), told, "{minutes} minutes after it was put off");
    }
}

#[test]
fn when_it_is_over_comes_thanks_and_the_day_on_which_what_helps_is_deleted() {
    let thanks = |at: &str| near(|event, registration| Message::EventThanks { event, registration }, at, R::Confirmed, E::Published);
    let mail = thanks("2026-11-25T15:00:00Z").unwrap();
    has(&mail, &["Wednesday 9 December 2026", OPEN, "https://hub.example/share-your-story"]);
    has_not(&mail, &PRIVATE);
    assert_eq!(thanks("2026-11-25T11:59:59Z"), None, "not while it lasts");
}

#[test]
fn what_a_host_writes_is_set_apart_filled_in_and_never_markup() {
    let (event, mut of) = (event(E::Published), registration(R::Confirmed));
    of.person.name = "Ann Other".into();
    let words = "Dear {name}, <b>bring</b> a drink. See you on {when}.".to_owned();
    let message = HostMessage { id: "m".into(), audience: Audience::Placed, words, sent: now() };
    let mail = finish(|with| registrations::near::from_host(&event, &of, &message, with)).unwrap();
    is_decent(&mail);
    assert!(mail.text.contains("    Dear Ann Other, <b>bring</b> a drink. See you on Wednesday 25 November 2026"), "{}", mail.text);
    has(&mail, &[OPEN, "The host of an event that you registered for writes to everybody with a place:"]);
    of.state = R::Waiting;
    assert_eq!(finish(|with| registrations::near::from_host(&event, &of, &message, with)), None, "not to those it is not for");
}

#[test]
fn of_a_changed_event_people_learn_what_they_keep_until_when_and_how_they_take_part() {
    let mut event = event(E::Published);
    let published = event.published.as_mut().unwrap();
    let lines = vec![MovedLine { what: MovedWhat::Format, before: "Online".into(), after: "In person and online".into() }];
    published.moved = Some(Moved { sequence: 2, at: now(), lines, previous_start: None });
    let written = |state, way| {
        let mut of = registration(state);
        of.party.way = way;
        let message = Message::EventMoved { event: event.id.clone(), registration: of.id.clone(), sequence: 2 };
        let mail = finish(|with| registrations::letter(&message, &event, &of, with)).unwrap();
        is_decent(&mail);
        mail
    };
    has(&written(R::Confirmed, Way::Online), &["Your place stays yours", "You are registered to take part online", "It was: Online", OPEN]);
    has(&written(R::Waiting, Way::Room), &["Your turn on the waiting list stays yours", "You are registered to take part in person"]);
    let offered = written(R::Offered, Way::Room);
    has(&offered, &["held until Friday 20 November 2026 at 14:00, UK time"]);
    has_not(&offered, &PRIVATE);
}

#[test]
fn of_a_postponed_event_people_learn_that_what_they_have_stays_and_nothing_by_its_old_day() {
    let postponed = |event, registration| Message::EventPostponed { event, registration, sequence: 2 };
    let mail = near(postponed, "2026-11-20T10:00:00Z", R::Confirmed, E::Postponed).unwrap();
    assert_eq!(mail.subject, "Postponed: your event");
    has(&mail, &[OPEN, "Your place stays yours", "There is no new date yet", "Our cook is ill.", "Postponed, with no new date yet. It was to be on"]);
    has_not(&mail, &PRIVATE);
    assert!(mail.attachments[0].body.contains("STATUS:TENTATIVE"));
    has(&near(postponed, "2026-11-20T10:00:00Z", R::Waiting, E::Postponed).unwrap(), &["Your turn on the waiting list stays yours"]);
    for (state, event_state) in [(R::Cancelled, E::Postponed), (R::Confirmed, E::Published), (R::Confirmed, E::Cancelled)] {
        assert_eq!(near(postponed, "2026-11-20T10:00:00Z", state, event_state), None, "{state:?} {event_state:?}");
    }
    let (reminder, thanks): (fn(_, _) -> _, fn(_, _) -> _) =
        (|event, registration| Message::EventReminder { event, registration }, |event, registration| Message::EventThanks { event, registration });
    assert_eq!(near(reminder, "2026-11-24T10:00:00Z", R::Confirmed, E::Postponed), None);
    assert_eq!(near(thanks, "2026-11-25T15:00:00Z", R::Confirmed, E::Postponed), None);
}

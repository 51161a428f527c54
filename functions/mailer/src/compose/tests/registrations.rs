//! What somebody who registered gets.

use domain::event::EventState as E;
use domain::ids::{EventId, RegistrationId};
use domain::message::Message;
use domain::registration::RegistrationState as R;

use super::world::{TITLE, at, event, registration};
use super::{OPEN, PRIVATE, WHEN, finish, finish_at, has, has_not, is_decent};
use crate::compose::registrations;
use crate::mail::Mail;

fn mail_to(message: fn(EventId, RegistrationId) -> Message, state: R, event_state: E) -> Option<Mail> {
    let (event, of) = (event(event_state), registration(state));
    let mail = finish(|with| registrations::letter(&message(event.id.clone(), of.id.clone()), &event, &of, with));
    mail.iter().for_each(is_decent);
    mail
}

#[test]
fn to_confirm_says_until_when_and_what_happens_otherwise() {
    let mail = mail_to(|event, registration| Message::RegistrationConfirm { event, registration }, R::Unconfirmed, E::Published).unwrap();
    let link = "https://hub.example/manage/registration/confirm/1111111111111111.2222222222222222.1.";
    has(&mail, &[link, "two hours", "Friday 20 November 2026 at 14:00, UK time", "the place goes to somebody else", WHEN]);
    has_not(&mail, &PRIVATE);
    assert!(mail.attachments.is_empty());
}

#[test]
fn who_has_a_place_learns_all_that_is_needed_to_come() {
    let mail = mail_to(|event, registration| Message::RegistrationPlaced { event, registration }, R::Confirmed, E::Published).unwrap();
    assert_eq!(mail.subject, "You have a place on Wednesday 25 November, 10:00");
    has(&mail, &[OPEN, WHEN, TITLE, "Zoom", "We send you how to join online two days before", "The blue door"]);
    has_not(&mail, &["meet.example"]);
    assert!(mail.text.contains("    Secret House\n    1 Hidden Street\n    Exampletown\n    ZZ1 1ZZ"), "{}", mail.text);
    let ics = &mail.attachments[0].body;
    for line in ["UID:1111111111111111@hub.example\r\n", "SEQUENCE:2\r\n", "DTSTART:20261125T100000Z\r\n", "STATUS:CONFIRMED\r\n"] {
        assert!(ics.contains(line), "{line}{ics}");
    }
    for private in PRIVATE.iter().chain(&["/manage/"]) {
        assert!(!ics.contains(private), "{private}\n{ics}");
    }
}

#[test]
fn an_offer_says_its_deadline_in_words_and_is_dropped_when_it_is_over() {
    let (event, of) = (event(E::Published), registration(R::Offered));
    let until = at("2026-11-20T14:00:00Z");
    let offer = |until| Message::RegistrationOffered { event: event.id.clone(), registration: of.id.clone(), until };
    let mail = finish(|with| registrations::letter(&offer(until), &event, &of, with)).unwrap();
    is_decent(&mail);
    has(&mail, &[OPEN, "Friday 20 November 2026 at 14:00, UK time", "the place goes to the next person", WHEN]);
    let links =
        ["/manage/registration/accept/1111111111111111.2222222222222222.1.", "/manage/registration/decline/1111111111111111.2222222222222222.1."];
    has(&mail, &links);
    has_not(&mail, &PRIVATE);
    assert_eq!(finish_at(until, |with| registrations::letter(&offer(until), &event, &of, with)), None, "over");
    let other = offer(at("2026-11-19T14:00:00Z"));
    assert_eq!(finish(|with| registrations::letter(&other, &event, &of, with)), None, "an earlier offer");
}

#[test]
fn an_offer_to_an_address_that_nobody_confirmed_says_its_own_deadline_and_no_other() {
    let (event, mut of) = (event(E::Published), registration(R::Offered));
    let until = at("2026-11-20T14:00:00Z");
    let offer = Message::RegistrationOffered { event: event.id.clone(), registration: of.id.clone(), until };
    let written = |of: &domain::registration::RegistrationRecord| finish(|with| registrations::letter(&offer, &event, of, with)).unwrap();
    has(&written(&of), &["You have two days to answer an offer"]);
    of.address_confirmed = false;
    let mail = written(&of);
    is_decent(&mail);
    has(&mail, &["so the time is short: until Friday 20 November 2026 at 14:00, UK time"]);
    has_not(&mail, &["two days", "four days"]);
}

#[test]
fn whoever_waits_lapses_or_cancels_is_told_what_it_means() {
    let waiting = mail_to(|event, registration| Message::RegistrationWaiting { event, registration }, R::Waiting, E::Published).unwrap();
    has(&waiting, &[OPEN, "waiting list", WHEN]);
    let lapsed = mail_to(|event, registration| Message::RegistrationLapsed { event, registration }, R::Lapsed, E::Published).unwrap();
    has(&lapsed, &["run out", "register again", "https://hub.example/events/circle"]);
    let cancelled = mail_to(|event, registration| Message::RegistrationCancelled { event, registration }, R::Cancelled, E::Published).unwrap();
    has(&cancelled, &["Your registration is cancelled", WHEN]);
    for mail in [waiting, lapsed, cancelled] {
        has_not(&mail, &PRIVATE);
    }
}

#[test]
fn a_cancelled_event_is_said_in_the_subject_the_text_and_the_calendar_file() {
    for state in [R::Confirmed, R::Waiting, R::Offered, R::Unconfirmed] {
        let mail = mail_to(|event, registration| Message::EventCancelled { event, registration }, state, E::Cancelled).unwrap();
        assert_eq!(mail.subject, "Cancelled: your event on Wednesday 25 November, 10:00");
        has(&mail, &["It will not take place", "The hall is flooded.", WHEN]);
        let ics = &mail.attachments[0].body;
        assert!(ics.contains("STATUS:CANCELLED\r\n") && ics.contains("SUMMARY:CANCELLED: Living"), "{ics}");
    }
}

#[test]
fn whoever_registered_gets_nothing_that_is_no_longer_true() {
    let confirm = |event, registration| Message::RegistrationConfirm { event, registration };
    let placed = |event, registration| Message::RegistrationPlaced { event, registration };
    for state in [R::Confirmed, R::Cancelled, R::Lapsed] {
        assert_eq!(mail_to(confirm, state, E::Published), None, "{state:?}");
    }
    assert_eq!(mail_to(placed, R::Cancelled, E::Published), None);
    assert_eq!(mail_to(placed, R::Confirmed, E::Cancelled), None, "the other mail says that it is cancelled");
    assert_eq!(mail_to(|event, registration| Message::EventCancelled { event, registration }, R::Cancelled, E::Cancelled), None);
}

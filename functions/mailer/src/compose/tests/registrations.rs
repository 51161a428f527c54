//! What somebody who registered gets.

use domain::event::{EventRecord, EventState as E, Moved, MovedLine, MovedWhat};
use domain::ids::{EventId, RegistrationId};
use domain::message::Message;
use domain::registration::{RegistrationRecord, RegistrationState as R};

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
fn a_warning_says_the_exact_deadline_carries_both_answers_and_is_dropped_when_it_is_over() {
    let (event, mut of) = (event(E::Published), registration(R::Offered));
    let until = at("2026-11-20T14:00:00Z");
    let warning = |until| Message::RegistrationWarning { event: event.id.clone(), registration: of.id.clone(), until };
    let (warned, of_another) = (warning(until), warning(at("2026-11-19T14:00:00Z")));
    let mail = finish(|with| registrations::letter(&warned, &event, &of, with)).unwrap();
    is_decent(&mail);
    assert_eq!(mail.subject, "Your time to answer runs out soon on Wednesday 25 November, 10:00");
    has(&mail, &[OPEN, "still held for you, but only until Friday 20 November 2026 at 14:00, UK time", "the place goes to the next person", WHEN]);
    let links =
        ["/manage/registration/accept/1111111111111111.2222222222222222.1.", "/manage/registration/decline/1111111111111111.2222222222222222.1."];
    has(&mail, &links);
    has_not(&mail, &PRIVATE);
    assert_eq!(finish_at(until, |with| registrations::letter(&warned, &event, &of, with)), None, "over");
    assert_eq!(finish(|with| registrations::letter(&of_another, &event, &of, with)), None, "an earlier offer");
    of.state = R::Confirmed;
    assert_eq!(finish(|with| registrations::letter(&warned, &event, &of, with)), None, "answered");
}

#[test]
fn what_a_host_does_by_hand_is_told_with_their_reason_which_is_never_markup() {
    let until = at("2026-11-20T14:00:00Z");
    let by_hand = "The host did this by hand, and gives this reason:";
    for state in [R::Offered, R::Cancelled] {
        let (event, mut of) = (event(E::Published), registration(state));
        let (id, registration) = (event.id.clone(), of.id.clone());
        let message = match state {
            R::Offered => Message::RegistrationOffered { event: id, registration, until },
            _ => Message::RegistrationCancelled { event: id, registration },
        };
        let written = |of: &RegistrationRecord| finish(|with| registrations::letter(&message, &event, of, with)).unwrap();
        has_not(&written(&of), &[by_hand]);
        of.reason = Some("You asked us <b>by phone</b>.".into());
        let mail = written(&of);
        is_decent(&mail);
        has(&mail, &[by_hand, "You asked us <b>by phone</b>.", OPEN, WHEN]);
        assert!(mail.html.contains("&lt;b&gt;by phone&lt;/b&gt;"), "{}", mail.html);
        let cancelled = ["The host has cancelled your registration", "as you asked"];
        assert_eq!(cancelled.map(|said| mail.text.contains(said)), [state == R::Cancelled, false], "{}", mail.text);
    }
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

#[test]
fn every_mail_about_a_registration_carries_its_private_link_and_nothing_private_before_there_is_a_place() {
    type About = fn(EventId, RegistrationId) -> Message;
    let until = || at("2026-11-20T14:00:00Z");
    let mails: [(&str, About, R, E); 11] = [
        ("2026-11-20T12:00:00Z", |event, registration| Message::RegistrationPlaced { event, registration }, R::Confirmed, E::Published),
        ("2026-11-20T12:00:00Z", |event, registration| Message::RegistrationWaiting { event, registration }, R::Waiting, E::Published),
        ("2026-11-20T12:00:00Z", |event, registration| Message::RegistrationLapsed { event, registration }, R::Lapsed, E::Published),
        ("2026-11-20T12:00:00Z", |event, registration| Message::RegistrationCancelled { event, registration }, R::Cancelled, E::Published),
        ("2026-11-20T12:00:00Z", |event, registration| Message::EventCancelled { event, registration }, R::Confirmed, E::Cancelled),
        ("2026-11-20T12:00:00Z", |event, registration| Message::EventCancelled { event, registration }, R::Waiting, E::Cancelled),
        ("2026-11-20T12:00:00Z", |event, registration| Message::EventPostponed { event, registration, sequence: 2 }, R::Waiting, E::Postponed),
        ("2026-11-20T12:00:00Z", |event, registration| Message::EventChanged { event, registration, sequence: 2 }, R::Confirmed, E::Published),
        ("2026-11-24T10:00:00Z", |event, registration| Message::EventReminder { event, registration }, R::Confirmed, E::Published),
        ("2026-11-25T15:00:00Z", |event, registration| Message::EventThanks { event, registration }, R::Confirmed, E::Published),
        ("2026-11-20T12:00:00Z", |event, registration| Message::EventMoved { event, registration, sequence: 2 }, R::Waiting, E::Published),
    ];
    let offers = [
        |event, registration, until| Message::RegistrationOffered { event, registration, until },
        |event, registration, until| Message::RegistrationWarning { event, registration, until },
    ];
    let moved = |event: &mut EventRecord| {
        let lines = vec![MovedLine { what: MovedWhat::Format, before: "Online".into(), after: "In person and online".into() }];
        event.published.as_mut().unwrap().moved = Some(Moved { sequence: 2, at: at("2026-11-20T11:00:00Z"), lines, previous_start: None });
    };
    let written = |message: &dyn Fn(EventId, RegistrationId) -> Message, when: &str, state: R, of_event: E| {
        let (mut event, of) = (event(of_event), registration(state));
        moved(&mut event);
        let message = message(event.id.clone(), of.id.clone());
        let mail = finish_at(at(when), |with| registrations::letter(&message, &event, &of, with)).unwrap_or_else(|| panic!("{message:?} is none"));
        is_decent(&mail);
        has(&mail, &[OPEN]);
        if state != R::Confirmed {
            has_not(&mail, &PRIVATE);
        }
    };
    for (when, message, state, of_event) in mails {
        written(&message, when, state, of_event);
    }
    for offer in offers {
        written(&|event, registration| offer(event, registration, until()), "2026-11-20T12:00:00Z", R::Offered, E::Published);
    }
}

#[test]
fn a_host_is_asked_to_call_as_long_as_the_place_is_held_and_reads_no_name() {
    let (event, mut of) = (event(E::Published), registration(R::Offered));
    (of.person.email, of.warn) = (None, Some(at("2026-11-20T13:00:00Z")));
    let until = at("2026-11-20T14:00:00Z");
    let call = Message::OfferToCall { event: event.id.clone(), registration: of.id.clone(), until };
    let written = |of: &RegistrationRecord, when: &str| finish_at(at(when), |with| registrations::letter(&call, &event, of, with));
    let mail = written(&of, "2026-11-20T12:00:00Z").unwrap();
    is_decent(&mail);
    has(&mail, &["https://hub.example/manage/event/open/", "Friday 20 November 2026 at 14:00, UK time", "only you can tell them"]);
    has_not(&mail, &["evil.example", "/manage/registration/"]);
    let soon = written(&of, "2026-11-20T13:00:00Z").unwrap();
    assert!(mail.subject.starts_with("Please call") && soon.subject.starts_with("Call somebody soon"), "{} {}", mail.subject, soon.subject);
    assert_eq!(written(&of, "2026-11-20T14:00:00Z"), None, "it is over");
    of.state = R::Confirmed;
    assert_eq!(written(&of, "2026-11-20T12:00:00Z"), None, "they were called");
}

//! What somebody who listed an event gets.

use domain::event::{Change, EventRecord, EventState as E};
use domain::ids::EventId;
use domain::message::Message;

use super::world::{TITLE, at, event, event_with};
use super::{finish, finish_at, has, has_not, is_decent};
use crate::compose::events;
use crate::mail::Mail;

fn host_mail(message: fn(EventId) -> Message, state: E) -> Option<Mail> {
    let event = event(state);
    let mail = finish(|with| events::letter(&message(event.id.clone()), &event, with));
    mail.iter().for_each(is_decent);
    mail
}

#[test]
fn a_host_gets_the_link_that_is_needed_next() {
    const OPEN: &str = "https://hub.example/manage/event/open/1111111111111111.1.";
    const CONFIRM: &str = "https://hub.example/manage/event/confirm/1111111111111111.1.";
    let draft = host_mail(|event| Message::EventDraft { event }, E::Draft).unwrap();
    has(&draft, &[OPEN]);
    has_not(&draft, &["dementia"]);
    let confirm = host_mail(|event| Message::EventConfirm { event }, E::Sent).unwrap();
    has(&confirm, &[CONFIRM, "If it was not you"]);
    has_not(&confirm, &["dementia"]);
    has(&host_mail(|event| Message::EventReceived { event }, E::Queued).unwrap(), &[OPEN, TITLE]);
    let asked = host_mail(|event| Message::EventChangesAsked { event }, E::ChangesAsked).unwrap();
    has(&asked, &[OPEN, "Say which <i>floor</i> it is on."]);
    let published = host_mail(|event| Message::EventPublished { event }, E::Published).unwrap();
    has(&published, &[OPEN, "https://hub.example/events/circle", "Wednesday 25 November 2026, 10:00 to 12:00, UK time"]);
    has(&host_mail(|event| Message::EventDeclined { event }, E::Declined).unwrap(), &["Say which"]);
}

#[test]
fn a_host_gets_nothing_that_is_no_longer_true() {
    assert_eq!(host_mail(|event| Message::EventDraft { event }, E::Withdrawn), None);
    assert_eq!(host_mail(|event| Message::EventConfirm { event }, E::Queued), None);
    assert_eq!(host_mail(|event| Message::EventReceived { event }, E::Published), None);
    assert_eq!(host_mail(|event| Message::EventChangesAsked { event }, E::Queued), None);
    assert_eq!(host_mail(|event| Message::EventPublished { event }, E::Cancelled), None);
    let event = event_with(E::Sent, &[("contact_email", "other@example.org")]);
    let message = Message::EventConfirm { event: event.id.clone() };
    assert_eq!(finish(|with| events::letter(&message, &event, with)), None, "the address was mended meanwhile");
}

/// What a host gets at a moment of whom the event is over.
fn over(event: &EventRecord, when: &str) -> Option<Mail> {
    let message = Message::EventOver { event: event.id.clone() };
    let mail = finish_at(at(when), |with| events::letter(&message, event, with));
    mail.iter().for_each(is_decent);
    mail
}

const LATER: &str = "2026-11-25T15:00:00Z";

#[test]
fn when_it_is_over_its_host_gets_the_link_to_tell_what_happened() {
    let mail = over(&event(E::Published), LATER).unwrap();
    assert_eq!(mail.subject, "Your event is over. You can tell what happened");
    has(&mail, &[TITLE, "https://hub.example/manage/event/open/1111111111111111.1.", "A coordinator reads it before it is published"]);
    has(&mail, &["Wednesday 25 November 2026, 10:00 to 12:00, UK time"]);
    has_not(&mail, &super::PRIVATE);
}

#[test]
fn a_host_is_not_asked_to_tell_of_what_is_not_over_did_not_take_place_or_is_told() {
    assert_eq!(over(&event(E::Published), "2026-11-25T11:59:59Z"), None, "not while it lasts");
    for state in [E::Cancelled, E::Postponed, E::Queued] {
        assert_eq!(over(&event(state), LATER), None, "{state:?}");
    }
    assert_eq!(over(&event_with(E::Published, &[("happened", "We met.")]), LATER), None);
    let mut begun = event(E::Published);
    begun.change = Some(Change { answers: begun.answers.clone(), sent: None });
    assert!(over(&begun, LATER).is_some(), "a change of something else is no telling");
    begun.working_mut().set("resource1_title", "The slides");
    assert_eq!(over(&begun, LATER), None, "they are at it");
    let mut others = event(E::Published);
    others.confirmed_email = None;
    assert_eq!(over(&others, LATER), None, "the link is for whoever confirmed the address");
}

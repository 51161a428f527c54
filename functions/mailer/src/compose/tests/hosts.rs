//! What somebody who listed an event gets.

use domain::event::EventState as E;
use domain::ids::EventId;
use domain::message::Message;

use super::world::{TITLE, event, event_with};
use super::{finish, has, has_not, is_decent};
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

//! The messages to hosts. Their ids are made of what happened, so that one thing gives one mail (I6).

use domain::contact::Email;
use domain::event::EventRecord;
use domain::message::{Message, Waiting};
use domain::text::one_line;
use jiff::Timestamp;

use super::HostContact;

fn letter(id: String, to: Email, message: Message, created: Timestamp) -> Waiting {
    Waiting { id, to: to.into(), message, created }
}

/// The link back to the draft: one for each address and generation of links.
pub(super) fn draft(record: &EventRecord, contact: &HostContact) -> Waiting {
    let id = format!("event-draft#{}#{}#{}", record.id, contact.hash, record.generation);
    letter(id, contact.email.clone(), Message::EventDraft { event: record.id.clone() }, record.changed)
}

/// The link again, because its host asked for it, or the link to confirm where that is what is missing.
pub(super) fn link_again(record: &EventRecord, contact: &HostContact, form_key: &str, now: Timestamp) -> Waiting {
    use domain::event::EventState;
    let event = record.id.clone();
    let message = match record.state {
        EventState::Sent => Message::EventConfirm { event },
        _ => Message::EventDraft { event },
    };
    letter(format!("event-link#{}#{form_key}", record.id), contact.email.clone(), message, now)
}

/// What the new version of an event tells its host; the version makes the id.
pub(super) fn news(record: &EventRecord, to: Email, message: Message) -> Waiting {
    letter(format!("event#{}#{}", record.id, record.version), to, message, record.changed)
}

/// That it is over. The end makes the id: an event that was moved after its host was told is over another time.
pub(super) fn over(record: &EventRecord, to: Email, ends: Timestamp, now: Timestamp) -> Waiting {
    let id = format!("event-over#{}#{}", record.id, ends.as_second());
    letter(id, to, Message::EventOver { event: record.id.clone() }, now)
}

/// Where the host is reached: the confirmed address, or the one typed where a coordinator entered the event.
pub(crate) fn address(record: &EventRecord) -> Option<Email> {
    record.confirmed_email.clone().or_else(|| Email::parse(&one_line(record.answers.get("contact_email"))).ok())
}

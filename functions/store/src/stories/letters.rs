//! The messages to authors. Their ids are made of what happened, so that one thing gives one mail (I6).

use domain::message::{Message, Recipient, Waiting};
use domain::story::StoryRecord;
use jiff::Timestamp;

use super::{AuthorContact, days};
use crate::outbox;
use crate::tx::Tx;

/// Tells an author who left an address what the new version of their story brings. The outbox doesn't know the address.
pub(super) fn news(tx: &mut Tx<'_>, record: &StoryRecord, message: Message, now: Timestamp) {
    if record.has_contact {
        outbox::add(tx, &letter(record, Recipient::Author(record.id.clone()), message, now));
    }
}

/// Tells an author that their story is withdrawn: the one message that carries its address, because with this act nothing is left
/// to look it up in. The outbox forgets it once it is sent.
pub(super) fn farewell(tx: &mut Tx<'_>, record: &StoryRecord, contact: &AuthorContact, now: Timestamp) {
    let message = Message::StoryWithdrawn { story: record.id.clone() };
    outbox::add(tx, &letter(record, Recipient::Address(contact.email.clone()), message, now));
}

fn letter(record: &StoryRecord, to: Recipient, message: Message, now: Timestamp) -> Waiting {
    Waiting { id: format!("story#{}#{}", record.id, record.version), to, message, created: days::start_of(now) }
}

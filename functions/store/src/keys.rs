//! Where each record lies. The only place that spells keys.

use domain::ids::{EventId, FormKey, ImportId, RegistrationId, RelayId, Slug, StaffId, StoryId};
use domain::week::WeekId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::db::Key;
use crate::tables::Table;

/// An address or number as records name it: a keyed hash, so that a table alone doesn't tell who is in it.
/// `contact` is already folded, e.g. `email:ann@example.org`.
pub fn contact_hash(secret: &[u8], contact: &str) -> String {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret).expect("HMAC takes keys of any length");
    mac.update(contact.as_bytes());
    data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes()[..16])
}

/// A place where nothing lies, in a collection that a function may read whose first call goes to this table.
pub fn nothing_in(table: Table) -> Key {
    match table {
        Table::Hub => Key::new("EVENT#-", "-"),
        Table::Outbox => Key::new(format!("{}0", crate::outbox::WAITING), "-"),
        _ => Key::new(WEEKS, "-"),
    }
}

pub(crate) const META: &str = "META";
pub(crate) const PLACES: &str = "PLACES";

/// The collection of an event: its record, places, registrations, waiting list, audit.
pub(crate) fn event_pk(id: &EventId) -> String {
    format!("EVENT#{id}")
}

pub(crate) fn event(id: &EventId) -> Key {
    Key::new(event_pk(id), META)
}

pub(crate) fn places(id: &EventId) -> Key {
    Key::new(event_pk(id), PLACES)
}

pub(crate) fn registration(event: &EventId, id: &RegistrationId) -> Key {
    Key::new(event_pk(event), format!("REG#{id}"))
}

/// Before the keys of what a host wrote to the people registered.
pub(crate) const HOST_MESSAGE: &str = "MESSAGE#";

pub(crate) fn host_message(event: &EventId, id: &str) -> Key {
    Key::new(event_pk(event), format!("{HOST_MESSAGE}{id}"))
}

/// A turn on the waiting list; the order of keys is the order of turns.
pub(crate) fn turn(event: &EventId, turn: u64) -> Key {
    Key::new(event_pk(event), format!("WAIT#{turn:012}"))
}

/// One person at one event, and everything an address is known for.
pub(crate) fn contact_pk(hash: &str) -> String {
    format!("CONTACT#{hash}")
}

pub(crate) fn contact_at_event(hash: &str, event: &EventId) -> Key {
    Key::new(contact_pk(hash), format!("REG#{event}"))
}

/// Before the keys of registrations that an address had.
pub(crate) const HAD: &str = "HAD#";

/// A registration that ended: its person can still see and erase it.
pub(crate) fn contact_had(hash: &str, event: &EventId, id: &RegistrationId) -> Key {
    Key::new(contact_pk(hash), format!("{HAD}{event}#{id}"))
}

pub(crate) fn contact_hosts(hash: &str, event: &EventId) -> Key {
    Key::new(contact_pk(hash), format!("HOST#{event}"))
}

pub(crate) fn contact_wrote(hash: &str, story: &StoryId) -> Key {
    Key::new(contact_pk(hash), format!("STORY#{story}"))
}

pub(crate) fn story(id: &StoryId) -> Key {
    Key::new(format!("STORY#{id}"), META)
}

/// A withdrawal code, by its hash.
pub(crate) fn story_code(hash: &str) -> Key {
    Key::new(format!("CODE#{hash}"), META)
}

/// In the confidential table: an event's access answers lie together.
pub(crate) fn access_answers(event: &EventId, id: &RegistrationId) -> Key {
    Key::new(format!("ACCESS#{event}"), format!("REG#{id}"))
}

/// In the confidential table.
pub(crate) fn story_contact(id: &StoryId) -> Key {
    Key::new(format!("AUTHOR#{id}"), META)
}

/// In the confidential table.
pub(crate) fn relay(id: &RelayId) -> Key {
    Key::new(format!("RELAY#{id}"), META)
}

/// Before the keys of what was erased, in the confidential table.
pub const ERASED: &str = "ERASED#";

/// In the confidential table.
pub(crate) fn erased(id: &str) -> Key {
    Key::new(format!("{ERASED}{id}"), META)
}

/// In the confidential table: beside the entry of the registration itself, where that is erased too.
pub(crate) fn erased_answers(id: &str) -> Key {
    Key::new(format!("{ERASED}{id}"), "ANSWERS")
}

pub(crate) fn form_key(key: &FormKey) -> Key {
    Key::new(format!("FORM#{key}"), "RESULT")
}

/// How far many events are that are brought in together.
pub(crate) fn import(id: &ImportId) -> Key {
    Key::new(format!("IMPORT#{id}"), META)
}

pub(crate) const QUEUE: &str = "QUEUE";

pub(crate) const TRUSTED: &str = "TRUSTED";

/// That a coordinator trusts a host, by the hash of the host's address.
pub(crate) fn trusted(hash: &str) -> Key {
    Key::new(TRUSTED, hash)
}

pub(crate) const STAFF: &str = "STAFF";

pub(crate) fn staff(id: &StaffId) -> Key {
    Key::new(STAFF, id.as_str())
}

/// That an address has an account at the desk.
pub(crate) fn staff_email(hash: &str) -> Key {
    Key::new(format!("STAFF-EMAIL#{hash}"), META)
}

/// A sign-in link, by the hash of its token.
pub(crate) fn sign_in(token_hash: &str) -> Key {
    Key::new(format!("SIGNIN#{token_hash}"), META)
}

/// Which sign-in link of a person is the newest; older ones are dead.
pub(crate) fn newest_sign_in(whose: &str) -> Key {
    Key::new(format!("SIGNIN-OF#{whose}"), META)
}

/// A session at the desk, by the hash of its token.
pub(crate) fn session(token_hash: &str) -> Key {
    Key::new(format!("SESSION#{token_hash}"), META)
}

pub(crate) const WEEKS: &str = "WEEKS";

pub(crate) fn week(id: WeekId) -> Key {
    Key::new(WEEKS, id.to_string())
}

/// In the public table.
pub(crate) fn event_page(slug: &Slug) -> Key {
    Key::new(format!("PAGE#events/{slug}"), "PAGE")
}

/// In the public table.
pub(crate) fn story_page(slug: &Slug) -> Key {
    Key::new(format!("PAGE#stories/{slug}"), "PAGE")
}

/// In the public table.
pub(crate) fn event_cards_pk(week: WeekId) -> String {
    format!("EVENTS#{week}")
}

/// In the public table.
pub(crate) fn story_cards_pk(week: WeekId) -> String {
    format!("STORIES#{week}")
}

/// In the public table: the stories about one event. No week is called so.
pub(crate) fn stories_of_event_pk(id: &EventId) -> String {
    format!("STORIES#event/{id}")
}

/// In the public table.
pub(crate) fn public_places_pk(week: WeekId) -> String {
    format!("PLACES#{week}")
}

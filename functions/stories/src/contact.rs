//! What becomes of the addresses behind a story when a page is saved: they go to the confidential table, or out of it; one that can't be
//! read changes nothing.

use domain::answers::Answers;
use domain::contact::Email;
use domain::ids::{AddressId, RelayId};
use domain::story::{CallKind, StoryRecord, StoryStep};
use store::stories::{AuthorContact, ContactChange, Relay};

use crate::State;

/// By what was typed on a page.
pub(crate) fn change(hub: &State, step: StoryStep, record: &StoryRecord, typed: &Answers) -> ContactChange {
    match step {
        StoryStep::Consent => author(hub, record, typed),
        StoryStep::Write => relay(hub, record, typed),
        _ => ContactChange::Keep,
    }
}

/// The author's own.
fn author(hub: &State, record: &StoryRecord, typed: &Answers) -> ContactChange {
    match Email::parse(typed.get("email")) {
        Ok(email) => ContactChange::Set(contact(hub, email)),
        Err(_) if !typed.has("email") && record.has_contact => ContactChange::Remove,
        Err(_) => ContactChange::Keep,
    }
}

/// An author's address as it is kept.
pub(crate) fn contact(hub: &State, email: Email) -> AuthorContact {
    let hash = hub.context.contact_hash(&format!("email:{}", email.folded()));
    AuthorContact { email, hash, name: Some(AddressId::from_random(hub.context.random())) }
}

/// Where readers' messages go: kept only where readers are asked to write.
fn relay(hub: &State, record: &StoryRecord, typed: &Answers) -> ContactChange {
    let asks = CallKind::from_value(typed.get("call")).is_some_and(CallKind::is_relayed);
    match Email::parse(typed.get("call_email")) {
        Ok(email) if asks => {
            let id = record.relay().unwrap_or_else(|| RelayId::from_random(hub.context.random()));
            ContactChange::SetRelay(Relay { id, email, name: AddressId::from_random(hub.context.random()) })
        }
        Err(_) if asks && typed.has("call_email") => ContactChange::Keep,
        _ if record.relay().is_some() => ContactChange::RemoveRelay,
        _ => ContactChange::Keep,
    }
}

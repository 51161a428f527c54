//! A registration's working record.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Person, RegistrationState};
use crate::ids::{EventId, RegistrationId};

/// One person at one event. Private: the person and the event's host see it. Access needs aren't in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationRecord {
    /// Its name in records.
    pub id: RegistrationId,
    /// The event.
    pub event: EventId,
    /// Who.
    pub person: Person,
    /// Where it stands.
    pub state: RegistrationState,
    /// Until when a place is held, while it is unconfirmed or offered; until when a waiting address may be confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// The turn on the waiting list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<u64>,
    /// Whether the address was confirmed; a phone number needs no confirming.
    pub address_confirmed: bool,
    /// Whether there are access answers in the confidential table. What they are isn't said here.
    #[serde(default)]
    pub has_needs: bool,
    /// Private links of a lower generation no longer open it.
    pub generation: u32,
    /// Rises with each change.
    pub version: u64,
    /// When it was made.
    pub created: Timestamp,
    /// When it changed last.
    pub changed: Timestamp,
}

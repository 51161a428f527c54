//! The records as they lie in the tables.

use domain::ids::RegistrationId;
use domain::registration::{AccessRequest, Party, RegistrationRecord, RegistrationState, Turn};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A registration, with the hashes under which its person is known: what ends it must free them, and knows no secret.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Stored {
    /// The registration.
    #[serde(flatten)]
    pub record: RegistrationRecord,
    /// Hashes of its addresses and numbers.
    #[serde(default)]
    pub contacts: Vec<String>,
}

/// One person at one event.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ContactAt {
    /// Their registration.
    pub registration: RegistrationId,
}

/// A turn on the waiting list, with what the rule of the list looks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TurnAt {
    /// Whose.
    pub registration: RegistrationId,
    /// Its number: lower comes first.
    pub turn: u64,
    /// What they ask for.
    #[serde(flatten)]
    pub party: Party,
}

impl TurnAt {
    /// The turn of a registration that waits.
    pub fn of(stored: &Stored) -> Option<Self> {
        let record = &stored.record;
        let turn = record.turn.filter(|_| record.state == RegistrationState::Waiting)?;
        Some(Self { registration: record.id.clone(), turn, party: record.party.clone() })
    }

    /// As the rule sees it.
    pub fn turn(&self) -> Turn {
        Turn { number: self.turn, ask: self.party.ask() }
    }
}

/// Access answers, and until when they may be read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptNeeds {
    /// Whose.
    pub registration: RegistrationId,
    /// The answers and their consent.
    #[serde(flatten)]
    pub request: AccessRequest,
    /// From then on nobody sees them, whether or not the database has taken them out (quality-bar P-08).
    pub kept_until: Timestamp,
}

/// A moment in whole seconds, as what is due is filed.
pub(super) fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

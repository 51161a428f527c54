//! A registration's working record.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Call, CallAbout, OnBehalf, Party, Person, RegistrationState};
use crate::ids::{EventId, RegistrationId};

/// One contact at one event, alone or for a group. Private: the person and the event's host see it. Access needs aren't in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationRecord {
    /// Its name in records.
    pub id: RegistrationId,
    /// The event.
    pub event: EventId,
    /// Who.
    pub person: Person,
    /// What they ask for: how many places, in the room or online.
    #[serde(flatten)]
    pub party: Party,
    /// Where it stands.
    pub state: RegistrationState,
    /// Until when a place is held, while it is unconfirmed or offered; until when a waiting address may be confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// When an offer's end is announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn: Option<Timestamp>,
    /// The turn on the waiting list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<u64>,
    /// How many of its places are of those held back for people who need support.
    #[serde(default)]
    pub kept: u32,
    /// Whether the address was confirmed; a phone number needs no confirming.
    pub address_confirmed: bool,
    /// Whether there are access answers in the confidential table. What they are isn't said here.
    #[serde(default)]
    pub has_needs: bool,
    /// That its host wrote it down for somebody who agreed; none where the person registered themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<OnBehalf>,
    /// The host's reason for the last thing they did to it by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Calls the host made, where there is no address to write to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calls: Vec<Call>,
    /// When they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came: Option<Timestamp>,
    /// Private links of a lower generation no longer open it.
    pub generation: u32,
    /// Rises with each change.
    pub version: u64,
    /// When it was made.
    pub created: Timestamp,
    /// When it changed last.
    pub changed: Timestamp,
}

impl RegistrationRecord {
    /// A registration by this person, in its first state.
    pub fn new(id: RegistrationId, event: EventId, person: Person, party: Party, state: RegistrationState, now: Timestamp) -> Self {
        let address_confirmed = person.email.is_none();
        Self {
            id,
            event,
            person,
            party,
            state,
            until: None,
            warn: None,
            turn: None,
            kept: 0,
            address_confirmed,
            has_needs: false,
            on_behalf: None,
            reason: None,
            calls: Vec::new(),
            came: None,
            generation: 1,
            version: 1,
            created: now,
            changed: now,
        }
    }

    /// Whether they have a place and came.
    pub fn has_come(&self) -> bool {
        self.state == RegistrationState::Confirmed && self.came.is_some()
    }

    /// What the host has to tell them by phone, because no mail can: none where it was done.
    pub fn to_call(&self, event_cancelled: bool) -> Option<CallAbout> {
        use RegistrationState as S;
        if self.person.email.is_some() || self.person.phone.is_none() {
            return None;
        }
        let about = match self.state {
            _ if event_cancelled && self.state.is_active() => CallAbout::EventCancelled,
            S::Offered => CallAbout::Offer,
            S::Lapsed => CallAbout::Lapsed,
            S::Cancelled | S::Confirmed | S::Waiting if self.reason.is_some() => CallAbout::Changed,
            _ => return None,
        };
        let told = self.calls.iter().any(|call| call.about == about && call.outcome.settles());
        (!told).then_some(about)
    }
}

//! A registration's working record.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Call, OnBehalf, Party, Person, RegistrationState, ToSay};
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
    /// When they gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_at: Option<Timestamp>,
    /// Since when it stands where it does; none as long as it stands where it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// What everybody was told that a call has not settled, where they gave a number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_say: Vec<ToSay>,
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
            reason_at: None,
            since: None,
            to_say: Vec::new(),
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

    /// Where it stands by the clock: what has run out has lapsed, though nobody has noted it yet.
    pub fn stands_at(&self, now: Timestamp) -> RegistrationState {
        match self.state.is_active() && self.until.is_some_and(|until| until <= now) {
            true => RegistrationState::Lapsed,
            false => self.state,
        }
    }

    /// Comes to stand somewhere else, at a moment.
    pub fn comes_to(&mut self, state: RegistrationState, now: Timestamp) {
        (self.state, self.since) = (state, Some(now));
    }

    /// They say that they need support to come or time to arrange it, or no longer. Who says so no longer keeps what they have, as places
    /// like all others: those that were held back for them are held back for the next who needs support.
    pub fn says_support(&mut self, support: bool) {
        self.party.support = support;
        if !support {
            self.kept = 0;
        }
    }

    /// The host gives a reason for what they do to it by hand, at a moment.
    pub fn by_hand(&mut self, reason: &str, now: Timestamp) {
        (self.reason, self.reason_at) = (Some(reason.to_owned()), Some(now));
    }
}

//! Somebody else's form: a host or a coordinator registers a person who phoned, wrote or came by, and who agreed to it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::audit::Actor;
use crate::choices;
use crate::field::Errors;
use crate::ids::StaffId;

/// What whoever writes it down says the person agreed to.
pub const ON_BEHALF_WORDS: &str = "They agreed that I write their details down here, for this event. I told them that they can ask me \
to change or delete them at any time.";

/// Raised with every change of [`ON_BEHALF_WORDS`].
pub const ON_BEHALF_VERSION: u32 = 1;

choices! {
    /// How somebody asked for a place.
    AskedBy {
        Phone = "phone", "By phone";
        Paper = "paper", "On paper or by post";
        InPerson = "in-person", "In person";
    }
}

/// That somebody else wrote a registration down for a person, and with what agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnBehalf {
    /// How the person asked.
    pub asked_by: AskedBy,
    /// Which words of [`ON_BEHALF_WORDS`] they agreed to.
    pub consent_version: u32,
    /// When it was written down.
    pub at: Timestamp,
    /// The coordinator who wrote it down; none is the event's host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinator: Option<StaffId>,
}

impl OnBehalf {
    /// Reads `asked_by` and `agreed`. Without their agreement nothing is written down.
    pub fn parse(answers: &Answers, coordinator: Option<&StaffId>, now: Timestamp) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let asked_by = errors.keep("asked_by", AskedBy::parse(answers.get("asked_by"), "Choose how they asked"));
        if !answers.ticked("agreed") {
            errors.add("agreed", "Tick the box if they agreed. Without that you can’t write their details down");
        }
        errors.or(asked_by.map(|asked_by| Self { asked_by, consent_version: ON_BEHALF_VERSION, at: now, coordinator: coordinator.cloned() }))
    }

    /// Who wrote it down.
    pub fn actor(&self) -> Actor {
        self.coordinator.clone().map_or(Actor::Host, Actor::Staff)
    }
}

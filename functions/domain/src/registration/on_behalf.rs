//! Somebody else's form: a host registers a person who phoned, wrote or came by, and who agreed to it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;

/// What the host says the person agreed to.
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

/// That a host wrote a registration down for somebody, and with what agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnBehalf {
    /// How the person asked.
    pub asked_by: AskedBy,
    /// Which words of [`ON_BEHALF_WORDS`] they agreed to.
    pub consent_version: u32,
    /// When the host wrote it down.
    pub at: Timestamp,
}

impl OnBehalf {
    /// Reads `asked_by` and `agreed`. Without their agreement nothing is written down.
    pub fn parse(answers: &Answers, now: Timestamp) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let asked_by = errors.keep("asked_by", AskedBy::parse(answers.get("asked_by"), "Choose how they asked"));
        if !answers.ticked("agreed") {
            errors.add("agreed", "Tick the box if they agreed. Without that you can’t write their details down");
        }
        errors.or(asked_by.map(|asked_by| Self { asked_by, consent_version: ON_BEHALF_VERSION, at: now }))
    }
}

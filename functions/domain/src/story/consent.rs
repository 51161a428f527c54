//! What an author agrees to, each purpose on its own, none ticked beforehand (quality-bar P-03).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;

/// Raised with every change of a [`Purpose`]'s words.
pub const STORY_CONSENT_VERSION: u32 = 1;

choices! {
    /// What a story may be used for.
    Purpose {
        Publish = "publish", "Publish my story here";
        RoundUp = "round-up", "Quote it in the round-up of the week";
        Partners = "partners", "Show it on partners' websites";
        Social = "social", "Share it on social media";
    }
}

impl Purpose {
    /// The form's field.
    pub fn field(self) -> &'static str {
        match self {
            Self::Publish => "consent_publish",
            Self::RoundUp => "consent_round_up",
            Self::Partners => "consent_partners",
            Self::Social => "consent_social",
        }
    }
}

/// The purposes agreed to, when, and to which words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// What was agreed to; always holds [`Purpose::Publish`].
    pub purposes: Vec<Purpose>,
    /// Which words.
    pub version: u32,
    /// When, to the day only: the hour could give an author away.
    pub day: jiff::civil::Date,
}

impl Consent {
    /// Reads `consent_*` and `adult`. Without consent to publish, or under 18, there is nothing to send.
    pub fn parse(answers: &Answers, now: Timestamp) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let purposes: Vec<Purpose> = Purpose::ALL.iter().copied().filter(|p| answers.ticked(p.field())).collect();
        if !purposes.contains(&Purpose::Publish) {
            errors.add(Purpose::Publish.field(), "Tick this box if you want us to publish your story");
        }
        if !answers.ticked("adult") {
            errors.add("adult", "Tick this box if you are 18 or over. We can publish stories by adults only");
        }
        errors.or(Some(Self { purposes, version: STORY_CONSENT_VERSION, day: crate::time::today(now) }))
    }

    /// Whether a purpose was agreed to.
    pub fn allows(&self, purpose: Purpose) -> bool {
        self.purposes.contains(&purpose)
    }
}

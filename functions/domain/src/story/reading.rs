//! The second reading: by somebody with lived experience, who asks whether anybody could be recognised (quality-bar P-20).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::ids::StaffId;
use crate::text::passage;

choices! {
    /// Could somebody who knows the author, or anybody in the story, recognise them?
    Recognised {
        No = "no", "No: I tried, and nobody could be recognised who does not want to be";
        Yes = "yes", "Yes: somebody could be recognised, or I am not sure";
    }
}

/// What the second reader found. It is about the words as they were read: other words need another reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondReading {
    /// Who read it.
    pub by: StaffId,
    /// What they found.
    pub recognised: Recognised,
    /// By what, or anything else for the coordinators.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The day; no hour is kept.
    pub day: Date,
}

impl SecondReading {
    /// Reads `recognised`, `words`. Who could be recognised by something says by what.
    pub fn parse(typed: &Answers, by: StaffId, day: Date) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let missing = "Choose whether somebody could be recognised";
        let recognised = errors.keep("recognised", Recognised::parse(typed.get("recognised"), missing));
        let words = errors.keep_if_given(typed, "words", |text| passage(text, 2_000, "", "What you found"));
        if recognised == Some(Recognised::Yes) && !typed.has("words") {
            errors.add("words", "Write by what somebody could be recognised");
        }
        errors.or(recognised.map(|recognised| Self { by, recognised, words, day }))
    }
}

//! What lets people prepare: papers beforehand, light and sound, help with the way. It may be left out, and then reads "Not stated".

use serde::{Deserialize, Serialize};

use super::Format;
use crate::access::YesNo;
use crate::answers::Answers;
use crate::field::Errors;
use crate::text::line;

/// What a host tells beside the access facts (quality-bar A-37).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preparing {
    /// Whether papers and slides come before the event; none is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handouts: Option<YesNo>,
    /// What light and sound are like, at most 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub light_sound: Option<String>,
    /// What helps people to get there, at most 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_help: Option<String>,
}

impl Preparing {
    /// Its fields.
    pub const FIELDS: [&str; 3] = ["handouts", "light_sound", "travel_help"];

    /// Reads [`Preparing::FIELDS`]. Where nobody travels, help with it is passed over.
    pub fn parse(answers: &Answers) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let handouts = YesNo::from_value(answers.get("handouts"));
        let light_sound = errors.keep_if_given(answers, "light_sound", |t| line(t, 200, "Enter what they are like", "Light and sound"));
        let travel_help = match Format::from_value(answers.get("format")) {
            Some(format) if !format.has_room() => None,
            _ => errors.keep_if_given(answers, "travel_help", |t| line(t, 200, "Enter what helps", "Help with getting there")),
        };
        errors.or(Some(Self { handouts, light_sound, travel_help }))
    }

    /// Whether nothing of it was told.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_helped_to_travel_to_an_online_event() {
        let told = |format: &str| {
            let pairs = [("format", format), ("handouts", "yes"), ("light_sound", "Soft light, no music"), ("travel_help", "We meet you at the bus")];
            Preparing::parse(&pairs.into_iter().collect()).unwrap()
        };
        assert_eq!(told("hybrid").travel_help.as_deref(), Some("We meet you at the bus"));
        let online = told("online");
        assert_eq!((online.travel_help, online.handouts, online.light_sound.is_some()), (None, Some(YesNo::Yes), true));
    }

    #[test]
    fn all_of_it_may_be_left_out_and_none_of_it_may_be_too_long() {
        assert!(Preparing::parse(&Answers::new()).unwrap().is_empty());
        let long = "a".repeat(201);
        for field in ["light_sound", "travel_help"] {
            assert_eq!(Preparing::parse(&[(field, long.as_str())].into_iter().collect()).unwrap_err().0[0].field, field);
        }
    }
}

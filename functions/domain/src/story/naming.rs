//! How an author is named.

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::text::line;

choices! {
    /// The five ways of being named.
    Naming {
        FullName = "full-name", "My full name";
        FirstName = "first-name", "My first name only";
        PenName = "pen-name", "A pen name";
        Role = "role", "What I do or am, like \u{201c}a carer\u{201d}";
        Nothing = "nothing", "No name at all";
    }
}

/// The name as it will be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Byline {
    /// Which way the author chose.
    pub naming: Naming,
    /// The name or role; empty for no name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shown: String,
}

impl Byline {
    /// Reads `naming`, `shown_name`.
    pub fn parse(answers: &Answers) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let naming = errors.keep("naming", Naming::parse(answers.get("naming"), "Choose how you want to be named"));
        let shown = match naming {
            Some(Naming::Nothing) | None => Some(String::new()),
            Some(Naming::Role) => errors.keep("shown_name", line(answers.get("shown_name"), 60, "Enter how to describe you, like a carer", "It")),
            Some(_) => errors.keep("shown_name", line(answers.get("shown_name"), 60, "Enter the name to show", "Name")),
        };
        errors.or(naming.zip(shown).map(|(naming, shown)| Self { naming, shown }))
    }

    /// `By Ann Example`, or nothing.
    pub fn words(&self) -> Option<String> {
        (!self.shown.is_empty()).then(|| format!("By {}", self.shown))
    }
}

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
    /// The group or organisation for which they speak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<String>,
    /// Who or what it is about, where that is not its author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What they want to say about themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bio: Option<String>,
}

impl Byline {
    /// Reads `naming`, `shown_name`, `on_behalf`, `about`, `bio`.
    pub fn parse(answers: &Answers) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let naming = errors.keep("naming", Naming::parse(answers.get("naming"), "Choose how you want to be named"));
        let shown = match naming {
            Some(Naming::Nothing) | None => Some(String::new()),
            Some(Naming::Role) => errors.keep("shown_name", line(answers.get("shown_name"), 60, "Enter how to describe you, like a carer", "It")),
            Some(_) => errors.keep("shown_name", line(answers.get("shown_name"), 60, "Enter the name to show", "Name")),
        };
        let mut more = |field: &str, most, name| errors.keep_if_given(answers, field, |typed| line(typed, most, "", name));
        let on_behalf = more("on_behalf", 100, "The group or organisation");
        let about = more("about", 150, "Who or what it is about");
        let bio = more("bio", 300, "What you say about yourself");
        errors.or(naming.zip(shown).map(|(naming, shown)| Self { naming, shown, on_behalf, about, bio }))
    }

    /// `By Ann Example`, or nothing.
    pub fn words(&self) -> Option<String> {
        (!self.shown.is_empty()).then(|| format!("By {}", self.shown))
    }
}

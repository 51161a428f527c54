//! Who registers.

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::contact::{Email, Phone};
use crate::field::Errors;
use crate::text::line;

/// A name, and an address or a number, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The name they go by, 1–100 characters.
    pub name: String,
    /// Their e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Their phone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
}

impl Person {
    /// Reads `name`, `email`, `phone`.
    pub fn parse(answers: &Answers) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let name = errors.keep("name", line(answers.get("name"), 100, "Enter your name", "Name"));
        if !answers.has("email") && !answers.has("phone") {
            errors.add("email", "Enter an email address or a phone number");
        }
        let email = errors.keep_if_given(answers, "email", Email::parse);
        let phone = errors.keep_if_given(answers, "phone", Phone::parse);
        errors.or(name.map(|name| Self { name, email, phone }))
    }

    /// By what one person is known from another for one event (I3): every address and number given, folded.
    pub fn contacts(&self) -> Vec<String> {
        let email = self.email.iter().map(|e| format!("email:{}", e.folded()));
        let phone = self.phone.iter().map(|p| format!("phone:{}", p.folded()));
        email.chain(phone).collect()
    }
}

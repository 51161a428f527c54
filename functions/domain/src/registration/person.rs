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
    /// Reads `name`, `email`, `phone`, as people write them of themselves.
    pub fn parse(answers: &Answers) -> Result<Self, Errors> {
        Self::read(answers, "Enter your name", ("email", "Enter an email address or a phone number"))
    }

    /// The same, written by somebody who speaks with them: mostly on the phone, so the number comes first.
    pub fn parse_on_behalf(answers: &Answers) -> Result<Self, Errors> {
        Self::read(answers, "Enter their name", ("phone", "Enter a phone number or an email address"))
    }

    /// What is said where there is no name, and, with the field it is said at, where there is neither address nor number.
    fn read(answers: &Answers, no_name: &str, no_contact: (&'static str, &str)) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let name = errors.keep("name", line(answers.get("name"), 100, no_name, "Name"));
        if !answers.has("email") && !answers.has("phone") {
            errors.add(no_contact.0, no_contact.1);
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

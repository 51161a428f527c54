//! Who holds an event, and how the desk and visitors reach them.

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::contact::{Email, Phone};
use crate::field::Errors;
use crate::nation::Nation;
use crate::text::line;

/// The host organisation and its contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    /// The organisation's name, 1–100 characters.
    pub name: String,
    /// Where it is based; the calendar filters by it.
    pub nation: Nation,
    /// The contact's name. Private.
    pub contact_name: String,
    /// The contact's address; private links go there. Private.
    pub contact_email: Email,
    /// The contact's number. Private.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_phone: Option<Phone>,
    /// Whom visitors may ask, by role and with a number: a public line of at most 150 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enquiries: Option<String>,
}

impl Host {
    /// Reads `host`, `nation`, `contact_name`, `contact_email`, `contact_phone`, `enquiries`.
    pub fn parse(answers: &Answers) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let name = errors.keep("host", line(answers.get("host"), 100, "Enter the name of your organisation or group", "Name"));
        let nation = errors.keep("nation", Nation::parse(answers.get("nation"), "Choose where your organisation is based"));
        let contact_name = errors.keep("contact_name", line(answers.get("contact_name"), 100, "Enter your name", "Name"));
        let contact_email = errors.keep("contact_email", Email::parse(answers.get("contact_email")));
        let contact_phone = errors.keep_if_given(answers, "contact_phone", Phone::parse);
        let enquiries = errors.keep_if_given(answers, "enquiries", |t| line(t, 150, "", "Contact for visitors"));
        let host = match (name, nation, contact_name, contact_email) {
            (Some(name), Some(nation), Some(contact_name), Some(contact_email)) => {
                Some(Self { name, nation, contact_name, contact_email, contact_phone, enquiries })
            }
            _ => None,
        };
        errors.or(host)
    }
}

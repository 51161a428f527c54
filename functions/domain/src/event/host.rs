//! Who holds an event, and how the desk and visitors reach them.

use serde::{Deserialize, Serialize};

use super::Enquiries;
use crate::answers::Answers;
use crate::contact::{Email, Phone};
use crate::field::Errors;
use crate::nation::Nation;
use crate::text::{and, line, one_line};

/// The host organisation and its contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    /// The organisation's name, 1–100 characters.
    pub name: String,
    /// The other hosts, as equal as the first: at most 8 names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cohosts: Vec<String>,
    /// Where it is based; the calendar filters by it.
    pub nation: Nation,
    /// The contact's name. Private.
    pub contact_name: String,
    /// The contact's address; private links go there. Private.
    pub contact_email: Email,
    /// The contact's number. Private.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_phone: Option<Phone>,
    /// Whom visitors may ask. Public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enquiries: Option<Enquiries>,
}

impl Host {
    /// Reads `host`, `cohosts` (one a line), `nation`, `contact_name`, `contact_email`, `contact_phone`, and whom to ask.
    pub fn parse(answers: &Answers) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let name = errors.keep("host", line(answers.get("host"), 100, "Enter the name of your organisation or group", "Name"));
        let cohosts = errors.keep("cohosts", cohosts(answers.get("cohosts")));
        let nation = errors.keep("nation", Nation::parse(answers.get("nation"), "Choose where your organisation is based"));
        let contact_name = errors.keep("contact_name", line(answers.get("contact_name"), 100, "Enter your name", "Name"));
        let contact_email = errors.keep("contact_email", Email::parse(answers.get("contact_email")));
        let contact_phone = errors.keep_if_given(answers, "contact_phone", Phone::parse);
        let enquiries = errors.join(Enquiries::parse(answers)).flatten();
        let host = match (name, cohosts, nation, contact_name, contact_email) {
            (Some(name), Some(cohosts), Some(nation), Some(contact_name), Some(contact_email)) => {
                Some(Self { name, cohosts, nation, contact_name, contact_email, contact_phone, enquiries })
            }
            _ => None,
        };
        errors.or(host)
    }

    /// All hosts, in the order in which they were given.
    pub fn all(&self) -> Vec<&str> {
        [self.name.as_str()].into_iter().chain(self.cohosts.iter().map(String::as_str)).collect()
    }

    /// All hosts as a sentence says them: "A, B and C".
    pub fn words(&self) -> String {
        and(&self.all())
    }
}

fn cohosts(typed: &str) -> Result<Vec<String>, String> {
    let names: Vec<String> = typed.lines().map(one_line).filter(|name| !name.is_empty()).collect();
    match names.iter().find(|name| name.chars().count() > 100) {
        Some(long) => Err(format!("A name must be 100 characters or fewer. One has {}", long.chars().count())),
        None if names.len() > 8 => Err(format!("You can name 8 more hosts. You entered {}. Write each on a line of its own", names.len())),
        None => Ok(names),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(cohosts: &str) -> Result<Host, Errors> {
        let rest = [("host", "A"), ("nation", "wales"), ("contact_name", "N"), ("contact_email", "n@example.org"), ("cohosts", cohosts)];
        Host::parse(&rest.into_iter().collect())
    }

    #[test]
    fn hosts_are_named_as_equals() {
        assert_eq!(host("").unwrap().words(), "A");
        assert_eq!(host(" B \n\nC\n").unwrap().words(), "A, B and C");
        assert_eq!(host(&["x"; 9].join("\n")).unwrap_err().0[0].field, "cohosts");
    }
}

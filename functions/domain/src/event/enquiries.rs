//! Whom visitors ask: a person by role, with a number, or through the coordinators.

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::contact::Phone;
use crate::field::Errors;
use crate::text::line;

/// Who answers visitors. Public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored")]
pub struct Enquiries {
    /// By role, at most 150 characters: "Reception". In events of before, the whole line that their host wrote.
    pub role: String,
    /// The number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Whether the coordinators pass questions on, for people who can't phone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub relay: bool,
}

/// As records hold it: events of before have one line.
#[derive(Deserialize)]
#[serde(untagged)]
enum Stored {
    Line(String),
    Parts {
        role: String,
        #[serde(default)]
        phone: Option<Phone>,
        #[serde(default)]
        relay: bool,
    },
}

impl From<Stored> for Enquiries {
    fn from(stored: Stored) -> Self {
        match stored {
            Stored::Line(role) => Self { role, phone: None, relay: false },
            Stored::Parts { role, phone, relay } => Self { role, phone, relay },
        }
    }
}

impl Enquiries {
    /// Its fields.
    pub const FIELDS: [&str; 3] = ["enquiries", "enquiries_phone", "enquiries_relay"];

    /// Reads [`Enquiries::FIELDS`]; none where nobody is named.
    pub fn parse(answers: &Answers) -> Result<Option<Self>, Errors> {
        let mut errors = Errors::default();
        let phone = errors.keep_if_given(answers, "enquiries_phone", Phone::parse);
        let relay = answers.ticked("enquiries_relay");
        let missing = "Enter who answers visitors, by their role";
        let role = match answers.has("enquiries") || answers.has("enquiries_phone") || relay {
            true => errors.keep("enquiries", line(answers.get("enquiries"), 150, missing, "Who answers visitors")),
            false => None,
        };
        errors.or(Some(role.map(|role| Self { role, phone, relay })))
    }

    /// What is missing of a way to reach whoever is named.
    pub fn asked(answers: &Answers) -> Errors {
        let mut errors = Errors::default();
        if answers.has("enquiries") && !answers.has("enquiries_phone") && !answers.ticked("enquiries_relay") {
            errors.add("enquiries_phone", "Enter a phone number for visitors, or tick that we pass questions on");
        }
        errors
    }

    /// Whether there is a number to ring, in its own field or, in events of before, in the line.
    pub fn can_phone(&self) -> bool {
        self.phone.is_some() || self.role.chars().filter(char::is_ascii_digit).count() >= 7
    }

    /// In one line: `Reception, 01632 960 001`.
    pub fn words(&self) -> String {
        match (&self.phone, self.relay) {
            (Some(phone), _) => format!("{}, {}", self.role, phone.as_str()),
            (None, true) => format!("{}, through the coordinators", self.role),
            (None, false) => self.role.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Result<Option<Enquiries>, Errors> {
        Enquiries::parse(&pairs.iter().copied().collect())
    }

    #[test]
    fn a_person_to_ask_is_a_role_with_a_number_or_a_relay() {
        let phoned = typed(&[("enquiries", " Reception "), ("enquiries_phone", "01632 960 001")]).unwrap().unwrap();
        assert_eq!((phoned.words().as_str(), phoned.can_phone()), ("Reception, 01632 960 001", true));
        let relayed = typed(&[("enquiries", "Ann, who plans it"), ("enquiries_relay", "yes")]).unwrap().unwrap();
        assert_eq!((relayed.words().as_str(), relayed.can_phone()), ("Ann, who plans it, through the coordinators", false));
        assert_eq!(typed(&[("enquiries_phone", " ")]).unwrap(), None);
        for wrong in [vec![("enquiries_phone", "01632 960 001")], vec![("enquiries_relay", "yes")]] {
            assert_eq!(typed(&wrong).unwrap_err().0[0].field, "enquiries");
        }
        let errors = typed(&[("enquiries", "Reception"), ("enquiries_phone", "ask inside")]).unwrap_err();
        assert_eq!(errors.0[0].field, "enquiries_phone");
    }

    #[test]
    fn the_line_of_an_older_event_is_read_and_what_is_written_is_read_again() {
        let line: Enquiries = serde_json::from_str("\"Reception, 01632 960 001\"").unwrap();
        assert_eq!((line.words().as_str(), line.can_phone(), line.phone.is_none()), ("Reception, 01632 960 001", true, true));
        let parts = typed(&[("enquiries", "Reception"), ("enquiries_phone", "01632 960 001"), ("enquiries_relay", "yes")]).unwrap().unwrap();
        let again: Enquiries = serde_json::from_str(&serde_json::to_string(&parts).unwrap()).unwrap();
        assert_eq!(again, parts);
    }
}

//! Finding somebody on the host's list by name, address or number.

use domain::registration::Person;
use domain::search::{fold, matches};

/// From how many digits on a number is looked for: fewer are in every number.
const DIGITS: usize = 3;

/// What is searched for; nothing finds everybody.
pub(super) struct Search {
    /// As typed.
    pub query: String,
    digits: String,
}

impl Search {
    pub fn new(typed: &str) -> Self {
        let query = if fold(typed).is_empty() { "" } else { typed.trim() };
        Self { query: query.to_owned(), digits: digits(query) }
    }

    pub fn fits(&self, person: &Person) -> bool {
        let email = person.email.as_ref().map_or("", |email| email.as_str());
        let phone = person.phone.as_ref().map_or("", |phone| phone.as_str());
        matches(&fold(&format!("{} {email} {phone}", person.name)), &self.query)
            || (self.digits.len() >= DIGITS && [email, phone].iter().any(|contact| digits(contact).contains(&self.digits)))
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

//! A mail as somebody reads it.

use std::ops::Deref;

use local::Letter;
use mailer::Mail;

/// A mail that came.
#[derive(Clone, Debug)]
pub struct Received(pub Letter);

impl Deref for Received {
    type Target = Mail;

    fn deref(&self) -> &Mail {
        &self.0.mail
    }
}

impl Received {
    /// The path of the first link that holds `part`: what somebody presses.
    ///
    /// # Panics
    /// Where there is none; the test learns what the mail says.
    pub fn link_with(&self, part: &str) -> String {
        let links = self.text.split_whitespace().filter(|word| word.starts_with("http"));
        let found = links.map(|link| link.trim_end_matches(['.', ',', ')'])).find(|link| link.contains(part));
        let link = found.unwrap_or_else(|| panic!("no link with {part} in:\n{}", self.text));
        let (_, rest) = link.split_once("://").unwrap_or(("", link));
        rest.find('/').map_or("/", |at| &rest[at..]).to_owned()
    }
}

//! Names of things in records and addresses. All are random; none tells a time or an order (quality-bar P-17).

use serde::{Deserialize, Serialize};

/// Letters and digits that can't be mistaken for one another when read aloud or copied by hand (Crockford's base 32, lower case).
pub const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Writes random bytes with [`ALPHABET`], five bits a letter.
pub fn spell(bytes: &[u8]) -> String {
    bytes.iter().map(|b| ALPHABET[(b & 31) as usize] as char).collect()
}

fn spelled(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|b| ALPHABET.contains(&b))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// How many letters it has, five random bits each.
            pub const LENGTH: usize = $length;

            /// Makes one from that many random bytes.
            pub fn from_random(bytes: [u8; $length]) -> Self {
                Self(spell(&bytes))
            }

            /// Reads one from an address or a form.
            pub fn parse(text: &str) -> Option<Self> {
                spelled(text, $length).then(|| Self(text.to_owned()))
            }

            /// The letters.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// An event, from its first draft on (80 bits).
    EventId, 16
);
id!(
    /// A registration (80 bits).
    RegistrationId, 16
);
id!(
    /// A story, from its first draft on (80 bits).
    StoryId, 16
);
id!(
    /// Somebody with an account at the desk (80 bits).
    StaffId, 16
);
id!(
    /// What passes messages from a story's readers on to whoever stands behind it (80 bits).
    RelayId, 16
);
id!(
    /// An address behind a story: another each time that one is given (80 bits).
    AddressId, 16
);

/// An author's address from before addresses had names goes by that of its story.
impl From<&StoryId> for AddressId {
    fn from(story: &StoryId) -> Self {
        Self(story.0.clone())
    }
}

/// What lies behind a relay goes with it: no other relay has its name.
impl From<&RelayId> for AddressId {
    fn from(relay: &RelayId) -> Self {
        Self(relay.0.clone())
    }
}

id!(
    /// What somebody worries about (80 bits).
    ConcernId, 16
);
id!(
    /// Many events that are brought in together (130 bits).
    ImportId, 26
);
id!(
    /// A question that somebody suggests to a week (80 bits).
    SuggestionId, 16
);
id!(
    /// A form's key: one for each time a form is shown (130 bits; design, decision 7).
    FormKey, 26
);

/// The last part of a public address: lower-case letters, digits and single hyphens, at most 80 characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slug(String);

impl Slug {
    /// Makes one from a title; empty titles of no Latin letters give `event`.
    pub fn from_title(title: &str) -> Self {
        use unicode_normalization::UnicodeNormalization;
        let mut out = String::new();
        for c in title.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)) {
            match c.to_ascii_lowercase() {
                c if c.is_ascii_alphanumeric() => out.push(c),
                '\'' | '\u{2019}' => {}
                _ if out.is_empty() || out.ends_with('-') => {}
                _ => out.push('-'),
            }
            if out.len() >= 60 {
                break;
            }
        }
        let out = out.trim_matches('-');
        Self(if out.is_empty() { "event".into() } else { out.to_owned() })
    }

    /// The same with something behind it, for when the plain one is taken.
    pub fn with(&self, more: &str) -> Self {
        Self(format!("{}-{more}", self.0))
    }

    /// A story's slug: twelve random letters, which say nothing about author, title or time.
    pub fn random(bytes: [u8; 12]) -> Self {
        Self(spell(&bytes))
    }

    /// Reads one from an address.
    pub fn parse(text: &str) -> Option<Self> {
        let fine = !text.is_empty()
            && text.len() <= 80
            && !text.starts_with('-')
            && !text.ends_with('-')
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fine.then(|| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_readable_and_safe_in_an_address() {
        assert_eq!(Slug::from_title("Power, passed round the table!").as_str(), "power-passed-round-the-table");
        assert_eq!(Slug::from_title("Tŷ agored: what's next?").as_str(), "ty-agored-whats-next");
        assert_eq!(Slug::from_title("日本語").as_str(), "event");
    }

    #[test]
    fn an_id_reads_back_and_nothing_else_does() {
        let id = EventId::from_random([7; 16]);
        assert_eq!(EventId::parse(id.as_str()), Some(id));
        assert_eq!(EventId::parse("../../etc/passwd"), None);
    }
}

//! What a host writes to the people who registered: plain words with a few places to fill in, never markup.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::RegistrationState;
use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::text::passage;

/// The most a host may write, in characters.
const MOST: usize = 2_000;

choices! {
    /// Whom a host writes to.
    Audience {
        Placed = "placed", "Everybody with a place";
        Waiting = "waiting", "Everybody on the waiting list";
        All = "all", "Everybody, with a place or waiting";
    }
}

impl Audience {
    /// Whether somebody who stands there is written to.
    pub fn takes_in(self, state: RegistrationState) -> bool {
        match self {
            Self::Placed => state == RegistrationState::Confirmed,
            Self::Waiting => matches!(state, RegistrationState::Waiting | RegistrationState::Offered),
            Self::All => Self::Placed.takes_in(state) || Self::Waiting.takes_in(state),
        }
    }
}

choices! {
    /// What is filled in for each person.
    Placeholder {
        Name = "{name}", "the person’s name";
        Event = "{event}", "the event’s title";
        When = "{when}", "the day and time";
    }
}

/// A message as its host sent it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostMessage {
    /// Its name in records: the key of the form that sent it, so that the same form sends it once.
    pub id: String,
    /// To whom.
    pub audience: Audience,
    /// What it says, with its placeholders, 1–2,000 characters.
    pub words: String,
    /// When it was sent.
    pub sent: Timestamp,
}

/// Reads `audience` and `words`. A placeholder that is not known would stand in the mail as it was typed, so it is refused.
pub fn parse_host_message(answers: &Answers) -> Result<(Audience, String), Errors> {
    let mut errors = Errors::default();
    let audience = errors.keep("audience", Audience::parse(answers.get("audience"), "Choose whom you write to"));
    let words = errors.keep("words", passage(answers.get("words"), MOST, "Write what you want to tell them", "Your message"));
    if let Some(unknown) = words.as_deref().and_then(unknown_placeholder) {
        errors.add("words", format!("{unknown} is not something we can fill in. You can use {}", known()));
    }
    errors.or(audience.zip(words))
}

/// The placeholders that can be used: `{name}, {event}, {when}`.
pub fn known() -> String {
    Placeholder::ALL.iter().map(|placeholder| placeholder.value()).collect::<Vec<_>>().join(", ")
}

/// The words with everything filled in. What is filled in is not looked through again.
pub fn fill(words: &str, with: impl Fn(Placeholder) -> String) -> String {
    pieces(words).map(|piece| Placeholder::from_value(piece).map_or_else(|| piece.to_owned(), &with)).collect()
}

fn unknown_placeholder(words: &str) -> Option<String> {
    pieces(words).find(|piece| piece.starts_with('{') && piece.ends_with('}') && Placeholder::from_value(piece).is_none()).map(str::to_owned)
}

/// The words in pieces; whatever stands in braces on one line is a piece of its own.
fn pieces(words: &str) -> impl Iterator<Item = &str> {
    let mut rest = words;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let braced = rest.strip_prefix('{').and_then(|inner| inner.find(['}', '{', '\n']).filter(|at| inner[*at..].starts_with('}')));
        let end = match braced {
            Some(at) => at + 2,
            None => rest.char_indices().skip(1).find(|(_, c)| *c == '{').map_or(rest.len(), |(at, _)| at),
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_known_is_filled_in_and_only_once() {
        let with = |placeholder| match placeholder {
            Placeholder::Name => "{event} <b>Ann</b>".into(),
            Placeholder::Event => "Circle".into(),
            Placeholder::When => "Monday".into(),
        };
        assert_eq!(fill("Dear {name}, {event} on {when}. {{ } {", with), "Dear {event} <b>Ann</b>, Circle on Monday. {{ } {");
        for words in ["", "{", "}{", "ÿ{name}ÿ", "{na\nme}"] {
            assert_eq!(fill(words, |_| "X".into()), words.replace("{name}", "X"));
        }
    }

    #[test]
    fn a_placeholder_that_is_not_known_is_refused_in_words() {
        let typed = |words: &str| parse_host_message(&Answers::from_iter([("audience", "placed"), ("words", words)]));
        assert!(typed("Dear {name}").is_ok());
        let errors = typed("Dear {first name}").unwrap_err();
        assert_eq!(errors.0[0].sentence, "{first name} is not something we can fill in. You can use {name}, {event}, {when}");
        assert!(typed("  ").is_err() && typed(&"x".repeat(2_001)).is_err());
    }
}

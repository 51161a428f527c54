//! What a story asks of its readers: to read on elsewhere, or to write to whoever stands behind it. Messages go through the hub: no
//! address of anybody stands in a story.

use serde::{Deserialize, Serialize};

use super::StoryRecord;
use crate::answers::Answers;
use crate::choices;
use crate::contact::Email;
use crate::field::Errors;
use crate::ids::RelayId;
use crate::link::SafeUrl;
use crate::text::{line, passage};

choices! {
    /// What readers can do.
    CallKind {
        TakePart = "take-part", "Take part";
        ReadMore = "read-more", "Read more";
        Write = "write-for-us", "Write for us";
        Contact = "contact", "Get in touch";
    }
}

impl CallKind {
    /// Whether readers write a message, which the hub passes on.
    pub fn is_relayed(self) -> bool {
        self != Self::ReadMore
    }
}

/// The fields of it in the form. `call_email` goes to the confidential table, never into the draft.
pub const CALL_FIELDS: [&str; 4] = ["call", "call_words", "call_link", "call_email"];

/// The name of the relay in a story's answers. Nobody types it: whoever keeps the address sets it.
pub const CALL_RELAY: &str = "call_relay";

/// What a story asks of its readers, as anyone may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallToAction {
    /// What they can do.
    pub kind: CallKind,
    /// 1–120 characters: "Join us on the first Tuesday of a month".
    pub words: String,
    /// Where to read more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
    /// By which relay messages go; without one none are taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relay: Option<RelayId>,
}

impl CallToAction {
    /// Reads [`CALL_FIELDS`] and the relay. `Read more` needs an https address; every other kind an email address, kept already or typed.
    pub(super) fn parse(answers: &Answers, errors: &mut Errors) -> Option<Self> {
        if !CALL_FIELDS.iter().any(|field| answers.has(field)) {
            return None;
        }
        let kind = errors.keep("call", CallKind::parse(answers.get("call"), "Choose what readers can do, or empty the fields below it"));
        let words = errors.keep("call_words", line(answers.get("call_words"), 120, "Enter what you ask of readers, in a few words", "What you ask"));
        let email = errors.keep_if_given(answers, "call_email", Email::parse);
        let url = match kind {
            Some(CallKind::ReadMore) => Some(errors.keep("call_link", secure(answers.get("call_link")))?),
            _ => None,
        };
        let relay = RelayId::parse(answers.get(CALL_RELAY)).filter(|_| kind.is_some_and(CallKind::is_relayed));
        if kind.is_some_and(CallKind::is_relayed) && relay.is_none() && email.is_none() && !answers.has("call_email") {
            errors.add("call_email", "Enter the email address that messages go to, or choose Read more");
        }
        Some(Self { kind: kind?, words: words?, url, relay })
    }
}

fn secure(typed: &str) -> Result<SafeUrl, String> {
    let wrong = "Enter the address of a page that begins with https://";
    SafeUrl::parse(typed).ok().filter(|url| url.as_str().starts_with("https://")).ok_or_else(|| wrong.to_owned())
}

impl StoryRecord {
    /// The relay by which messages reach whoever stands behind it, if its author left an address for that.
    pub fn relay(&self) -> Option<RelayId> {
        RelayId::parse(self.answers.get(CALL_RELAY))
    }

    /// Takes out what it asks of its readers, in the form and in what is public.
    pub fn ask_nothing(&mut self) {
        CALL_FIELDS.iter().chain([&CALL_RELAY]).for_each(|field| self.answers.remove(field));
        if let Some(live) = &mut self.live {
            live.details.text.call = None;
        }
    }
}

/// What a reader writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderMessage {
    /// 1–2,000 characters.
    pub words: String,
    /// Where they want to be answered.
    pub reach: Option<Email>,
}

impl ReaderMessage {
    /// Reads `words`, `reach`.
    pub fn parse(typed: &Answers) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let words = errors.keep("words", passage(typed.get("words"), 2_000, "Write your message", "Your message"));
        let reach = errors.keep_if_given(typed, "reach", Email::parse);
        errors.or(words.map(|words| Self { words, reach }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> (Option<CallToAction>, Vec<String>) {
        let mut errors = Errors::default();
        let call = CallToAction::parse(&pairs.iter().copied().collect(), &mut errors);
        (call, errors.0.into_iter().map(|error| error.field).collect())
    }

    const RELAY: (&str, &str) = (CALL_RELAY, "0123456789abcdef");

    #[test]
    fn to_read_more_takes_a_secure_page_and_all_else_an_address() {
        let words = ("call_words", "Come on Tuesday");
        assert_eq!(read(&[]), (None, Vec::new()));
        assert_eq!(read(&[words]).1, ["call"]);
        assert_eq!(read(&[("call", "contact")]).1, ["call_words", "call_email"]);
        assert_eq!(read(&[("call", "take-part"), words]).1, ["call_email"]);
        assert_eq!(read(&[("call", "take-part"), words, ("call_email", "us at home")]).1, ["call_email"]);
        for wrong in ["", "http://example.org", "javascript:alert(1)"] {
            assert_eq!(read(&[("call", "read-more"), words, ("call_link", wrong)]).1, ["call_link"], "{wrong}");
        }
        let (more, errors) = read(&[("call", "read-more"), words, ("call_link", "example.org/more"), RELAY]);
        assert_eq!((more.as_ref().and_then(|call| call.relay.clone()), errors.len()), (None, 0), "a page needs no relay");
        assert_eq!(more.unwrap().url.unwrap().as_str(), "https://example.org/more");
        let (part, errors) = read(&[("call", "take-part"), words, RELAY]);
        assert_eq!((part.unwrap().relay.unwrap().as_str(), errors.len()), (RELAY.1, 0));
    }

    #[test]
    fn a_message_has_words_and_perhaps_an_address() {
        let read = |pairs: &[(&str, &str)]| ReaderMessage::parse(&pairs.iter().copied().collect());
        assert_eq!(read(&[("words", "May I come?")]).unwrap().reach, None);
        assert!(read(&[("reach", "me@example.org")]).is_err() && read(&[("words", "May I?"), ("reach", "at home")]).is_err());
    }
}

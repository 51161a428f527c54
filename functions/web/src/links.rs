//! Private links: an id, a generation, and an HMAC over purpose, id and generation (design, decision 10). Nothing is stored, so a
//! later mail can carry the same link; raising the generation revokes it.

use domain::ids::StoryId;
use domain::story::StoryCode;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::context::Context;

/// What a private link opens. A link of one purpose opens nothing of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A host's event: edit, see who is coming, cancel.
    Event,
    /// Confirm a host's address.
    EventConfirm,
    /// A registration: see, change, cancel. The id is `{event}.{registration}`.
    Registration,
    /// Confirm a registrant's address.
    RegistrationConfirm,
    /// Take the place that is offered to a registration.
    RegistrationAccept,
    /// Turn it down.
    RegistrationDecline,
    /// An author's story: edit, withdraw.
    Story,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::EventConfirm => "event-confirm",
            Self::Registration => "registration",
            Self::RegistrationConfirm => "registration-confirm",
            Self::RegistrationAccept => "registration-accept",
            Self::RegistrationDecline => "registration-decline",
            Self::Story => "story",
        }
    }

    /// The path that takes its token.
    fn path(self) -> &'static str {
        match self {
            Self::Event => "/manage/event/open/",
            Self::EventConfirm => "/manage/event/confirm/",
            Self::Registration => "/manage/registration/open/",
            Self::RegistrationConfirm => "/manage/registration/confirm/",
            Self::RegistrationAccept => "/manage/registration/accept/",
            Self::RegistrationDecline => "/manage/registration/decline/",
            Self::Story => "/manage/story/open/",
        }
    }
}

/// What a private link says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it opens.
    pub id: String,
    /// Good only while this is the record's generation.
    pub generation: u32,
}

impl Context {
    /// The path of a private link.
    pub fn link(&self, purpose: Purpose, id: &str, generation: u32) -> String {
        let body = format!("{id}.{generation}");
        let mac = self.mac(0, &format!("link|{}|{body}", purpose.name()));
        format!("{}{body}.{mac}", purpose.path())
    }

    /// A story's withdrawal code of this number, from 1. Like a private link it is nowhere stored, and can be told again until its author
    /// has it.
    pub fn story_code(&self, id: &StoryId, number: u32) -> StoryCode {
        self.story_code_by(0, id, number)
    }

    /// The withdrawal code of this number that has this hash: made with the newest key, or with one of before that is still accepted. None
    /// where the key it was made with is gone.
    pub fn story_code_of(&self, id: &StoryId, number: u32, hash: &str) -> Option<StoryCode> {
        (0..self.keys().links.len()).map(|key| self.story_code_by(key, id, number)).find(|code| self.code_hash(code.as_str()) == hash)
    }

    fn story_code_by(&self, key: usize, id: &StoryId, number: u32) -> StoryCode {
        let mac = self.mac(key, &format!("story-code|{id}|{number}"));
        StoryCode::from_letters(&mac).expect("a MAC is spelled in letters of ids, and is longer than a code")
    }

    /// What the store calls a withdrawal code. Anything typed has such a hash, so that looking for it always takes the same steps.
    pub fn code_hash(&self, typed: &str) -> String {
        let letters = StoryCode::parse(typed).map_or_else(|| format!("none|{typed}"), |code| code.as_str().to_owned());
        self.contact_hash(&format!("story-code:{letters}"))
    }

    /// What a token says, if this hub made it for this purpose.
    pub fn read_link(&self, purpose: Purpose, token: &str) -> Option<Claim> {
        let (body, mac) = token.rsplit_once('.')?;
        let (id, generation) = body.rsplit_once('.')?;
        let generation = generation.parse().ok()?;
        self.is_mac(&format!("link|{}|{body}", purpose.name()), mac).then(|| Claim { id: id.to_owned(), generation })
    }

    pub(crate) fn mac(&self, key: usize, text: &str) -> String {
        let empty = Vec::new();
        let secret = self.keys().links.get(key).unwrap_or(&empty);
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret).expect("HMAC takes keys of any length");
        mac.update(text.as_bytes());
        domain::ids::spell(&bits(&mac.finalize().into_bytes()))
    }

    pub(crate) fn is_mac(&self, text: &str, given: &str) -> bool {
        use subtle::ConstantTimeEq;
        (0..self.keys().links.len()).any(|key| self.mac(key, text).as_bytes().ct_eq(given.as_bytes()).into())
    }
}

/// The first 130 bits of a digest, five to a byte, as [`domain::ids::spell`] takes them.
fn bits(digest: &[u8]) -> [u8; 26] {
    let mut out = [0u8; 26];
    for (i, value) in out.iter_mut().enumerate() {
        for bit in 0..5 {
            let at = i * 5 + bit;
            *value = (*value << 1) | ((digest[at / 8] >> (7 - at % 8)) & 1);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::tests::context;

    #[test]
    fn a_link_opens_one_thing_for_one_purpose() {
        let context = context();
        let path = context.link(Purpose::Registration, "abc.def", 3);
        let token = path.strip_prefix("/manage/registration/open/").unwrap();
        assert_eq!(context.read_link(Purpose::Registration, token), Some(Claim { id: "abc.def".into(), generation: 3 }));
        assert_eq!(context.read_link(Purpose::RegistrationConfirm, token), None);
        assert_eq!(context.read_link(Purpose::Registration, &token.replace(".3.", ".4.")), None);
        assert_eq!(context.read_link(Purpose::Registration, ""), None);
    }

    #[test]
    fn a_code_is_the_same_however_it_is_typed_and_another_for_each_story_and_number() {
        let context = context();
        let (one, two) = (StoryId::from_random([1; 16]), StoryId::from_random([2; 16]));
        let code = context.story_code(&one, 1);
        assert_eq!(context.story_code(&one, 1), code);
        assert!(context.story_code(&one, 2) != code && context.story_code(&two, 1) != code);
        assert_eq!(context.code_hash(&code.to_string().to_uppercase()), context.code_hash(code.as_str()));
        assert_ne!(context.code_hash("not a code"), context.code_hash("no code either"));
    }

    #[test]
    fn a_grant_is_for_one_browser_one_thing_one_day() {
        let context = context();
        let (_, cookie) = context.grant(Purpose::Story, "abc", 1);
        let pair = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
        let mut headers = http::HeaderMap::new();
        headers.insert(http::header::COOKIE, pair.parse().unwrap());
        assert_eq!(context.granted(&headers, Purpose::Story, "abc"), Some(1));
        assert_eq!(context.granted(&headers, Purpose::Story, "abd"), None);
        assert_eq!(context.granted(&headers, Purpose::Event, "abc"), None);
        headers.insert(http::header::COOKIE, pair.replace("=1.", "=2.").parse().unwrap());
        assert_eq!(context.granted(&headers, Purpose::Story, "abc"), None);
    }
}

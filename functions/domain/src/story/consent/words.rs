//! The very words that were agreed to. Old versions stay, so that every consent can be shown as it was given.

use sha2::{Digest, Sha256};

use super::Purpose;

/// Raised with every change of the words.
pub const STORY_CONSENT_VERSION: u32 = 3;

/// What a form said beside a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConsentWords {
    /// What ticking it says.
    pub label: &'static str,
    /// The line under it.
    pub explains: &'static str,
}

impl ConsentWords {
    /// A hash of the words: what a record names them by, beside their version.
    pub fn hash(&self) -> String {
        let digest = Sha256::digest(format!("{}\n{}", self.label, self.explains));
        digest[..16].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The words of a purpose in a version; none for a version that never was.
pub fn consent_words(version: u32, purpose: Purpose) -> Option<ConsentWords> {
    use Purpose as P;
    let (label, explains) = match (version, purpose) {
        (1..=3, P::Publish) => ("Publish my story here", "It gets a page of its own, among the stories of the week. We need this one to go on."),
        (1..=3, P::RoundUp) => ("Quote it in the round-up of the week", "A few lines of it may stand in what is written about the week afterwards."),
        (1, P::Partners) => ("Show it on partners' websites", "Partners may list it on their own sites, with a link to its page here."),
        (2 | 3, P::Partners) => (
            "Show it on partners' websites",
            "Partners may list it on their own sites, with a link to its page here. It is in the feed of the week's stories.",
        ),
        // Asked for until version 2. A draft in which it was ticked then can still be sent.
        (1..=3, P::Social) => ("Share it on social media", "We may share its title and a link to its page."),
        (3, P::Facebook | P::X | P::LinkedIn | P::Instagram | P::YouTube) => {
            (purpose.words(), "We may share its title and a link to its page there.")
        }
        _ => return None,
    };
    Some(ConsentWords { label, explains })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Changed words need a new version: the old ones were agreed to by somebody.
    #[test]
    fn words_that_somebody_agreed_to_never_change() {
        let hashes = |version| Purpose::ALL.iter().filter_map(|purpose| Some(consent_words(version, *purpose)?.hash())).collect::<Vec<_>>();
        assert_eq!(hashes(1), HASHES_1);
        assert_eq!(hashes(2), HASHES_2);
        assert_eq!(hashes(3), [&HASHES_2[..], &CHANNELS_3[..]].concat());
        assert!(consent_words(STORY_CONSENT_VERSION + 1, Purpose::Publish).is_none(), "pin the new version's words here");
    }

    const HASHES_1: [&str; 4] = [
        "c8516fccdb99e1f997364f6571a3fbc3",
        "a232752cd69410ed69823b9342c1d66b",
        "4a1be6c5f73cd2546181e312fdfd46a7",
        "db718fec57da5005275d467ee6e5c43d",
    ];
    const HASHES_2: [&str; 4] = [
        "c8516fccdb99e1f997364f6571a3fbc3",
        "a232752cd69410ed69823b9342c1d66b",
        "7e18058f5c05d16b21f57a376187b55d",
        "db718fec57da5005275d467ee6e5c43d",
    ];

    const CHANNELS_3: [&str; 5] = [
        "e022bf1280e8682816cb2a132d5236e3",
        "605349ab971ac57e550b3e22f3c304dc",
        "ca40969eb4d2367dbf686c6a343e33fa",
        "df7ddabab9b7656ed78b269fd4ed33c1",
        "b5b6cf54a06ebd83d6c307392cda01b0",
    ];

    #[test]
    fn what_pages_call_a_purpose_is_what_its_newest_words_say() {
        for purpose in Purpose::ALL {
            assert_eq!(consent_words(STORY_CONSENT_VERSION, *purpose).unwrap().label, purpose.words());
        }
    }
}

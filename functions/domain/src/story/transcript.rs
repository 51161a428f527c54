//! What is said in a film or podcast, for people who don't hear it or would rather read.

use serde::{Deserialize, Serialize};

use super::StoryKind;
use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::link::SafeUrl;
use crate::text::passage;

choices! {
    /// Where it can be read.
    TranscriptWay {
        Here = "here", "Yes, I put it here";
        InText = "in-text", "Yes, it is in the text of my story";
        Elsewhere = "elsewhere", "Yes, at another address";
        NotYet = "not-yet", "There is no transcript yet";
    }
}

/// The transcript of a film or podcast, or that there is none yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Transcript {
    /// The words, as they were typed: 1–40,000 characters.
    Here(String),
    /// The story's own text says it.
    InText,
    /// It can be read there.
    Elsewhere(SafeUrl),
    /// The page says so openly.
    NotYet,
}

/// The fields of it in the form: the way, the words, the address.
pub const TRANSCRIPT_FIELDS: [&str; 3] = ["transcript", "transcript_words", "transcript_link"];

impl Transcript {
    /// Reads [`TRANSCRIPT_FIELDS`], where it is a film or podcast.
    pub(super) fn parse(answers: &Answers, kind: Option<StoryKind>, errors: &mut Errors) -> Option<Self> {
        if kind != Some(StoryKind::Film) {
            return None;
        }
        let [way, words, link] = TRANSCRIPT_FIELDS;
        let missing = "Choose where people can read what is said in it, or that there is no transcript yet";
        match errors.keep(way, TranscriptWay::parse(answers.get(way), missing))? {
            TranscriptWay::Here => {
                let typed = passage(answers.get(words), 40_000, "Write or paste the transcript, or choose where else it is", "The transcript");
                errors.keep(words, typed).map(Self::Here)
            }
            TranscriptWay::Elsewhere => errors.keep(link, SafeUrl::parse(answers.get(link))).map(Self::Elsewhere),
            TranscriptWay::InText => Some(Self::InText),
            TranscriptWay::NotYet => Some(Self::NotYet),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: StoryKind, pairs: &[(&str, &str)]) -> (Option<Transcript>, Vec<String>) {
        let mut errors = Errors::default();
        let transcript = Transcript::parse(&pairs.iter().copied().collect(), Some(kind), &mut errors);
        (transcript, errors.0.into_iter().map(|error| error.field).collect())
    }

    #[test]
    fn a_film_says_where_its_words_can_be_read_or_that_they_can_not() {
        let film = |pairs: &[(&str, &str)]| read(StoryKind::Film, pairs);
        assert_eq!(film(&[]), (None, vec!["transcript".to_owned()]));
        assert_eq!(film(&[("transcript", "not-yet")]), (Some(Transcript::NotYet), vec![]));
        assert_eq!(film(&[("transcript", "in-text"), ("transcript_words", "left over")]), (Some(Transcript::InText), vec![]));
        assert_eq!(film(&[("transcript", "here")]).1, ["transcript_words"]);
        assert_eq!(film(&[("transcript", "here"), ("transcript_words", " We sat down. ")]).0, Some(Transcript::Here("We sat down.".into())));
        let long = "a".repeat(40_001);
        assert_eq!(film(&[("transcript", "here"), ("transcript_words", &long)]).1, ["transcript_words"]);
        for wrong in ["", "javascript:alert(1)"] {
            assert_eq!(film(&[("transcript", "elsewhere"), ("transcript_link", wrong)]).1, ["transcript_link"], "{wrong}");
        }
        let there = film(&[("transcript", "elsewhere"), ("transcript_link", "example.org/words")]).0;
        assert!(matches!(there, Some(Transcript::Elsewhere(url)) if url.as_str() == "https://example.org/words"));
    }

    #[test]
    fn nothing_else_has_one() {
        assert_eq!(read(StoryKind::Blog, &[("transcript", "here"), ("transcript_words", "Left from when it was a film.")]), (None, vec![]));
    }
}

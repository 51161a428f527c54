//! The withdrawal code: the way back to a story for somebody who leaves no address (quality-bar P-16).

use serde::{Deserialize, Serialize};

use crate::ids::ALPHABET;

/// How many letters it has, five random bits each.
const LENGTH: usize = 16;

/// Sixteen letters that can be read aloud, written down and typed: 80 bits. It opens one story, as its private link does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryCode(String);

/// What the hub keeps of a code: enough to know it again, not enough to tell it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeRecord {
    /// The how-manyth code of its story, from 1. An older one opens nothing.
    pub number: u32,
    /// Its keyed hash.
    pub hash: String,
    /// Whether its author said that they have it. Until then their page shows it; afterwards nothing does.
    #[serde(default)]
    pub kept: bool,
}

impl StoryCode {
    /// Makes one from the first letters of a text in the alphabet of ids.
    pub fn from_letters(letters: &str) -> Option<Self> {
        Self::parse(letters.get(..LENGTH)?)
    }

    /// Reads one as people type it: in groups or not, in capitals or not, with O for 0 and I or L for 1.
    pub fn parse(typed: &str) -> Option<Self> {
        let letters = fold(typed);
        let known = letters.len() == LENGTH && letters.bytes().all(|b| ALPHABET.contains(&b));
        known.then_some(Self(letters))
    }

    /// The letters without gaps.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for StoryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, letter) in self.0.chars().enumerate() {
            if place > 0 && place % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

fn fold(typed: &str) -> String {
    let letters = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}'));
    letters
        .map(|c| match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_write_it_down() {
        let code = StoryCode::from_letters("k7pd2m9x4h01vw3rzzzz").unwrap();
        assert_eq!(code.to_string(), "k7pd-2m9x-4h01-vw3r");
        for typed in ["k7pd-2m9x-4h01-vw3r", " K7PD 2M9X 4HOL VW3R ", "k7pd2m9x4hoivw3r", "k7pd–2m9x–4h01–vw3r"] {
            assert_eq!(StoryCode::parse(typed), Some(code.clone()), "{typed}");
        }
    }

    #[test]
    fn anything_else_is_no_code() {
        for typed in ["", "k7pd-2m9x-4h01-vw3", "k7pd-2m9x-4h01-vw3rr", "u7pd-2m9x-4h01-vw3r", "ｋ7pd-2m9x-4h01-vw3r"] {
            assert_eq!(StoryCode::parse(typed), None, "{typed}");
        }
    }
}

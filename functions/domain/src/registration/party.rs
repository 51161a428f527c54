//! Who comes with one contact: a group that gets all its places or none, and people beside it who use no place.

use serde::{Deserialize, Serialize};

use super::{Ask, Way};
use crate::answers::Answers;
use crate::field::Errors;
use crate::text::{counted, one_line};

/// The most people one contact registers together. Larger groups speak with the host.
pub const MOST_TOGETHER: u32 = 8;

/// How many may come beside each person: two interpreters take turns.
const MOST_BESIDE_EACH: u32 = 2;

/// What one registration asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// In the room or online.
    #[serde(default)]
    pub way: Way,
    /// How many places it uses, 1 to [`MOST_TOGETHER`].
    #[serde(default = "one")]
    pub places: u32,
    /// Support workers, companions and interpreters who come too. They use no place.
    #[serde(default)]
    pub beside: u32,
    /// Whether they said they need support to come, or time to arrange it: places held back are for them, and offers last longer.
    #[serde(default)]
    pub support: bool,
}

fn one() -> u32 {
    1
}

impl Default for Party {
    fn default() -> Self {
        Self { way: Way::Room, places: 1, beside: 0, support: false }
    }
}

impl Party {
    /// Reads `places`, `beside`, `way` (asked only where `both` ways are open). Whether they need support is known by the needs.
    pub fn parse(answers: &Answers, both: bool) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let way = match both {
            true => errors.keep("way", Way::parse(answers.get("way"), "Choose how you will take part")),
            false => Some(Way::Room),
        };
        let places = errors.keep("places", number(answers.get("places"), 1, 1, MOST_TOGETHER, "Places"));
        let most = MOST_BESIDE_EACH * places.unwrap_or(MOST_TOGETHER);
        let beside = errors.keep("beside", number(answers.get("beside"), 0, 0, most, "Support workers and interpreters"));
        let party = match (way, places, beside) {
            (Some(way), Some(places), Some(beside)) => Some(Self { way, places, beside, support: false }),
            _ => None,
        };
        errors.or(party)
    }

    /// What it asks of the free places.
    pub fn ask(&self) -> Ask {
        Ask { places: self.places, support: self.support }
    }

    /// `1 place`, `3 places, and 2 people beside them who use no place`.
    pub fn words(&self) -> String {
        let places = counted(self.places.into(), "place", "places");
        match self.beside {
            0 => places,
            1 => format!("{places}, and 1 support worker, companion or interpreter"),
            n => format!("{places}, and {n} support workers, companions or interpreters"),
        }
    }
}

/// A small whole number; `empty` where nothing was typed.
fn number(typed: &str, empty: u32, least: u32, most: u32, name: &str) -> Result<u32, String> {
    let typed = one_line(typed);
    if typed.is_empty() {
        return Ok(empty);
    }
    match typed.bytes().all(|b| b.is_ascii_digit()).then(|| typed.parse::<u32>().ok()).flatten() {
        Some(n) if (least..=most).contains(&n) => Ok(n),
        _ => Err(format!("{name} must be a whole number from {least} to {most}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_is_one_person_alone_and_support_grows_with_the_group() {
        assert_eq!(Party::parse(&Answers::new(), false), Ok(Party::default()));
        let typed = |places: &str, beside: &str| Party::parse(&Answers::from_iter([("places", places), ("beside", beside)]), false);
        assert_eq!(typed("2", "4").map(|p| (p.places, p.beside)), Ok((2, 4)));
        for (places, beside) in [("0", ""), ("9", ""), ("-1", ""), ("1e1", ""), ("1", "3"), ("two", "")] {
            assert!(typed(places, beside).is_err(), "{places} {beside}");
        }
        assert!(Party::parse(&Answers::new(), true).is_err(), "a way is chosen where there are two");
    }
}

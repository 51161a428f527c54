//! From a word to its lists. Built once, when the first word is looked up.

use std::sync::LazyLock;

use super::{Lists, all};

/// More than twice as many as there are words; a power of two.
const PLACES: usize = 2_048;

static INDEX: LazyLock<Vec<(&'static str, Lists)>> = LazyLock::new(|| {
    let mut places = vec![("", Lists::default()); PLACES];
    for (list, word) in all() {
        let at = place(&places, word);
        places[at] = (word, places[at].1.with(list));
    }
    places
});

/// The lists in which a word stands, in small or capital letters.
pub(crate) fn of(word: &str) -> Lists {
    INDEX[place(&INDEX, word)].1
}

/// The place of a word, or the free one where it would be: the first from its own that is either.
fn place(places: &[(&'static str, Lists)], word: &str) -> usize {
    // FNV-1a, 32 bits.
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, b| (hash ^ u32::from(b.to_ascii_lowercase())).wrapping_mul(0x0100_0193));
    let mut at = hash as usize % PLACES;
    while !places[at].0.is_empty() && !places[at].0.eq_ignore_ascii_case(word) {
        at = (at + 1) % PLACES;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::List;
    use super::*;

    #[test]
    fn every_word_is_found_in_its_lists_and_half_of_the_places_are_free() {
        for (list, word) in all() {
            assert!(of(word).hold(list) && of(&word.to_ascii_uppercase()).hold(list), "{word}");
        }
        assert!(INDEX.iter().filter(|(word, _)| word.is_empty()).count() > PLACES / 2);
    }

    #[test]
    fn a_word_can_stand_in_several_lists_and_most_stand_in_none() {
        let nurse = of("Nurse");
        assert!(nurse.hold(List::Roles) && nurse.hold(List::Titles) && nurse.hold(List::People) && !nurse.hold(List::Towns));
        for none in ["", "nursery-rhyme", "nursee", "Ŵyn", "a-word-that-is-far-too-long-to-stand-in-any-list-at-all"] {
            assert_eq!(of(none), Lists::default(), "{none}");
        }
    }
}

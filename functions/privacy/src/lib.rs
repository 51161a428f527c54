//! What in a text could give its author, or somebody in it, away: addresses, numbers, dates, ages, places, names, and groups so small
//! that they point to one person (quality-bar P-19).
//!
//! It marks; its author decides. It knows nothing but the text: no lists of people, no network, no memory. The same code runs on
//! the server and, as a WASM module of its own, in the page while somebody writes. It finds patterns; it does not understand, so pages
//! that show it say that it does not find everything.

mod find;
mod kind;
mod sentence;
mod token;

#[cfg(feature = "browser")]
mod browser;

use std::ops::Range;

pub use kind::Kind;
pub use sentence::{Around, around};

/// One thing that could give somebody away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Where it stands: bytes of the text, always whole characters.
    pub span: Range<usize>,
}

impl Hit {
    pub(crate) fn new(kind: Kind, span: Range<usize>) -> Self {
        Self { kind, span }
    }

    /// The words themselves. `text` is the one that was checked.
    pub fn words<'t>(&self, text: &'t str) -> &'t str {
        &text[self.span.clone()]
    }

    fn overlaps(&self, other: &Hit) -> bool {
        self.span.start < other.span.end && other.span.start < self.span.end
    }
}

/// Everything found in a text, in its order. No two overlap: where they would, the surer kind stands.
pub fn check(text: &str) -> Vec<Hit> {
    let tokens = token::tokens(text);
    let mut found = find::all(text, &tokens);
    found.sort_by_key(|hit| (hit.kind, hit.span.start, std::cmp::Reverse(hit.span.end)));
    let mut kept: Vec<Hit> = Vec::with_capacity(found.len());
    // By place, so that a text full of hits is looked through once and not once for each of them.
    let mut taken = std::collections::BTreeMap::new();
    for hit in found {
        let before = taken.range(..hit.span.end).next_back().map(|(_, at): (_, &usize)| &kept[*at]);
        if before.is_none_or(|before: &Hit| !before.overlaps(&hit)) {
            taken.insert(hit.span.start, kept.len());
            kept.push(hit);
        }
    }
    kept.sort_by_key(|hit| hit.span.start);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Kind, &str)> {
        check(text).into_iter().map(|hit| (hit.kind, &text[hit.span])).collect()
    }

    #[test]
    fn what_is_found_stands_in_the_order_of_the_text() {
        let text = "I am 42 years old. Write to wren@example.org or ring 07700 900123.";
        assert_eq!(found(text), [(Kind::Age, "42 years old"), (Kind::Email, "wren@example.org"), (Kind::Phone, "07700 900123")]);
    }

    #[test]
    fn one_place_has_one_mark() {
        assert_eq!(found("My handle is @wren.writes@social.example, see wren@social.example.").len(), 2);
        assert_eq!(found("I was on Maple Ward at St Example Hospital."), [(Kind::Ward, "Maple Ward"), (Kind::Place, "St Example Hospital")]);
    }

    #[test]
    fn spans_are_whole_characters_whatever_the_script() {
        for text in ["Ŵyn’s 07700 900123 — ŷ", "👩🏽‍🦽 I’m 42. 日本語 @wren_ŵ", "é@é.é ١٢٣", "\u{202e}@a\u{301}bc", "1/1/1/1/1", "(((((0", "+", "@", ""]
        {
            for hit in check(text) {
                assert!(!hit.words(text).is_empty(), "{text}");
            }
        }
    }

    #[test]
    fn a_text_of_nothing_but_hits_is_answered() {
        let many = "wren@example.org 07700 900123 ".repeat(2_000);
        assert_eq!(check(&many).len(), 4_000);
    }

    /// Sixty thousand letters of one thing, and of nests: each is looked through once, on a small stack.
    #[test]
    fn a_text_of_nothing_but_signs_numbers_or_names_is_answered_soon() {
        let texts = ["> ", "- ", "*", "[", "@", "@a", ".", "1. ", "12345 ", "0", "Karen ", "the ", "insta is ", "/", "ward ", "St. "];
        let checked = move || texts.map(|part| check(&part.repeat(60_000 / part.len())).len());
        let begun = std::time::Instant::now();
        let found = std::thread::Builder::new().stack_size(128 * 1024).spawn(checked).unwrap().join().unwrap();
        assert!(found[10] > 1_000 && found[..8].iter().sum::<usize>() < 20_000, "{found:?}");
        // What looks through all of it for each of its parts takes minutes, and this a second or two.
        assert!(begun.elapsed() < std::time::Duration::from_secs(30), "{:?}", begun.elapsed());
    }
}

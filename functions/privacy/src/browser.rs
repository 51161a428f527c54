//! The check in a page. One function, one string back: a page's script takes it apart and needs nothing else of the module.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{around, check};

/// Between the parts of a mark.
const PART: char = '\u{1f}';
/// Behind each mark.
const MARK: char = '\u{1e}';

/// Everything found in a text: for each mark its place as the page counts (UTF-16), its length, what it is, what to do about it, and its
/// sentence in three parts: before, the words, after.
#[wasm_bindgen]
pub fn marks(text: &str) -> String {
    let mut out = String::new();
    let (mut byte, mut unit) = (0, 0);
    for hit in check(text) {
        unit += text[byte..hit.span.start].encode_utf16().count();
        byte = hit.span.start;
        let length = hit.words(text).encode_utf16().count();
        let shown = around(text, hit.span.clone());
        let (unit, length) = (unit.to_string(), length.to_string());
        let before = format!("{}{}", if shown.cut_before { "… " } else { "" }, shown.before);
        let after = format!("{}{}", shown.after, if shown.cut_after { " …" } else { "" });
        let parts = [&unit, &length, hit.kind.words(), hit.kind.suggestion(), &before, shown.words, &after];
        for (place, part) in parts.into_iter().enumerate() {
            if place > 0 {
                out.push(PART);
            }
            out.extend(part.chars().filter(|c| *c != PART && *c != MARK));
        }
        out.push(MARK);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_a_page_counts_them() {
        let text = "👩🏽‍🦽 Ŵyn: 07700 900123, wren@example.org";
        let marks = marks(text);
        let all: Vec<Vec<&str>> = marks.trim_end_matches(MARK).split(MARK).map(|mark| mark.split(PART).collect()).collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(all.len(), 2);
        for mark in all {
            let (at, length): (usize, usize) = (mark[0].parse().unwrap(), mark[1].parse().unwrap());
            assert_eq!(String::from_utf16(&units[at..at + length]).unwrap(), mark[5]);
        }
    }
}

//! A hit in its sentence, so that its author sees where it stands.

use std::ops::Range;

/// The most characters shown on either side.
const SIDE: usize = 90;

/// How far on either side the end of the sentence is looked for: what lies beyond is cut in any case.
const FAR: usize = 4 * SIDE;

/// A hit with what stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around<'t> {
    /// What stands before it in its sentence.
    pub before: &'t str,
    /// The hit.
    pub words: &'t str,
    /// What stands behind it in its sentence.
    pub after: &'t str,
    /// Whether the sentence began earlier than `before`.
    pub cut_before: bool,
    /// Whether the sentence goes on behind `after`.
    pub cut_after: bool,
}

/// The sentence around a span, at most a line or two of it.
pub fn around(text: &str, span: Range<usize>) -> Around<'_> {
    let (left, right) = (nearest(&text[..span.start]), &text[span.end..]);
    let right = right.char_indices().nth(FAR).map_or(right, |(at, _)| &right[..at]);
    let from = left.char_indices().rev().find(|(at, c)| ends_sentence(left, *at, *c)).map_or(0, |(at, c)| at + c.len_utf8());
    let to = right
        .char_indices()
        .find(|(at, c)| ends_sentence(right, *at, *c))
        .map_or(right.len(), |(at, c)| if c == '\n' { at } else { at + c.len_utf8() });
    let (before, cut_before) = last_words(left[from..].trim_start());
    let (after, cut_after) = first_words(right[..to].trim_end());
    Around { before, words: &text[span], after, cut_before, cut_after }
}

/// The end of a text, as far back as a sentence is looked for.
fn nearest(text: &str) -> &str {
    text.char_indices().rev().nth(FAR).map_or(text, |(at, _)| &text[at..])
}

/// A line break, or a full stop with white space behind it.
fn ends_sentence(text: &str, at: usize, c: char) -> bool {
    match c {
        '\n' => true,
        '.' | '!' | '?' => text[at + c.len_utf8()..].chars().next().is_none_or(char::is_whitespace) && !is_short_form(&text[..at]),
        _ => false,
    }
}

/// `Dr.`, `St.`, `e.g.`: the sentence goes on.
fn is_short_form(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
    matches!(word, "Dr" | "Mr" | "Mrs" | "Ms" | "St" | "Prof" | "Rev" | "e.g" | "i.e")
}

fn first_words(text: &str) -> (&str, bool) {
    let Some((limit, _)) = text.char_indices().nth(SIDE) else { return (text, false) };
    let end = text[..limit].rfind(char::is_whitespace).unwrap_or(limit);
    (&text[..end], true)
}

fn last_words(text: &str) -> (&str, bool) {
    let Some((limit, _)) = text.char_indices().rev().nth(SIDE) else { return (text, false) };
    let start = text[limit..].find(char::is_whitespace).map_or(limit, |at| limit + at);
    (text[start..].trim_start(), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hit_stands_in_its_own_sentence() {
        let text = "It rained. My nurse was Dr. Wren of ward 7, I think! Then it stopped.\nNew line.";
        let at = text.find("ward 7").unwrap_or_default();
        let shown = around(text, at..at + 6);
        assert_eq!((shown.before, shown.words, shown.after), ("My nurse was Dr. Wren of ", "ward 7", ", I think!"));
        assert!(!shown.cut_before && !shown.cut_after);
    }

    #[test]
    fn far_from_any_end_of_a_sentence_it_is_shown_as_in_a_short_one() {
        let shown = |many: usize| {
            let text = format!("{}HERE{}", "word ".repeat(many), " word".repeat(many));
            let shown = around(&text, many * 5..many * 5 + 4);
            (shown.before.to_owned(), shown.after.to_owned(), shown.cut_before, shown.cut_after)
        };
        assert_eq!(shown(10_000), shown(40));
    }

    #[test]
    fn a_sentence_without_end_is_cut_at_words() {
        let text = format!("{}HERE{}", "word ".repeat(100), " word".repeat(100));
        let at = text.find("HERE").unwrap_or_default();
        let shown = around(&text, at..at + 4);
        assert!(shown.cut_before && shown.cut_after);
        assert!(shown.before.starts_with("word") && shown.before.len() <= 95 && shown.after.ends_with("word"));
    }
}

//! A text as words, numbers and signs.

use crate::find::lists::{self, List, Lists};

/// One word, number or sign.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'t> {
    /// As it stands in the text.
    pub text: &'t str,
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// What it begins with.
    pub shape: Shape,
    /// Whether it is a word that begins with a capital letter.
    pub capital: bool,
    /// The lists in which it stands.
    lists: Lists,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Begins with a letter: `Ward`, `O’Brien`, `B4`.
    Word,
    /// Begins with a digit: `42`, `3rd`, `1AA`.
    Number,
    /// Anything else but white space, one character.
    Sign,
}

impl Token<'_> {
    /// Whether it is this word, in small or capital letters. `word` is in small ones.
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// The word without the `’s` of what belongs to it.
    pub fn bare(&self) -> &str {
        self.text.strip_suffix("\u{2019}s").or_else(|| self.text.strip_suffix("'s")).unwrap_or(self.text)
    }

    /// Where [`Token::bare`] ends.
    pub fn bare_end(&self) -> usize {
        self.start + self.bare().len()
    }

    /// Whether it stands in this list.
    pub fn is_of(&self, list: List) -> bool {
        self.lists.hold(list)
    }

    /// Whether [`Token::bare`] stands in this list.
    pub fn bare_is_of(&self, list: List) -> bool {
        let bare = self.bare();
        if bare.len() == self.text.len() { self.lists.hold(list) } else { lists::of(bare).hold(list) }
    }

    /// Whether it is one of these few words, which are in small letters.
    pub fn is_in(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// A whole number of at most six digits, with nothing behind it.
    pub fn number(&self) -> Option<u32> {
        (self.text.len() <= 6 && self.text.bytes().all(|b| b.is_ascii_digit())).then(|| self.text.parse().ok()).flatten()
    }

    /// The number in `1st`, `2nd`, `3rd`, `14th`.
    pub fn ordinal(&self) -> Option<u32> {
        if self.shape != Shape::Number {
            return None;
        }
        let digits = self.text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = &self.text[digits.len()..];
        let known = ["st", "nd", "rd", "th"].iter().any(|known| ending.eq_ignore_ascii_case(known));
        (known && (1..=3).contains(&digits.len())).then(|| digits.parse().ok()).flatten()
    }
}

/// The words, numbers and signs of a text. Apostrophes between letters belong to their word.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        let shape = match first {
            c if c.is_alphabetic() => Shape::Word,
            c if c.is_ascii_digit() => Shape::Number,
            _ => Shape::Sign,
        };
        while let Some(&(at, next)) = chars.peek() {
            let inside = match next {
                _ if shape == Shape::Sign => false,
                '\'' | '\u{2019}' => text[at + next.len_utf8()..].chars().next().is_some_and(char::is_alphabetic),
                // A mark that stands on the letter before it.
                '\u{300}'..='\u{36f}' => true,
                c => c.is_alphanumeric(),
            };
            if !inside {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        let word = &text[start..end];
        let lists = if shape == Shape::Word { lists::of(word) } else { Lists::default() };
        out.push(Token { text: word, start, end, shape, capital: shape == Shape::Word && first.is_uppercase(), lists });
    }
    out
}

/// Whether a token begins a sentence: nothing before it, or a full stop, an end of paragraph, the sign of a list or heading.
pub(crate) fn begins_sentence(text: &str, tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|i| tokens[i]) else { return true };
    let gap = &text[before.end..tokens[at].start];
    matches!(before.text, "." | "!" | "?" | ":" | "-" | "*" | "#" | ">" | "\u{201c}" | "\"" | "…") || gap.contains('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_apostrophes_and_numbers_their_endings() {
        let text = "Mary O\u{2019}Brien’s 3rd-floor flat, SW1A 1AA.";
        let words: Vec<&str> = tokens(text).into_iter().map(|token| token.text).collect();
        assert_eq!(words, ["Mary", "O\u{2019}Brien’s", "3rd", "-", "floor", "flat", ",", "SW1A", "1AA", "."]);
    }

    #[test]
    fn ordinals_are_read() {
        let of = |text| tokens(text)[0].ordinal();
        assert_eq!((of("21st"), of("2ND"), of("7"), of("4x4")), (Some(21), Some(2), None, None));
    }
}

//! Numbers and ordinals in words.

use super::lists::List;
use crate::token::{Shape, Token};

pub(super) const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
pub(super) const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
pub(super) const ORDINALS: [&str; 20] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
pub(super) const TENTHS: [&str; 8] = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];

fn place(token: &Token<'_>, words: &[&str]) -> Option<u32> {
    words.iter().position(|word| token.is(word)).and_then(|at| u32::try_from(at).ok())
}

/// Whether it can be a number or an ordinal at all.
fn may_count(token: &Token<'_>) -> bool {
    token.shape == Shape::Number || token.is_of(List::Numerals)
}

/// A number at `at`, in digits or words up to ninety-nine, and the place of its last token.
pub(super) fn number(tokens: &[Token<'_>], at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at).filter(|token| may_count(token))?;
    if let Some(value) = token.number().or_else(|| place(token, &UNITS)) {
        return Some((value, at));
    }
    let tens = (place(token, &TENS)? + 2) * 10;
    Some(match behind(tokens, at, &UNITS) {
        Some((unit, end)) if (1..=9).contains(&unit) => (tens + unit, end),
        _ => (tens, at),
    })
}

/// An ordinal at `at`, in digits or words, and the place of its last token.
pub(super) fn ordinal(tokens: &[Token<'_>], at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at).filter(|token| may_count(token))?;
    if let Some(value) = token.ordinal().or_else(|| place(token, &ORDINALS)) {
        return Some((value, at));
    }
    if let Some(tenth) = place(token, &TENTHS) {
        return Some(((tenth + 2) * 10, at));
    }
    let tens = (place(token, &TENS)? + 2) * 10;
    behind(tokens, at, &ORDINALS).filter(|(unit, _)| (1..=9).contains(unit)).map(|(unit, end)| (tens + unit, end))
}

/// The unit behind the tens: `forty-two`, `forty two`.
fn behind(tokens: &[Token<'_>], at: usize, words: &[&str]) -> Option<(u32, usize)> {
    let next = if tokens.get(at + 1)?.text == "-" { at + 2 } else { at + 1 };
    place(tokens.get(next)?, words).map(|value| (value, next))
}

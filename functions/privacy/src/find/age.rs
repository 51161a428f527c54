//! Ages, birthdays and years of birth. "In my forties" is none.

use super::numerals::{number, ordinal};
use crate::token::{Shape, Token};
use crate::{Hit, Kind};

const SPANS: [&str; 8] = ["year", "years", "month", "months", "week", "weeks", "yr", "yrs"];
const WHO: [&str; 8] = ["i", "he", "she", "i’m", "i'm", "he’s", "she’s", "who"];
/// The longest of them, in bytes.
const LONGEST: usize = 7;
const BE: [&str; 7] = ["am", "was", "is", "were", "turned", "turning", "be"];
/// What may follow a bare number that is an age.
const THEN: [&str; 22] = [
    "i", "my", "we", "they", "on", "or", "when", "and", "but", "now", "then", "at", "with", "years", "this", "last", "next", "in", "before", "so",
    "today", "the",
];

pub(super) fn find(_text: &str, tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    for i in 0..tokens.len() {
        let found =
            old(tokens, i).or_else(|| aged(tokens, i)).or_else(|| birthday(tokens, i)).or_else(|| born(tokens, i)).or_else(|| said(tokens, i));
        if let Some((first, last)) = found {
            out.push(Hit::new(Kind::Age, tokens[first].start..tokens[last].end));
        }
    }
}

fn age(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    number(tokens, at).filter(|(n, _)| (1..=120).contains(n)).map(|(_, end)| end)
}

/// `42 years old`, `42-year-old`, `seven month old`, `42yo`, `42 years of age`.
fn old(tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    if tokens[i].shape == Shape::Number && tokens[i].number().is_none() {
        return joined(tokens, i);
    }
    let end = age(tokens, i)?;
    let past_hyphen = |at: usize| if tokens.get(at).is_some_and(|t| t.text == "-" || t.text == "\u{2011}") { at + 1 } else { at };
    let at = past_hyphen(end + 1);
    if tokens.get(at).is_some_and(|t| t.is("yo")) {
        return Some((i, at));
    }
    tokens.get(at).filter(|t| t.is_in(&SPANS))?;
    let next = past_hyphen(at + 1);
    match tokens.get(next) {
        Some(t) if t.is("old") || t.is("olds") => Some((i, next)),
        Some(t) if t.is("of") && tokens.get(next + 1).is_some_and(|t| t.is("age")) => Some((i, next + 1)),
        _ => None,
    }
}

/// `42yo`, `42yrs old`.
fn joined(tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    let text = tokens[i].text;
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = &text[digits.len()..];
    let yo = unit.eq_ignore_ascii_case("yo");
    let years = ["yr", "yrs"].iter().any(|known| unit.eq_ignore_ascii_case(known)) && tokens.get(i + 1).is_some_and(|t| t.is("old"));
    let own = digits.parse().is_ok_and(|n: u32| (1..=120).contains(&n));
    (own && (yo || years)).then_some((i, if yo { i } else { i + 1 }))
}

/// `aged 42`, `age 42`, `at the age of 42`, `age: 42`.
fn aged(tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    if !tokens[i].is_in(&["aged", "age", "ages"]) {
        return None;
    }
    let skip = tokens[i + 1..].iter().take(2).take_while(|t| t.is("of") || t.text == ":" || t.is("about") || t.is("only") || t.is("just")).count();
    let end = age(tokens, i + 1 + skip)?;
    let group =
        tokens.get(end + 1).is_some_and(|t| t.is("and") || t.is("or")) && tokens.get(end + 2).is_some_and(|t| t.is_in(&["over", "above", "under"]));
    (!group).then_some((i, end))
}

/// `my 40th birthday`, `her fortieth`.
fn birthday(tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    let (_, end) = ordinal(tokens, i).filter(|(n, _)| (1..=110).contains(n))?;
    tokens.get(end + 1).filter(|t| t.is("birthday")).map(|_| (i, end + 1))
}

/// `born in 1984`.
fn born(tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    if !tokens[i].is("born") {
        return None;
    }
    let skip = usize::from(tokens.get(i + 1).is_some_and(|t| t.is("in")));
    let year = tokens.get(i + 1 + skip)?;
    (year.text.len() == 4 && year.number().is_some_and(|n| (1900..=2100).contains(&n))).then_some((i, i + 1 + skip))
}

/// `I am 42`, `when she was sixteen`, `I turned 50`.
fn said(tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    let contracted = tokens[i].is_in(&["i’m", "i'm"])
        || matches!(tokens[i].text, "I’m" | "He’s" | "She’s" | "he’s" | "she’s" | "he's" | "she's" | "He's" | "She's");
    let at = if contracted {
        i + 1
    } else {
        let who = (tokens[i].text.len() <= LONGEST && tokens[i].is_in(&WHO)) || (i > 0 && tokens[i - 1].is_in(&["my", "our", "her", "his"]));
        if !who || !tokens.get(i + 1)?.is_in(&BE) {
            return None;
        }
        i + 2
    };
    let skip = tokens.get(at..)?.iter().take(2).take_while(|t| t.is_in(&["only", "just", "about", "nearly", "almost", "now", "already"])).count();
    let first = at + skip;
    let end = age(tokens, first)?;
    let next = tokens.get(end + 1);
    let is_end = next.is_none_or(|t| matches!(t.text, "." | "," | ";" | "!" | "?" | ")" | ":" | "\u{2014}" | "\u{2013}") || t.is_in(&THEN));
    // "I was one of two", "I am 10 miles away", "she was one in a million".
    let counted =
        tokens[first].is("one") || tokens[first].text == "1" || next.is_some_and(|t| t.is("in") && tokens.get(end + 2).is_some_and(|t| t.is("a")));
    (is_end && !counted).then_some((first, end))
}

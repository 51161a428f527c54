//! Exact dates. A month with a year is not one; a day is.

use super::lists::List;
use super::numerals::ordinal;
use crate::token::{Shape, Token};
use crate::{Hit, Kind};

/// Days that have a name; with a year they are exact.
const DAYS: [[&str; 2]; 10] = [
    ["christmas", "day"],
    ["christmas", "eve"],
    ["boxing", "day"],
    ["year’s", "eve"],
    ["year's", "eve"],
    ["year’s", "day"],
    ["year's", "day"],
    ["bonfire", "night"],
    ["valentine’s", "day"],
    ["valentine's", "day"],
];

fn is_month(token: &Token<'_>) -> bool {
    token.is_of(List::Months)
}

fn is_year(token: &Token<'_>) -> bool {
    token.number().is_some_and(|n| token.text.len() == 4 && (1900..=2100).contains(&n))
}

fn is_day(token: &Token<'_>) -> bool {
    token.number().or_else(|| token.ordinal()).is_some_and(|n| (1..=31).contains(&n)) && token.text.len() <= 4
}

pub(super) fn find(text: &str, tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    for i in 0..tokens.len() {
        let end = named(tokens, i).or_else(|| month_first(tokens, i)).or_else(|| weekday(tokens, i)).or_else(|| feast(tokens, i));
        if let Some(last) = end.or_else(|| in_digits(text, tokens, i)) {
            out.push(Hit::new(Kind::Date, tokens[i].start..tokens[last].end));
        }
    }
}

/// `3 May`, `3rd of May 2019`, `twenty-first of June`.
fn named(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let (day, plain, at) = match ordinal(tokens, i) {
        Some((day, at)) => (day, false, at),
        None => (tokens[i].number().filter(|_| tokens[i].text.len() <= 2)?, true, i),
    };
    if !(1..=31).contains(&day) {
        return None;
    }
    let of = tokens.get(at + 1).is_some_and(|t| t.is("of"));
    let month = at + 1 + usize::from(of);
    let found = tokens.get(month).filter(|t| is_month(t))?;
    // "the 3 may leave", "after 2 March on"; without a capital these are verbs.
    let verb = plain && !found.capital && found.is_in(&["may", "march", "mar"]);
    (!verb).then(|| with_year(tokens, month))
}

/// `May 3`, `May 3rd, 2019`.
fn month_first(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    if !is_month(&tokens[i]) || !tokens[i].capital {
        return None;
    }
    let point = usize::from(tokens.get(i + 1).is_some_and(|t| t.text == "." && tokens[i].text.len() <= 4));
    let the = usize::from(tokens.get(i + 1 + point).is_some_and(|t| t.is("the")));
    let at = i + 1 + point + the;
    let day = tokens.get(at).filter(|t| is_day(t))?;
    // "in March 2 of us left"
    let counts = day.ordinal().is_none() && tokens.get(at + 1).is_some_and(|t| t.is("of") || t.text == "%");
    (!counts).then(|| with_year(tokens, at))
}

/// `Tuesday 14th`, `Tues the 14th`.
fn weekday(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    if !tokens[i].is_of(List::Weekdays) {
        return None;
    }
    let skip = tokens[i + 1..].iter().take(2).take_while(|t| t.is("the") || t.text == ",").count();
    let at = i + 1 + skip;
    if let Some(last) = tokens.get(at).and_then(|_| named(tokens, at)) {
        return Some(last);
    }
    tokens.get(at).filter(|t| t.ordinal().is_some_and(|n| (1..=31).contains(&n))).map(|_| at)
}

/// `Christmas Day 2019`.
fn feast(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let second = tokens.get(i + 1).filter(|t| t.is_in(&["day", "eve", "night"]))?;
    let known = DAYS.iter().any(|[a, b]| tokens[i].is(a) && second.is(b));
    let skip = tokens[i + 2..].iter().take(2).take_while(|t| t.is("in") || t.is("of") || t.text == ",").count();
    (known && tokens.get(i + 2 + skip).is_some_and(is_year)).then_some(i + 2 + skip)
}

/// The place of the year behind a day and month, or of those.
fn with_year(tokens: &[Token<'_>], at: usize) -> usize {
    let skip = tokens[at + 1..].iter().take(2).take_while(|t| t.text == "," || t.is("in") || t.is("of")).count();
    match tokens.get(at + 1 + skip) {
        Some(year) if is_year(year) => at + 1 + skip,
        _ => at,
    }
}

/// `03/05/2019`, `3.5.19`, `2019-05-03`.
fn in_digits(text: &str, tokens: &[Token<'_>], i: usize) -> Option<usize> {
    if tokens[i].shape != Shape::Number {
        return None;
    }
    let [a, s, b, t, c] = tokens.get(i..i + 5)?.first_chunk::<5>()?;
    let close = text[a.start..c.end].len() == a.text.len() + b.text.len() + c.text.len() + 2;
    let alone = !tokens
        .get(i + 5)
        .is_some_and(|t| t.start == c.end && t.text == s.text && tokens.get(i + 6).is_some_and(|n| n.start == t.end && n.shape == Shape::Number));
    let before = i.checked_sub(1).map(|at| &tokens[at]).filter(|t| t.end == a.start);
    let joined = before.is_some_and(|t| t.text == s.text || t.text == "£");
    if !close || !alone || joined || s.text != t.text || !matches!(s.text, "/" | "." | "-") {
        return None;
    }
    let (x, y, z) = (a.number()?, b.number()?, c.number()?);
    let small = |n: u32, token: &Token<'_>| (1..=31).contains(&n) && token.text.len() <= 2;
    let last = small(x, a) && small(y, b) && (x <= 12 || y <= 12) && (is_year(c) || (c.text.len() == 2 && z <= 99));
    let first = is_year(a) && small(y, b) && small(z, c);
    (last || first).then_some(i + 4)
}

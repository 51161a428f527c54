//! Groups so small that they point to one person: `the only man on the ward`, `one of two`, `three of us`.

use super::lists::List;
use super::numerals::number;
use crate::token::Token;
use crate::{Hit, Kind};

const ENDS: &[&str] = &["in", "on", "at", "from", "who", "to", "with", "there", "that", "and", "but", "of"];

pub(super) fn find(tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    for i in 0..tokens.len() {
        if let Some(last) = only(tokens, i).or_else(|| few(tokens, i)).or_else(|| other(tokens, i)) {
            out.push(Hit::new(Kind::SmallGroup, tokens[i].start..tokens[last].end));
        }
    }
}

/// `the only deaf patient`, `the first woman to`, `the youngest person`, `the only one in`, `I was the only`.
fn only(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    if !tokens[i].is("the") {
        return None;
    }
    let rare = tokens.get(i + 1)?;
    if !rare.is_in(&["only", "first", "youngest", "oldest", "last", "sole", "longest", "newest"]) {
        return None;
    }
    let noun = tokens[i + 2..].iter().take(5).take_while(|t| !t.is_in(ENDS) && !is_end(t)).position(|t| t.is_of(List::People)).map(|at| i + 2 + at);
    let one = tokens
        .get(i + 2)
        .filter(|t| t.is("one") && rare.is("only") && tokens.get(i + 3).is_some_and(|t| t.is_in(&["in", "on", "at", "from", "there", "of"])))
        .map(|_| i + 2);
    noun.or(one)
}

/// `one of two`, `one of only three`, `just the three of us`, `there were four of us`, `only two women`.
fn few(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let small = |at: usize| number(tokens, at).filter(|(n, _)| (2..=9).contains(n)).map(|(_, end)| end);
    if tokens[i].is("one") && tokens.get(i + 1).is_some_and(|t| t.is("of")) {
        let skip = tokens[i + 2..].iter().take(2).take_while(|t| t.is_in(&["only", "just", "the", "about"])).count();
        let end = small(i + 2 + skip)?;
        let people =
            tokens.get(end + 1).is_none_or(|t| is_end(t) || t.is_in(ENDS)) || tokens[end + 1..].iter().take(3).any(|t| t.is_of(List::People));
        return people.then_some(end);
    }
    if tokens[i].is_in(&["only", "just"]) {
        let the = usize::from(tokens.get(i + 1).is_some_and(|t| t.is("the")));
        let end = small(i + 1 + the)?;
        let noun = tokens[end + 1..].iter().take(3).take_while(|t| !is_end(t) && !t.is_in(ENDS)).position(|t| t.is_of(List::People));
        return noun.map(|at| end + 1 + at).or_else(|| of_us(tokens, end));
    }
    let end = small(i)?;
    of_us(tokens, end)
}

fn of_us(tokens: &[Token<'_>], end: usize) -> Option<usize> {
    let of = tokens.get(end + 1)?.is("of") && tokens.get(end + 2)?.is("us");
    of.then_some(end + 2)
}

/// `the other woman`, `nobody else in`.
fn other(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    if tokens[i].is_in(&["nobody", "no"]) {
        let one = usize::from(tokens[i].is("no") && tokens.get(i + 1).is_some_and(|t| t.is("one")));
        let known = tokens[i].is("nobody") || one == 1;
        return (known && tokens.get(i + 1 + one)?.is("else") && tokens.get(i + 2 + one)?.is_in(&["in", "on", "at"])).then_some(i + 2 + one);
    }
    (tokens[i].is("the") && tokens.get(i + 1)?.is("other"))
        .then(|| tokens.get(i + 2).filter(|t| t.is_in(&["woman", "man", "girl", "boy", "patient", "mother", "father"])).map(|_| i + 2))
        .flatten()
}

fn is_end(token: &Token<'_>) -> bool {
    matches!(token.text, "." | "," | ";" | ":" | "!" | "?" | ")" | "\u{2014}" | "\u{2013}")
}

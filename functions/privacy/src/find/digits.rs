//! Long numbers: phone numbers and NHS numbers.

use std::ops::Range;

use crate::token::{Shape, Token};
use crate::{Hit, Kind};

/// What says that a short number is for ringing.
const RINGING: [&str; 11] = ["ring", "call", "phone", "telephone", "tel", "mobile", "text", "whatsapp", "number", "landline", "extension"];

/// What a number is.
enum Number {
    /// It leads to somebody.
    Own(Kind),
    /// A line that anybody may know.
    Public,
}

/// A run of digits, with what stands directly before it.
struct Group {
    span: Range<usize>,
    plus: bool,
}

pub(super) fn find(text: &str, tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    for row in rows(text) {
        let mut at = 0;
        while at < row.len() {
            // The longest that means something.
            let found = (at..row.len().min(at + 8)).rev().find_map(|to| classify(text, tokens, &row[at..=to]).map(|what| (to, what)));
            let Some((to, what)) = found else {
                at += 1;
                continue;
            };
            if let Number::Own(kind) = what {
                out.push(Hit::new(kind, row[at].span.start - usize::from(row[at].plus)..row[to].span.end));
            }
            at = to + 1;
        }
    }
}

/// Groups of digits with nothing but spaces, hyphens, points and brackets between them.
fn rows(text: &str) -> Vec<Vec<Group>> {
    let bytes = text.as_bytes();
    let mut out: Vec<Vec<Group>> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        let group = Group { span: at..end, plus: at > 0 && bytes[at - 1] == b'+' };
        let joined = out.last().and_then(|row| row.last()).is_some_and(|before| {
            let between = &text[before.span.end..at];
            between.chars().count() <= 3 && between.chars().all(|c| matches!(c, ' ' | '-' | '.' | '(' | ')' | '\u{a0}' | '\u{2011}' | '\u{2013}'))
        });
        match out.last_mut().filter(|_| joined) {
            Some(row) => row.push(group),
            None => out.push(vec![group]),
        }
        at = end;
    }
    out
}

fn classify(text: &str, tokens: &[Token<'_>], groups: &[Group]) -> Option<Number> {
    let (first, last) = (groups.first()?, groups.last()?);
    let beside = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() || c == '£' || c == '$' || c == '€' || c == '%');
    if beside(text[..first.span.start].chars().next_back()) || beside(text[last.span.end..].chars().next()) {
        return None;
    }
    // Nothing shorter means anything.
    if groups.iter().map(|group| group.span.len()).sum::<usize>() < 5 {
        return None;
    }
    let digits: String = groups.iter().map(|group| &text[group.span.clone()]).collect();
    let before = words_before(tokens, first.span.start);
    if digits.len() == 10 && !digits.starts_with('0') && (is_nhs(&digits) || before.iter().any(|word| word.is("nhs"))) {
        return Some(Number::Own(Kind::NhsNumber));
    }
    if is_for_everybody(&digits) {
        return Some(Number::Public);
    }
    let own = match digits.len() {
        10 | 11 if digits.starts_with('0') => true,
        // With (0) in the middle.
        11..=13 if first.plus && digits.starts_with("44") => true,
        13 | 14 if digits.starts_with("0044") => true,
        8..=15 if first.plus => true,
        5..=7 => groups.len() <= 3 && before.iter().rev().take(3).any(|word| word.is_in(&RINGING)),
        _ => false,
    };
    own.then_some(Number::Own(Kind::Phone))
}

/// How many words and signs before a number are looked through.
const BEFORE: usize = 30;

/// The last words before a place in the text, at most five.
fn words_before<'a, 't>(tokens: &'a [Token<'t>], start: usize) -> Vec<&'a Token<'t>> {
    let at = tokens.partition_point(|token| token.start < start);
    let before = tokens[..at].iter().rev().take(BEFORE).take_while(|t| !matches!(t.text, "." | "!" | "?"));
    let mut words: Vec<_> = before.filter(|t| t.shape == Shape::Word).take(5).collect();
    words.reverse();
    words
}

/// Free numbers, those of organisations, and the help lines of every page: they are nobody's own.
fn is_for_everybody(digits: &str) -> bool {
    let free = ["0800", "0808", "03"].iter().any(|start| digits.starts_with(start)) && (10..=11).contains(&digits.len());
    free || matches!(digits, "116123" | "85258")
}

/// Whether the tenth digit is the check digit of the nine before it (modulus 11; NHS Data Dictionary).
fn is_nhs(digits: &str) -> bool {
    let values: Vec<u32> = digits.bytes().map(|b| u32::from(b - b'0')).collect();
    let sum: u32 = values.iter().take(9).zip((2..=10).rev()).map(|(value, weight)| value * weight).sum();
    let check = match 11 - sum % 11 {
        11 => 0,
        other => other,
    };
    check == values[9] && values.iter().any(|value| *value != values[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_tells_an_nhs_number_from_another_number() {
        assert!(is_nhs("9990000026") && is_nhs("9434765919"));
        assert!(!is_nhs("9434765918") && !is_nhs("1111111111"));
    }

    #[test]
    fn lines_that_are_for_everybody_are_nobodys_own() {
        let found = |text: &str| crate::check(text).len();
        assert_eq!(found("Call Samaritans on 116 123, or 0800 111 111 1, or 0300 123 1234."), 0);
        assert_eq!(found("Call me on 01632 960 123."), 1);
    }
}

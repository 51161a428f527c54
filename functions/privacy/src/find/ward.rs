//! Wards, units, teams: `Ward 7`, `ward B4`, `Maple Ward`, `the Willow Unit`.

use super::lists::List;
use crate::token::{Shape, Token, begins_sentence};
use crate::{Hit, Kind};

pub(super) fn find(text: &str, tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    for (i, token) in tokens.iter().enumerate() {
        if token.is_in(&["ward", "wards", "bay", "unit"])
            && let Some(next) = tokens.get(i + 1).filter(|next| is_number(next) && (token.is("ward") || token.is("wards") || token.capital))
        {
            out.push(Hit::new(Kind::Ward, token.start..next.end));
        }
        if token.capital
            && token.bare_is_of(List::Wards)
            && let Some(first) = name_before(text, tokens, i)
        {
            out.push(Hit::new(Kind::Ward, tokens[first].start..token.bare_end()));
        }
    }
}

/// `7`, `12A`, `B4`, `B`, `seven` has no capital and is none.
fn is_number(token: &Token<'_>) -> bool {
    let short = token.text.len() <= 4;
    let lettered = token.shape == Shape::Word
        && token.capital
        && (token.text.len() == 1 && token.text != "I" && token.text != "A" || token.text.bytes().any(|b| b.is_ascii_digit()));
    short && ((token.shape == Shape::Number && token.ordinal().is_none()) || lettered)
}

/// The first of at most three capital words before a place: its name.
fn name_before(text: &str, tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let is_name = |at: &usize| {
        let token = &tokens[*at];
        let gap = &text[token.end..tokens[at + 1].start];
        token.capital && !token.is_of(List::NotNames) && gap.chars().all(|c| c == ' ' || c == '-')
    };
    let count = (i.saturating_sub(3)..i).rev().take_while(is_name).count();
    let first = i - count;
    // "Mental Health Unit" is what it is, not what it is called.
    let plain = tokens[first..i].iter().all(|t| {
        t.is_in(&[
            "mental",
            "health",
            "psychiatric",
            "acute",
            "assessment",
            "day",
            "admissions",
            "intensive",
            "care",
            "high",
            "dependency",
            "council",
            "full",
            "open",
            "your",
        ])
    });
    let sentence = count == 1 && begins_sentence(text, tokens, first) && tokens[first].text.ends_with("ing");
    (count > 0 && !plain && !sentence).then_some(first)
}

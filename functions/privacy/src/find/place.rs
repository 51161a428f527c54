//! Places: towns, streets, hospitals, schools, and wherever somebody says they live.

use super::lists::List;
use crate::token::{Token, begins_sentence};
use crate::{Hit, Kind};

const WHERE: &[&str] = &["in", "on", "at", "near", "off", "from", "to", "outside", "around", "opposite"];

pub(super) fn find(text: &str, tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    for i in 0..tokens.len() {
        let found = of_kind(text, tokens, i).or_else(|| town(text, tokens, i)).or_else(|| lived(text, tokens, i)).or_else(|| of(tokens, i));
        if let Some((first, last)) = found {
            out.push(Hit::new(Kind::Place, tokens[first].start..tokens[last].bare_end()));
        }
    }
}

fn is_name(token: &Token<'_>) -> bool {
    token.capital && !token.is_of(List::NotNames)
}

/// `Example Road`, `St Mary’s Hospital`, `12 Elm Court`.
fn of_kind(text: &str, tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    let token = &tokens[i];
    if !token.capital {
        return None;
    }
    let sure = token.is_of(List::Sure);
    if !sure && !token.is_of(List::Maybe) {
        return None;
    }
    let joined = |at: usize| {
        let gap = &text[tokens[at].end..tokens[at + 1].start];
        gap.is_empty() || gap == " "
    };
    let mut first = i;
    while first > 0
        && i - first < 5
        && joined(first - 1)
        && (is_name(&tokens[first - 1]) || (tokens[first - 1].text == "." && first > 1 && tokens[first - 2].is("st")))
    {
        first -= 1;
    }
    // The first word of a sentence may be any word: "Every Hospital", "Each School".
    let only_begins = first + 1 == i
        && begins_sentence(text, tokens, first)
        && (tokens[first].is_in(&["every", "each", "any", "some", "all", "most", "no", "another"]));
    if first == i || only_begins {
        return None;
    }
    let before = first.checked_sub(1).map(|at| &tokens[at]);
    let numbered = before.is_some_and(|t| t.number().is_some());
    let start = if numbered { first - 1 } else { first };
    let placed = numbered || before.is_some_and(|t| t.is_in(WHERE));
    (sure || placed).then_some((start, i))
}

/// A town whose name is no other word; and the others where something says that they are towns.
fn town(text: &str, tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    if !tokens[i].capital {
        return None;
    }
    let before = i.checked_sub(1).map(|at| &tokens[at]);
    let other = tokens[i].bare_is_of(List::OftenOther)
        && before.is_some_and(|t| t.is_in(&["in", "near", "from", "to", "around", "outside"]))
        && !begins_sentence(text, tokens, i);
    let surname = before.is_some_and(|t| {
        t.capital
            && !begins_sentence(text, tokens, i - 1)
            && !t.is_in(&["north", "south", "east", "west", "greater", "central", "new", "st"])
            && !t.is_of(List::NotNames)
    });
    ((tokens[i].bare_is_of(List::Towns) && !surname) || other).then_some((i, i))
}

/// `I live in Example Magna`, `we moved to Littleplace`, `a village near Otherham`.
fn lived(text: &str, tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    if !is_name(&tokens[i]) {
        return None;
    }
    let place = i.checked_sub(1).filter(|at| tokens[*at].is_in(&["in", "near", "to", "at", "from", "outside", "called"]))?;
    let lives = place.checked_sub(1).is_some_and(|at| {
        tokens[at].is_of(List::Living) || (tokens[at].is_in(&["up", "down", "just", "somewhere"]) && at > 0 && tokens[at - 1].is_of(List::Living))
    });
    if !lives || text[tokens[place].end..tokens[i].start].contains('\n') {
        return None;
    }
    let more = tokens[i + 1..].iter().take(3).take_while(|t| is_name(t)).count();
    Some((i, i + more))
}

/// `University of Example`, `HMP Example`.
fn of(tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    if tokens[i].capital && tokens[i].is_in(&["university", "college", "borough", "diocese"]) {
        let name = tokens.get(i + 2).filter(|t| tokens[i + 1].is("of") && is_name(t))?;
        let more = tokens[i + 3..].iter().take(2).take_while(|t| is_name(t)).count();
        return Some((i, i + 2 + more)).filter(|_| !name.text.is_empty());
    }
    (tokens[i].text == "HMP" && tokens.get(i + 1).is_some_and(is_name)).then_some((i, i + 1))
}

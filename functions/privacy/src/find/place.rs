//! Places: towns, streets, hospitals, schools, and wherever somebody says they live.

use super::lists::{NOT_NAMES, TOWNS};
use crate::token::{Token, begins_sentence};
use crate::{Hit, Kind};

/// Behind a capital word these make a street or a house of everybody's.
#[rustfmt::skip]
const SURE: &[&str] = &[
    "street", "road", "lane", "avenue", "crescent", "terrace", "close", "grove", "mews", "drive", "gardens", "hospital", "infirmary",
    "school", "college", "university", "academy", "surgery", "church", "mosque", "temple", "synagogue", "library", "clinic", "hospice",
    "prison", "nursery", "station", "centre", "practice", "council", "estate", "cathedral", "chapel", "pharmacy", "trust", "hotel",
];
/// These only behind a number, or behind "in", "on", "at".
const MAYBE: &[&str] = &["way", "place", "square", "park", "hill", "row", "rise", "view", "court", "bridge", "green", "farm", "walk", "quay", "hall"];
const WHERE: &[&str] = &["in", "on", "at", "near", "off", "from", "to", "outside", "around", "opposite"];
const LIVING: &[&str] = &[
    "live", "lived", "lives", "living", "moved", "move", "grew", "born", "based", "stayed", "stay", "staying", "moving", "housed", "detained",
    "admitted", "back", "home", "up", "village", "town", "came", "come",
];
const OFTEN_OTHER: &[&str] = &[
    "reading", "bath", "derby", "wells", "deal", "ware", "rugby", "stafford", "kent", "barking", "bury", "poole", "sale", "hove", "rye", "hope",
    "skye", "barry", "mold", "flint", "dover", "kendal", "ely", "bude",
];

pub(super) fn find(text: &str, tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    for i in 0..tokens.len() {
        let found = of_kind(text, tokens, i).or_else(|| town(text, tokens, i)).or_else(|| lived(text, tokens, i)).or_else(|| of(tokens, i));
        if let Some((first, last)) = found {
            out.push(Hit::new(Kind::Place, tokens[first].start..tokens[last].bare_end()));
        }
    }
}

fn is_name(token: &Token<'_>) -> bool {
    token.is_capital() && !token.is_in(NOT_NAMES)
}

/// `Example Road`, `St Mary’s Hospital`, `12 Elm Court`.
fn of_kind(text: &str, tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    let token = &tokens[i];
    let (sure, maybe) = (token.is_in(SURE), token.is_in(MAYBE));
    if !(sure || maybe) || !token.is_capital() {
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
    if !tokens[i].is_capital() {
        return None;
    }
    let bare = tokens[i].bare().to_lowercase();
    let before = i.checked_sub(1).map(|at| &tokens[at]);
    let other = OFTEN_OTHER.contains(&bare.as_str())
        && before.is_some_and(|t| t.is_in(&["in", "near", "from", "to", "around", "outside"]))
        && !begins_sentence(text, tokens, i);
    let surname = before.is_some_and(|t| {
        t.is_capital()
            && !begins_sentence(text, tokens, i - 1)
            && !t.is_in(&["north", "south", "east", "west", "greater", "central", "new", "st"])
            && !t.is_in(NOT_NAMES)
    });
    ((TOWNS.contains(&bare.as_str()) && !surname) || other).then_some((i, i))
}

/// `I live in Example Magna`, `we moved to Littleplace`, `a village near Otherham`.
fn lived(text: &str, tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    let place = i.checked_sub(1).filter(|at| tokens[*at].is_in(&["in", "near", "to", "at", "from", "outside", "called"]))?;
    let lives = place.checked_sub(1).is_some_and(|at| {
        tokens[at].is_in(LIVING) || (tokens[at].is_in(&["up", "down", "just", "somewhere"]) && at > 0 && tokens[at - 1].is_in(LIVING))
    });
    if !lives || !is_name(&tokens[i]) || text[tokens[place].end..tokens[i].start].contains('\n') {
        return None;
    }
    let more = tokens[i + 1..].iter().take(3).take_while(|t| is_name(t)).count();
    Some((i, i + more))
}

/// `University of Example`, `HMP Example`.
fn of(tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    if tokens[i].is_in(&["university", "college", "borough", "diocese"]) && tokens[i].is_capital() {
        let name = tokens.get(i + 2).filter(|t| tokens[i + 1].is("of") && is_name(t))?;
        let more = tokens[i + 3..].iter().take(2).take_while(|t| is_name(t)).count();
        return Some((i, i + 2 + more)).filter(|_| !name.text.is_empty());
    }
    (tokens[i].text == "HMP" && tokens.get(i + 1).is_some_and(is_name)).then_some((i, i + 1))
}

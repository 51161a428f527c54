//! People's names: behind a title, behind what somebody is, behind "called", and first names that are no other word.

use super::lists::List;
use crate::token::Token;
use crate::{Hit, Kind};

pub(super) fn find(text: &str, tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    for i in 0..tokens.len() {
        let found =
            titled(text, tokens, i).or_else(|| of_role(text, tokens, i)).or_else(|| called(text, tokens, i)).or_else(|| by_name(text, tokens, i));
        if let Some((first, last)) = found {
            out.push(Hit::new(Kind::Person, tokens[first].start..tokens[last].bare_end()));
        }
    }
}

/// A capital word that may be a name.
fn is_name(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| {
        let bare = t.bare();
        let spoken = bare.chars().count() > 1 && !(bare.len() > 2 && bare.chars().all(|c| c.is_uppercase() || c.is_ascii_digit()));
        t.capital && spoken && !t.is_of(List::NotNames) && !t.is_of(List::Roles)
    })
}

/// The last of the names from here on: `Ann`, `Ann O’Brien`, `Ann-Marie Example`.
fn names(text: &str, tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if !is_name(tokens, at) {
        return None;
    }
    let mut last = at;
    for _ in 0..3 {
        let hyphen = usize::from(tokens.get(last + 1).is_some_and(|t| t.text == "-" && t.start == tokens[last].end));
        let next = last + 1 + hyphen;
        let close = tokens.get(next).is_some_and(|t| t.start - tokens[last].end <= 1 && !text[tokens[last].end..t.start].contains('\n'));
        let own = tokens[last].bare_end() < tokens[last].end;
        if !close || own || !is_name(tokens, next) {
            break;
        }
        last = next;
    }
    Some(last)
}

/// `Dr Example`, `Nurse Joy`, `Mr. O’Brien`.
fn titled(text: &str, tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    if !tokens[i].capital || !tokens[i].is_of(List::Titles) {
        return None;
    }
    let point = usize::from(tokens.get(i + 1).is_some_and(|t| t.text == "." && t.start == tokens[i].end));
    let name = i + 1 + point;
    let letter = tokens.get(name).is_some_and(|t| t.capital && t.text.len() == 1 && t.text != "I" && t.text != "A");
    names(text, tokens, name).or(letter.then_some(name)).map(|last| (i, last))
}

/// `my nurse Joanne`, `my psychiatrist, Alan Example,`, `the ward manager was Carol`, `a nurse called Joy`.
fn of_role(text: &str, tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    if !tokens[i].is_of(List::Roles) {
        return None;
    }
    let skip = tokens[i + 1..].iter().take(3).take_while(|t| t.text == "," || t.is_in(&["called", "named", "is", "was", "name"])).count();
    let name = i + 1 + skip;
    // With a comma, the name ends with another: "my nurse, Joanne, said" and not "my nurse, Christmas".
    let line = text[tokens[i].end..tokens.get(name)?.start].contains('\n');
    let last = names(text, tokens, name).filter(|_| !line)?;
    let comma = tokens[i + 1..name].iter().any(|t| t.text == ",");
    let closed = tokens.get(last + 1).is_none_or(|t| matches!(t.text, "," | "." | ")" | ";" | "!"));
    (!comma || closed || tokens[name].is_of(List::Names)).then_some((name, last))
}

/// `called Joy`, `her name was Joy`, `my name is Wren`.
fn called(text: &str, tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    let person_before = || {
        tokens[..i].iter().rev().take(5).take_while(|t| !matches!(t.text, "." | "!" | "?")).any(|t| {
            t.is_in(&[
                "somebody", "someone", "woman", "man", "lady", "girl", "boy", "lad", "person", "child", "patient", "he", "she", "him", "her",
                "people",
            ])
        })
    };
    let name = if tokens[i].is("name") && i > 0 && tokens[i - 1].is_in(&["my", "her", "his", "their", "whose"]) {
        tokens.get(i + 1).filter(|t| t.is_in(&["is", "was"]))?;
        i + 2
    } else if tokens[i].is_in(&["called", "named"]) && person_before() {
        i + 1
    } else {
        return None;
    };
    names(text, tokens, name).map(|last| (name, last))
}

/// `Karen said`, `with David Example`; no town, and a first name that is no other word.
fn by_name(text: &str, tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    if !tokens[i].capital || !tokens[i].bare_is_of(List::Names) {
        return None;
    }
    // `St Mary`, `St. Mary`: a church or a school.
    let before = |back: usize| i.checked_sub(back).map(|at| &tokens[at]);
    let titled = if before(1).is_some_and(|t| t.text == ".") { before(2) } else { before(1) };
    if titled.is_some_and(|t| t.is_in(&["st", "saint"])) {
        return None;
    }
    let last = names(text, tokens, i)?;
    // "Lincoln", "Chester": a town's name behind it is not a surname's sign.
    let last = if last > i && tokens[last].is_of(List::Towns) { last - 1 } else { last };
    Some((i, last))
}

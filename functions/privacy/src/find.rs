//! One finder for each kind. Each reads the text or its tokens once.

mod age;
mod date;
mod digits;
mod email;
mod group;
mod handle;
pub(crate) mod lists;
mod numerals;
mod person;
mod place;
mod postcode;
mod ward;

use crate::Hit;
use crate::token::Token;

/// What every finder found, in no order.
pub(crate) fn all(text: &str, tokens: &[Token<'_>]) -> Vec<Hit> {
    let mut out = Vec::new();
    email::find(text, tokens, &mut out);
    handle::find(text, tokens, &mut out);
    digits::find(text, tokens, &mut out);
    postcode::find(text, tokens, &mut out);
    date::find(text, tokens, &mut out);
    age::find(text, tokens, &mut out);
    ward::find(text, tokens, &mut out);
    person::find(text, tokens, &mut out);
    place::find(text, tokens, &mut out);
    group::find(tokens, &mut out);
    out
}

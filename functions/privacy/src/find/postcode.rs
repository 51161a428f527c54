//! Postcodes: an outward part (`SW1A`) and an inward part (`1AA`), joined or not.

use crate::token::{Shape, Token};
use crate::{Hit, Kind};

/// `A9`, `A99`, `A9A`, `AA9`, `AA99`, `AA9A`.
fn is_outward(part: &str) -> bool {
    let shape = |b: &u8| {
        if b.is_ascii_alphabetic() {
            b'A'
        } else if b.is_ascii_digit() {
            b'9'
        } else {
            b'?'
        }
    };
    let mut shapes = [0; 4];
    let Some(shapes) = shapes.get_mut(..part.len()) else { return false };
    shapes.iter_mut().zip(part.as_bytes()).for_each(|(place, b)| *place = shape(b));
    matches!(&*shapes, b"A9" | b"A99" | b"A9A" | b"AA9" | b"AA99" | b"AA9A")
}

/// `9AA`.
fn is_inward(part: &str) -> bool {
    let bytes = part.as_bytes();
    bytes.len() == 3 && bytes[0].is_ascii_digit() && bytes[1..].iter().all(u8::is_ascii_alphabetic)
}

pub(super) fn find(text: &str, tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.shape == Shape::Word && t.text.is_ascii()) {
        let length = token.text.len();
        if (5..=7).contains(&length) && is_outward(&token.text[..length - 3]) && is_inward(&token.text[length - 3..]) {
            out.push(Hit::new(Kind::Postcode, token.start..token.end));
            continue;
        }
        if !is_outward(token.text) {
            continue;
        }
        let hyphen = tokens.get(i + 1).is_some_and(|t| t.text == "-");
        let inward = tokens.get(i + 1 + usize::from(hyphen)).filter(|next| {
            let gap = &text[token.end..next.start];
            gap.len() <= 3 && !gap.contains('\n') && is_inward(next.text)
        });
        match inward {
            // "the B1 2nd floor"
            Some(next) if next.ordinal().is_some() && next.text.bytes().any(|b| b.is_ascii_lowercase()) => {}
            Some(next) => out.push(Hit::new(Kind::Postcode, token.start..next.end)),
            None if tokens[i.saturating_sub(4)..tokens.len().min(i + 2)].iter().any(|t| t.is("postcode") || t.is("postcodes")) => {
                out.push(Hit::new(Kind::Postcode, token.start..token.end));
            }
            None => {}
        }
    }
}

//! Addresses: `wren@example.org`, and those spelled out against robots.

use crate::token::{Shape, Token};
use crate::{Hit, Kind};

fn in_name(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"._%+-'".contains(&b)
}

fn in_host(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'.' || b == b'-'
}

pub(super) fn find(text: &str, tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    let bytes = text.as_bytes();
    for (at, _) in text.match_indices('@') {
        let start = at - bytes[..at].iter().rev().take(64).take_while(|b| in_name(**b)).count();
        let start = start + bytes[start..at].iter().take_while(|b| b".'".contains(b)).count();
        let host = at + 1;
        let mut end = host + bytes[host..].iter().take(255).take_while(|b| in_host(**b)).count();
        while end > host && !bytes[end - 1].is_ascii_alphanumeric() {
            end -= 1;
        }
        let last = text[host..end].rsplit_once('.').map(|(_, last)| last);
        // `@name@server` is a handle.
        let is_handle = start.checked_sub(1).is_some_and(|before| bytes[before] == b'@');
        if start < at && !is_handle && last.is_some_and(|last| last.len() >= 2 && last.bytes().all(|b| b.is_ascii_alphabetic())) {
            out.push(Hit::new(Kind::Email, start..end));
        }
    }
    spelled_out(text, tokens, out);
}

/// `wren at example dot org`, `wren (at) example.org`.
fn spelled_out(text: &str, tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    for (i, token) in tokens.iter().enumerate() {
        if !token.is("at") {
            continue;
        }
        let bracketed = is_sign(tokens, i.wrapping_sub(1), "([{") && is_sign(tokens, i + 1, ")]}");
        let (name, host) = if bracketed { (i.checked_sub(2), i + 2) } else { (i.checked_sub(1), i + 1) };
        let (Some(name), Some(first)) = (name, tokens.get(host)) else { continue };
        if tokens[name].shape == Shape::Sign || first.shape == Shape::Sign {
            continue;
        }
        let mut last = host;
        loop {
            let dotted = tokens.get(last + 1).is_some_and(|t| t.is("dot"));
            let point = bracketed && is_sign(tokens, last + 1, ".") && tokens[last + 1].start == tokens[last].end;
            let in_brackets =
                is_sign(tokens, last + 1, "([{") && tokens.get(last + 2).is_some_and(|t| t.is("dot")) && is_sign(tokens, last + 3, ")]}");
            let next = if in_brackets { last + 4 } else { last + 2 };
            if !(dotted || point || in_brackets) || tokens.get(next).is_none_or(|t| t.shape != Shape::Word) {
                break;
            }
            last = next;
        }
        if last > host && tokens[last].text.len() <= 8 {
            // "wren dot quill at": what stands before the name belongs to it.
            let dotted = name >= 2 && tokens[name - 1].is("dot");
            let first = tokens[if dotted { name - 2 } else { name }].start;
            let joined = text[..first].chars().rev().take_while(|c| c.is_alphanumeric() || "._-+".contains(*c)).map(char::len_utf8).sum::<usize>();
            out.push(Hit::new(Kind::Email, first - joined..tokens[last].end));
        }
    }
}

fn is_sign(tokens: &[Token<'_>], at: usize, signs: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.shape == Shape::Sign && signs.contains(token.text))
}

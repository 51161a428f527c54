//! Names on social media: `@wren_writes`, `instagram.com/wren`, `my Insta is wren_writes`.

use super::lists::List;
use crate::token::{Shape, Token};
use crate::{Hit, Kind};

const SITES: [&str; 13] = [
    "facebook.com/",
    "fb.com/",
    "instagram.com/",
    "twitter.com/",
    "x.com/",
    "tiktok.com/@",
    "linkedin.com/in/",
    "youtube.com/@",
    "bsky.app/profile/",
    "threads.net/@",
    "reddit.com/user/",
    "snapchat.com/add/",
    "t.me/",
];

/// What may stand between a network and a name on it.
const BETWEEN: [&str; 10] = ["is", "name", "handle", "username", "account", "called", "as", "under", "at", "me"];

fn in_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.' || c == '-'
}

pub(super) fn find(text: &str, tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    for (at, _) in text.match_indices('@') {
        if text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '@' || c == '.') {
            continue;
        }
        let mut end = at + 1 + name(&text[at + 1..]);
        if end > at + 2 && text[end..].starts_with('@') {
            end += 1 + name(&text[end + 1..]);
        }
        if end > at + 2 && text[at + 1..end].chars().any(char::is_alphabetic) {
            out.push(Hit::new(Kind::Handle, at..end));
        }
    }
    for (slash, _) in text.match_indices('/') {
        for site in SITES {
            // Each is known by its first slash.
            let Some(at) = site.find('/').and_then(|before| slash.checked_sub(before)) else { continue };
            if !text.get(at..at + site.len()).is_some_and(|found| found.eq_ignore_ascii_case(site)) {
                continue;
            }
            let whole_word = !text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '-');
            let length = name(&text[at + site.len()..]);
            if whole_word && length > 1 {
                out.push(Hit::new(Kind::Handle, at..at + site.len() + length));
            }
        }
    }
    said(text, tokens, out);
}

/// `my Insta is wren_writes`: a name without `@`, known by the network before it and by a sign or digit in it.
fn said(text: &str, tokens: &[Token<'_>], out: &mut Vec<Hit>) {
    for (i, token) in tokens.iter().enumerate() {
        let reddit = token.text == "u" && tokens.get(i + 1).is_some_and(|t| t.text == "/" && t.start == token.end);
        if reddit && let Some(next) = tokens.get(i + 2).filter(|t| t.shape == Shape::Word) {
            out.push(Hit::new(Kind::Handle, token.start..next.start + name(&text[next.start..])));
        }
        if !token.is_of(List::Networks) {
            continue;
        }
        let between = tokens[i + 1..].iter().take(4).take_while(|t| t.is_in(&BETWEEN) || t.text == ":").count();
        let Some(next) = tokens.get(i + 1 + between).filter(|t| between > 0 && t.shape != Shape::Sign) else { continue };
        let mut end = next.start + name(&text[next.start..]);
        if text[end..].starts_with('#') {
            end += 1 + text[end + 1..].bytes().take_while(u8::is_ascii_digit).count();
        }
        let chosen = &text[next.start..end];
        if chosen.chars().any(|c| c == '_' || c == '.' || c == '#' || c.is_ascii_digit()) && chosen.chars().any(char::is_alphabetic) {
            out.push(Hit::new(Kind::Handle, next.start..end));
        }
    }
}

/// How many bytes of a name stand at the start; a full stop at its end belongs to the sentence.
fn name(text: &str) -> usize {
    let end = text.find(|c: char| !in_name(c)).unwrap_or(text.len());
    text[..end].trim_end_matches(['.', '-']).len()
}

//! Plain language, offered: long sentences that could be split, long words for which there is a shorter one. It decides nothing. How
//! somebody tells something is theirs, and what is in the passive voice stays there.

mod words;

use std::collections::HashSet;

use crate::markup::passages;
use crate::text::count_words;
use words::{PHRASES, WORDS};

/// A sentence with more words than this could be split (GOV.UK content design).
const LONG: usize = 25;

/// How much of a long sentence is quoted, in characters.
const QUOTED: usize = 120;

/// Something that could be said more plainly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainOffer {
    /// The words, as they stand; of a long sentence the first.
    pub quote: String,
    /// What could be done: "You could split this sentence."
    pub offer: String,
}

/// Everything that could be said more plainly in a Markdown text, in its order; each word once.
pub fn plain_offers(markdown: &str) -> Vec<PlainOffer> {
    let mut out = Vec::new();
    let mut known = HashSet::new();
    for passage in passages(markdown) {
        for sentence in sentences(&passage) {
            let words = count_words(sentence);
            if words > LONG {
                out.push(PlainOffer { quote: first_words(sentence), offer: format!("It has {words} words. You could split this sentence.") });
            }
            let shorter = long_words(sentence).into_iter().filter(|(quote, _)| known.insert(quote.to_lowercase()));
            out.extend(shorter.map(|(quote, plain)| PlainOffer { quote: quote.to_owned(), offer: format!("You could say “{plain}”.") }));
        }
    }
    out
}

/// The sentences of a passage.
fn sentences(passage: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, c) in passage.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…')) {
        let behind = passage[at + c.len_utf8()..].trim_start_matches(['"', '\'', ')', '\u{201d}', '\u{2019}', '*', '_']);
        if behind.starts_with(char::is_whitespace) && !is_short_form(&passage[from..at]) {
            let end = passage.len() - behind.len();
            out.push(passage[from..end].trim());
            from = end;
        }
    }
    out.push(passage[from..].trim());
    out.retain(|sentence| !sentence.is_empty());
    out
}

/// `Dr.`, `e.g.`: the sentence goes on.
fn is_short_form(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    matches!(word, "Dr" | "Mr" | "Mrs" | "Ms" | "St" | "Prof" | "Rev" | "e.g" | "i.e" | "No" | "approx")
}

/// Long words and phrases of a sentence, each with a plainer one, in its order.
fn long_words(sentence: &str) -> Vec<(&str, &'static str)> {
    let mut out: Vec<(usize, &str, &'static str)> = Vec::new();
    let words = sentence.split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| !word.is_empty());
    for word in words {
        let small = word.to_lowercase();
        if let Ok(at) = WORDS.binary_search_by_key(&small.as_str(), |(long, _)| long) {
            out.push((word.as_ptr() as usize - sentence.as_ptr() as usize, word, WORDS[at].1));
        }
    }
    // Letters of other scripts may change their length when they are made small: phrases are looked for where none do.
    let small = sentence.to_ascii_lowercase();
    for (long, plain) in PHRASES {
        for (at, _) in small.match_indices(long) {
            let end = at + long.len();
            let whole = !small[..at].ends_with(char::is_alphanumeric) && !small[end..].starts_with(char::is_alphanumeric);
            out.extend(whole.then(|| (at, &sentence[at..end], *plain)));
        }
    }
    out.sort_by_key(|(at, ..)| *at);
    out.into_iter().map(|(_, quote, plain)| (quote, plain)).collect()
}

fn first_words(sentence: &str) -> String {
    let Some((limit, _)) = sentence.char_indices().nth(QUOTED) else { return sentence.to_owned() };
    let end = sentence[..limit].rfind(char::is_whitespace).unwrap_or(limit);
    format!("{} …", &sentence[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(text: &str) -> Vec<(String, String)> {
        plain_offers(text).into_iter().map(|offer| (offer.quote, offer.offer)).collect()
    }

    #[test]
    fn a_long_sentence_is_quoted_and_could_be_split() {
        let words = |n: usize| (1..=n).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
        assert_eq!(offered(&format!("{}. {}.", words(25), words(25))), []);
        let found = offered(&format!("Short. {}. Short too.", words(26)));
        assert_eq!(found, [(format!("{}.", words(26)), "It has 26 words. You could split this sentence.".to_owned())]);
        let long = &offered(&format!("{}.", words(80)))[0].0;
        assert!(long.starts_with("w1 w2") && long.ends_with(" …") && long.chars().count() <= QUOTED + 2, "{long}");
    }

    #[test]
    fn a_list_and_a_heading_are_no_sentence_together_and_short_forms_end_none() {
        let items = "- one two three four five six seven eight nine\n".repeat(5);
        assert_eq!(offered(&format!("# A heading of some words\n\n{items}")), []);
        assert_eq!(
            sentences("I saw Dr. Wren, e.g. on Monday. It was “fine.” Then 3.5 left"),
            ["I saw Dr. Wren, e.g. on Monday.", "It was “fine.”", "Then 3.5 left"]
        );
    }

    #[test]
    fn a_long_word_is_offered_a_shorter_one_once() {
        let found = offered("We Utilised a methodology in order to talk. We utilised it again, prior to lunch.");
        let found: Vec<(&str, &str)> = found.iter().map(|(quote, offer)| (quote.as_str(), offer.as_str())).collect();
        assert_eq!(
            found,
            [
                ("Utilised", "You could say “used”."),
                ("methodology", "You could say “method”."),
                ("in order to", "You could say “to”."),
                ("prior to", "You could say “before”."),
            ]
        );
    }

    #[test]
    fn what_stands_in_the_passive_and_whatever_is_short_is_left_alone() {
        assert_eq!(offered("The rota was written by us. It was read, and then it was used. Nobody was asked."), []);
        for odd in ["", "...", "?!", "日本語。", "e\u{301} İstanbul in order", "“”", "a. b. c."] {
            assert_eq!(offered(odd), [], "{odd}");
        }
    }

    #[test]
    fn links_and_signs_are_no_words() {
        let text = format!("See [our site](https://example.org/{}) *now*.", "a-long-way/".repeat(30));
        assert_eq!(offered(&text), []);
    }
}

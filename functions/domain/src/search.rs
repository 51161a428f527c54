//! Searching: case, accents and the spellings of co-production make no difference.

use unicode_normalization::UnicodeNormalization;

/// Folds text for comparison: lower case, no accents, punctuation as spaces, every spelling of *co-production* as one word
/// (design §5: coproduction, co production, copro, co-pro).
pub fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)) {
        if c == '\'' || c == '\u{2019}' {
            continue;
        }
        if c.is_alphanumeric() {
            plain.extend(c.to_lowercase());
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    let mut out: Vec<String> = Vec::new();
    for word in plain.split_whitespace() {
        let joined = match out.last().map(String::as_str) {
            Some("co") if word.starts_with("pro") => Some(format!("co{word}")),
            _ => None,
        };
        let word = match joined {
            Some(joined) => {
                out.pop();
                joined
            }
            None => word.to_owned(),
        };
        out.push(match word.as_str() {
            "copro" | "copros" | "coproduction" | "coproductions" => "coproduction".into(),
            _ => word,
        });
    }
    out.join(" ")
}

/// Whether every word of `query` begins a word of `folded` (which [`fold`] made).
pub fn matches(folded: &str, query: &str) -> bool {
    fold(query).split(' ').filter(|q| !q.is_empty()).all(|q| folded.split(' ').any(|word| word.starts_with(q)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_co_production_finds_every_other() {
        for written in ["co-production", "coproduction", "Co Production", "copro", "Co-pro"] {
            for asked in ["co-production", "coproduction", "co production", "copro", "co-pro"] {
                assert!(matches(&fold(&format!("A {written} day")), asked), "{written} / {asked}");
            }
        }
    }

    #[test]
    fn accents_and_case_make_no_difference() {
        assert!(matches(&fold("Tŷ Agored, Siân's café"), "TY cafe sians"));
        assert!(!matches(&fold("Tŷ Agored"), "closed"));
    }
}

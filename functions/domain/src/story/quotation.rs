//! Somebody's words in a story, set apart: what they are, whose they are, and what consent they rest on.

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::text::{line, passage};

choices! {
    /// How whoever said it is named.
    Attribution {
        Named = "named", "By their full name";
        FirstName = "first-name", "By their first name only";
        Role = "role", "By what they do or are";
        Nobody = "nobody", "Not at all";
    }
}

choices! {
    /// Why these words may stand here.
    Basis {
        Agreed = "agreed", "They agreed to these words standing here, named like this";
        Public = "public", "They said or wrote them in public";
        Mine = "mine", "They are my own words";
    }
}

/// One quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// 1–600 characters, without quotation marks of our own.
    pub words: String,
    /// How whoever said it is named.
    pub attribution: Attribution,
    /// The name or role; empty for nobody.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// Why it may stand here.
    pub basis: Basis,
}

/// The fields of each quote: words, attribution, name or role, basis.
pub const QUOTE_FIELDS: [[&str; 4]; 3] = [
    ["quote_1", "quote_1_as", "quote_1_who", "quote_1_basis"],
    ["quote_2", "quote_2_as", "quote_2_who", "quote_2_basis"],
    ["quote_3", "quote_3_as", "quote_3_who", "quote_3_basis"],
];

impl Quotation {
    /// Reads every quote that has words.
    pub fn parse_all(answers: &Answers, errors: &mut Errors) -> Vec<Self> {
        QUOTE_FIELDS.iter().filter(|[words, ..]| answers.has(words)).filter_map(|fields| Self::parse(answers, fields, errors)).collect()
    }

    fn parse(answers: &Answers, [words, attribution, who, basis]: &[&str; 4], errors: &mut Errors) -> Option<Self> {
        let said = errors.keep(words, passage(answers.get(words), 600, "", "A quote"));
        let named = errors.keep(attribution, Attribution::parse(answers.get(attribution), "Choose how the person you quote is named"));
        let who = match named {
            None | Some(Attribution::Nobody) => Some(String::new()),
            Some(Attribution::Role) => errors.keep(who, line(answers.get(who), 60, "Enter what the person you quote does or is, like a nurse", "It")),
            Some(_) => errors.keep(who, line(answers.get(who), 60, "Enter the name of the person you quote", "Name")),
        };
        let basis = errors.keep(basis, Basis::parse(answers.get(basis), "Choose why these words may stand here"));
        Some(Self { words: said?, attribution: named?, who: who?, basis: basis? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> (Vec<Quotation>, Vec<String>) {
        let mut errors = Errors::default();
        let quotes = Quotation::parse_all(&pairs.iter().copied().collect(), &mut errors);
        (quotes, errors.0.into_iter().map(|error| error.field).collect())
    }

    #[test]
    fn a_quote_says_whose_it_is_and_what_it_rests_on() {
        let whole = [("quote_1", "We were\r\nasked."), ("quote_1_as", "role"), ("quote_1_who", "a nurse"), ("quote_1_basis", "agreed")];
        let (quotes, errors) = read(&whole);
        assert_eq!((quotes.len(), errors.len()), (1, 0));
        assert_eq!((quotes[0].words.as_str(), quotes[0].who.as_str(), quotes[0].basis), ("We were\nasked.", "a nurse", Basis::Agreed));
    }

    #[test]
    fn what_is_missing_is_asked_for_beside_its_field() {
        assert_eq!(read(&[("quote_2", "Asked.")]).1, ["quote_2_as", "quote_2_basis"]);
        assert_eq!(read(&[("quote_2", "Asked."), ("quote_2_as", "named"), ("quote_2_basis", "public")]).1, ["quote_2_who"]);
        assert_eq!(read(&[("quote_2", "Asked."), ("quote_2_as", "nobody"), ("quote_2_basis", "mine")]).1, [""; 0]);
    }

    #[test]
    fn without_words_there_is_no_quote() {
        assert_eq!(read(&[("quote_3", " "), ("quote_3_as", "named"), ("quote_3_basis", "mine")]), (Vec::new(), Vec::new()));
    }
}

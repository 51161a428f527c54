//! What people can read, watch or listen to: there already, or from a day on.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::link::SafeUrl;
use crate::text::line;
use crate::time::parse_date_line;

choices! {
    /// What kind of material it is.
    ResourceKind {
        Slides = "slides", "Slides";
        Report = "report", "Report";
        Recording = "recording", "Recording";
        Film = "film", "Film";
        Audio = "audio", "Audio";
        Paper = "paper", "Paper or handout";
        EasyRead = "easy-read", "Easy Read paper";
        Toolkit = "toolkit", "Toolkit";
        Other = "other", "Something else";
    }
}

/// One thing to read, watch or listen to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Its title, at most 100 characters.
    pub title: String,
    /// What it is.
    pub kind: ResourceKind,
    /// How long: "12 minutes", "8 pages".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<String>,
    /// Where it is; none while it is to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<SafeUrl>,
    /// The day on which it comes out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub launch: Option<Date>,
}

impl Resource {
    /// How many an event can have.
    pub const MOST: usize = 4;

    /// The names of the fields of one of them, from 1.
    pub fn fields(number: usize) -> [String; 5] {
        ["title", "kind", "length", "link", "launch"].map(|part| format!("resource{number}_{part}"))
    }

    /// Reads those that have any answer, in order.
    pub fn parse_all(answers: &Answers) -> Result<Vec<Self>, Errors> {
        let mut errors = Errors::default();
        let all = (1..=Self::MOST).filter(|n| Self::fields(*n).iter().any(|field| answers.has(field)));
        let all: Vec<Option<Self>> = all.map(|n| Self::parse(answers, n, &mut errors)).collect();
        errors.or(all.into_iter().collect())
    }

    fn parse(answers: &Answers, number: usize, errors: &mut Errors) -> Option<Self> {
        let [title, kind, length, link, launch] = Self::fields(number);
        let named = errors.keep(&title, line(answers.get(&title), 100, "Enter the title of it, or clear its other answers", "Title"));
        let kind = errors.keep(&kind, ResourceKind::parse(answers.get(&kind), "Choose what it is"));
        let length = errors.keep_if_given(answers, &length, |t| line(t, 40, "Enter how long it is", "Length"));
        let at = errors.keep_if_given(answers, &link, SafeUrl::parse);
        let from = errors.keep_if_given(answers, &launch, |t| parse_date_line(t, "The day it comes out"));
        if !answers.has(&link) && !answers.has(&launch) {
            errors.add(link, "Enter its web address, or the day it comes out");
        }
        Some(Self { title: named?, kind: kind?, length, link: at, launch: from })
    }

    /// What it is and how long: "Recording, 12 minutes".
    pub fn words(&self) -> String {
        match &self.length {
            Some(length) => format!("{}, {length}", self.kind.words()),
            None => self.kind.words().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Result<Vec<Resource>, Errors> {
        Resource::parse_all(&pairs.iter().copied().collect())
    }

    #[test]
    fn what_is_to_come_needs_a_day_and_what_is_there_an_address() {
        let there = typed(&[("resource2_title", "The film"), ("resource2_kind", "film"), ("resource2_link", "example.org/film")]).unwrap();
        assert_eq!(there[0].link.as_ref().unwrap().as_str(), "https://example.org/film");
        let to_come = typed(&[("resource1_title", "The report"), ("resource1_kind", "report"), ("resource1_launch", "3 December 2026")]).unwrap();
        assert_eq!(to_come[0].launch, Some(jiff::civil::date(2026, 12, 3)));
        let errors = typed(&[("resource1_title", "The report"), ("resource1_kind", "report")]).unwrap_err();
        assert_eq!(errors.0[0].field, "resource1_link");
    }

    #[test]
    fn one_begun_is_one_to_finish_and_none_begun_is_none() {
        assert_eq!(typed(&[("resource1_title", "  ")]).unwrap(), []);
        let errors = typed(&[("resource3_link", "javascript:alert(1)")]).unwrap_err();
        let fields: Vec<&str> = errors.0.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["resource3_title", "resource3_kind", "resource3_link"]);
    }
}

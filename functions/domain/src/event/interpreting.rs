//! What a yes means where it can mean two things: an interpreter who is booked or comes on request, captions by a person or a program.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::access::{AccessAnswer, AccessFact, YesNo};
use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::time::{long_date, parse_date_line};

choices! {
    /// How a BSL interpreter comes.
    BslHow {
        Booked = "booked", "Booked: they come anyway";
        OnRequest = "on-request", "On request: somebody asks first";
    }
}

/// BSL and captions, more exactly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interpreting {
    /// How the interpreter comes; none is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bsl: Option<BslHow>,
    /// The last day to ask for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bsl_by: Option<Date>,
    /// Whether a program makes captions, with or without a person's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub automatic_captions: bool,
}

impl Interpreting {
    /// Its fields.
    pub const FIELDS: [&str; 3] = ["bsl_how", "bsl_by", "captions_automatic"];

    /// Reads `bsl_how`, `bsl_by`, `captions_automatic`. Where there is no interpreter, how one comes is passed over.
    pub fn parse(answers: &Answers) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let none = answers.get("access_bsl") == YesNo::No.value();
        let bsl = BslHow::from_value(answers.get("bsl_how")).filter(|_| !none);
        let bsl_by = match bsl {
            Some(BslHow::OnRequest) => errors.keep_if_given(answers, "bsl_by", |t| parse_date_line(t, "The last day to ask")),
            _ => None,
        };
        errors.or(Some(Self { bsl, bsl_by, automatic_captions: answers.ticked("captions_automatic") }))
    }

    /// Whether nothing of it was told.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// A fact's answer in words, with what is known more exactly, as it is on a day: a day to ask by passes.
    pub fn words(&self, answer: &AccessAnswer, today: Date) -> String {
        let plain = answer.answer.words();
        match (answer.fact, answer.answer, self.bsl) {
            (AccessFact::Bsl, YesNo::Yes, Some(BslHow::Booked)) => "Yes, booked".into(),
            (AccessFact::Bsl, YesNo::Yes, Some(BslHow::OnRequest)) => match self.bsl_by {
                Some(day) if day < today => format!("On request. The day to ask by was {}. Ask us: it may still be possible", long_date(day)),
                Some(day) => format!("Yes, if you ask by {}", long_date(day)),
                None => "Yes, if you ask".into(),
            },
            (AccessFact::Captions, YesNo::No, _) if self.automatic_captions => "No, automatic captions only".into(),
            (AccessFact::Captions, YesNo::Yes, _) if self.automatic_captions => "Yes, and automatic captions".into(),
            (AccessFact::Captions, YesNo::NotSure, _) if self.automatic_captions => "Automatic captions. A person: not sure, ask us".into(),
            _ => plain.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(fact: AccessFact, answer: YesNo, pairs: &[(&str, &str)]) -> String {
        words_on(18, fact, answer, pairs)
    }

    fn words_on(day: i8, fact: AccessFact, answer: YesNo, pairs: &[(&str, &str)]) -> String {
        let told = Interpreting::parse(&pairs.iter().copied().collect()).unwrap();
        told.words(&AccessAnswer { fact, answer, note: String::new() }, jiff::civil::date(2026, 11, day))
    }

    #[test]
    fn a_yes_says_which_yes() {
        let asked = [("access_bsl", "yes"), ("bsl_how", "on-request"), ("bsl_by", "18/11/2026")];
        assert_eq!(words(AccessFact::Bsl, YesNo::Yes, &asked), "Yes, if you ask by Wednesday 18 November 2026");
        assert_eq!(words(AccessFact::Bsl, YesNo::No, &[("access_bsl", "no"), ("bsl_how", "booked")]), "No");
        let past = "On request. The day to ask by was Wednesday 18 November 2026. Ask us: it may still be possible";
        assert_eq!(words_on(19, AccessFact::Bsl, YesNo::Yes, &asked), past, "the day after it");
        assert_eq!(words(AccessFact::Captions, YesNo::No, &[("captions_automatic", "yes")]), "No, automatic captions only");
    }
}

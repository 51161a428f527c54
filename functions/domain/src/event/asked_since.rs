//! What the form asks for that events of before were not asked: a host answers it, and a record that lacks it is still read.

use super::{BslHow, Enquiries, Interpreting};
use crate::access::YesNo;
use crate::answers::Answers;
use crate::field::Errors;

impl Interpreting {
    /// What is missing where an interpreter comes: how, and until when to ask for one who comes on request. What can be watched at
    /// any time has no such day.
    pub fn asked(answers: &Answers) -> Errors {
        let mut errors = Errors::default();
        if answers.get("access_bsl") != YesNo::Yes.value() {
            return errors;
        }
        match BslHow::from_value(answers.get("bsl_how")) {
            None => errors.add("bsl_how", "Choose whether the BSL interpreter is booked, or comes on request"),
            Some(BslHow::OnRequest) if !answers.has("bsl_by") && answers.get("timing") != "any-time" => {
                errors.add("bsl_by", "Enter the last day to ask for a BSL interpreter");
            }
            Some(_) => {}
        }
        errors
    }
}

/// Everything of it, over all pages of the form.
pub fn asked_since(answers: &Answers) -> Errors {
    let mut errors = Enquiries::asked(answers);
    errors.0.extend(Interpreting::asked(answers).0);
    errors
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(errors: Errors) -> Vec<String> {
        errors.0.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn a_yes_to_bsl_says_whether_they_are_booked_or_by_when_to_ask() {
        let asked = |pairs: &[(&str, &str)]| fields(asked_since(&pairs.iter().copied().collect()));
        assert_eq!(asked(&[("access_bsl", "yes")]), ["bsl_how"]);
        assert_eq!(asked(&[("access_bsl", "yes"), ("bsl_how", "on-request")]), ["bsl_by"]);
        for told in [
            vec![("access_bsl", "yes"), ("bsl_how", "booked")],
            vec![("access_bsl", "yes"), ("bsl_how", "on-request"), ("bsl_by", "18 11 2026")],
            vec![("access_bsl", "yes"), ("bsl_how", "on-request"), ("timing", "any-time")],
            vec![("access_bsl", "no")],
            vec![("access_bsl", "not-sure")],
        ] {
            assert!(asked(&told).is_empty(), "{told:?}");
        }
    }

    #[test]
    fn what_is_missing_of_it_keeps_no_older_record_from_being_read() {
        let answers: Answers = [("access_bsl", "yes"), ("bsl_how", "on-request")].into_iter().collect();
        assert!(!asked_since(&answers).is_empty());
        assert_eq!(Interpreting::parse(&answers).unwrap().bsl, Some(BslHow::OnRequest));
    }

    #[test]
    fn whoever_answers_visitors_has_a_number_or_is_asked_through_the_coordinators() {
        let asked = |pairs: &[(&str, &str)]| fields(asked_since(&pairs.iter().copied().collect()));
        assert_eq!(asked(&[("enquiries", "Reception")]), ["enquiries_phone"]);
        assert_eq!(asked(&[("enquiries", "Reception, 01632 960 001")]), ["enquiries_phone"], "a number has a field of its own");
        assert!(asked(&[("enquiries", "Reception"), ("enquiries_phone", "01632 960 001")]).is_empty());
        assert!(asked(&[("enquiries", "Reception"), ("enquiries_relay", "yes")]).is_empty());
        assert!(asked(&[]).is_empty(), "nobody has to be named");
    }
}

//! For how long a consent holds.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::time::parse_date;

choices! {
    /// For how long a story may be used.
    HowLong {
        UntilTakenBack = "until-taken-back", "Until I take it back";
        OneYear = "one-year", "For a year";
        TwoYears = "two-years", "For two years";
        FiveYears = "five-years", "For five years";
        Date = "date", "Until a date that I choose";
    }
}

/// The last day. Years end with the month before, so that the end, which is public, does not tell the day on which a story was sent, and
/// never comes later than was agreed.
pub(super) fn parse(answers: &Answers, today: Date, errors: &mut Errors) -> Option<Date> {
    let years = |n: i16| Some(today.saturating_add(n.years()).first_of_month().saturating_sub(1.day()));
    if !answers.has("consent_until") {
        return None;
    }
    match errors.keep("consent_until", HowLong::parse(answers.get("consent_until"), "Choose for how long"))? {
        HowLong::UntilTakenBack => None,
        HowLong::OneYear => years(1),
        HowLong::TwoYears => years(2),
        HowLong::FiveYears => years(5),
        HowLong::Date => match parse_date(answers, "The last day") {
            Ok(date) if date > today => Some(date),
            Ok(_) => {
                errors.add("day", "The last day must be in the future");
                None
            }
            Err((field, sentence)) => {
                errors.add(field, sentence);
                None
            }
        },
    }
}

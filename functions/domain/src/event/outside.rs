//! An event on a day outside its week: allowed with a reason, which stands on its page.

use jiff::civil::Date;

use super::{Session, When};
use crate::answers::Answers;
use crate::field::Errors;
use crate::text::line;
use crate::week::Week;

/// How many days from its week a day can be: further off it is a slip of the pen, or another year's.
const FAR: i32 = 366;

impl Week {
    /// Whether a day is none of its own. Of a week whose days aren't known, no day is.
    pub fn is_outside(&self, day: Date) -> bool {
        matches!((self.first, self.last), (Some(first), Some(last)) if !(first..=last).contains(&day))
    }
}

/// Notes what is wrong with days outside the week, each with the number of its session: that one is far off, or that no reason is
/// given in `outside_reason`.
pub(super) fn check(answers: &Answers, week: &Week, days: &[(usize, Date)], errors: &mut Errors) {
    let outside: Vec<_> = days.iter().filter(|(_, day)| week.is_outside(*day)).collect();
    let dates = week.dates_in_words();
    let far = |day: Date| week.first.is_some_and(|first| (day - first).get_days().abs() > FAR);
    match outside.iter().find(|(_, day)| far(*day)) {
        Some((number, _)) => {
            let field = if *number == 1 { "day".to_owned() } else { Session::fields(*number)[0].clone() };
            errors.add(field, format!("The date must be in the week or near it: {dates}"));
        }
        None if outside.is_empty() => {}
        None => drop(errors.keep("outside_reason", reason(answers, &dates))),
    }
}

/// The reason, where a day of an event is outside its week.
pub(super) fn of(answers: &Answers, week: &Week, when: &When) -> Option<String> {
    let outside = when.sessions().iter().any(|session| week.is_outside(session.day()));
    outside.then(|| reason(answers, "").ok()).flatten()
}

fn reason(answers: &Answers, dates: &str) -> Result<String, String> {
    let missing = format!("Your day is outside the week, {dates}. Say why, or choose a day in the week");
    line(answers.get("outside_reason"), 150, &missing, "Why it is outside the week")
}

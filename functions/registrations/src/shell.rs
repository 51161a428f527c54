//! The frame of this function's pages: all private, none found by search engines.

use domain::week::WeekId;
use frontend::shell::{Shell, WeekLinks};

/// A page about an event of a week; `error` where a form came back.
pub(crate) fn of_week(week: WeekId, title: impl Into<String>, error: bool) -> Shell {
    let path = week.path();
    let links = WeekLinks { calendar: format!("{path}/calendar"), stories: format!("{path}/stories"), questions: format!("{path}#questions") };
    Shell { title: title.into(), week: Some(links), demonstration: week.is_demonstration(), noindex: true, error, ..Shell::default() }
}

/// A page of no week.
pub(crate) fn plain(title: impl Into<String>, error: bool) -> Shell {
    Shell { title: title.into(), noindex: true, error, ..Shell::default() }
}

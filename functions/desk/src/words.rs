//! Words that several pages of the desk use, and what the store's refusals become.

use domain::text::counted;
use domain::week::WeekId;
use jiff::{SignedDuration, Timestamp};
use store::events::EventError;
use store::staff::StaffError;
use store::stories::StoryError;
use store::weeks::WeekError;
use web::Problem;

/// How long something waits: "5 minutes", "3 hours", "2 days". `whole_days`: only the day is known, as for stories.
pub(crate) fn age(since: Timestamp, now: Timestamp, whole_days: bool) -> String {
    let waited = now.duration_since(since).max(SignedDuration::ZERO);
    let number = |n: i64, one: &str, many: &str| counted(n.unsigned_abs(), one, many);
    match (waited.as_mins(), waited.as_hours()) {
        (_, hours) if whole_days && hours < 24 => "Since today".into(),
        (0, _) => "Just now".into(),
        (minutes, 0) => number(minutes, "minute", "minutes"),
        (_, hours) if hours < 48 && !whole_days => number(hours, "hour", "hours"),
        (_, hours) => number(hours / 24, "day", "days"),
    }
}

/// "Scotland 2026".
pub(crate) fn week(id: WeekId) -> String {
    format!("{} {}", id.nation.words(), id.year)
}

/// What a refusal about accounts becomes, where the page has no words of its own for it.
pub(crate) fn problem(error: StaffError) -> Problem {
    match error {
        StaffError::Store(error) => error.into(),
        StaffError::FormUsed => Problem::FormUsed,
        StaffError::NotThere => Problem::NotFound,
        StaffError::Changed | StaffError::CodeUsed | StaffError::EmailTaken | StaffError::LastAdministrator => Problem::Changed,
        StaffError::LinkOver | StaffError::CodeNeeded | StaffError::WrongCode { .. } | StaffError::SessionOver => Problem::NotAllowed,
    }
}

/// What a refusal about an event becomes.
pub(crate) fn event_problem(error: EventError) -> Problem {
    match error {
        EventError::Store(error) => error.into(),
        EventError::FormUsed => Problem::FormUsed,
        EventError::Changed | EventError::NotNow(_) => Problem::Changed,
    }
}

/// What a refusal about a story becomes.
pub(crate) fn story_problem(error: StoryError) -> Problem {
    match error {
        StoryError::Store(error) => error.into(),
        StoryError::FormUsed => Problem::FormUsed,
        StoryError::Changed | StoryError::NotNow(_) | StoryError::AddressTaken => Problem::Changed,
    }
}

/// What a refusal about a week becomes.
pub(crate) fn week_problem(error: WeekError) -> Problem {
    match error {
        WeekError::Store(error) => error.into(),
        WeekError::FormUsed => Problem::FormUsed,
        WeekError::Taken => Problem::Changed,
        WeekError::NotThere => Problem::NotFound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_read_as_people_say_them() {
        let now: Timestamp = "2026-11-20T12:00:00Z".parse().unwrap();
        let table = [("11:59:30", "Just now"), ("11:55:00", "5 minutes"), ("11:00:00", "1 hour"), ("02:00:00", "10 hours")];
        for (clock, words) in table {
            assert_eq!(age(format!("2026-11-20T{clock}Z").parse().unwrap(), now, false), words);
        }
        assert_eq!(age("2026-11-17T12:00:00Z".parse().unwrap(), now, false), "3 days");
        assert_eq!(age("2026-11-20T00:00:00Z".parse().unwrap(), now, true), "Since today");
        assert_eq!(age("2026-11-19T00:00:00Z".parse().unwrap(), now, true), "1 day");
    }
}

//! The sessions of an event that meets more than once: a course, a festival of three days. People book all of them together.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::when::exact;
use crate::answers::Answers;
use crate::field::Errors;
use crate::text::counted;
use crate::time::{clock_time, local, long_date, parse_date, parse_date_line, parse_time};

/// One meeting of an event, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Session {
    /// The start.
    pub start: Timestamp,
    /// The end, after the start.
    pub end: Timestamp,
}

impl Session {
    /// The most sessions that an event can have, the first among them.
    pub const MOST: usize = 6;

    /// The numbers of the sessions after the first.
    pub fn further() -> impl Iterator<Item = usize> {
        2..=Self::MOST
    }

    /// The names of a further session's fields: its day in one line, its start and its end.
    pub fn fields(number: usize) -> [String; 3] {
        ["day", "start", "end"].map(|part| format!("session{number}_{part}"))
    }

    /// The names of all fields of all further sessions, with those that tell two equal times apart.
    pub fn all_fields() -> impl Iterator<Item = String> {
        Self::further().flat_map(Self::fields).flat_map(|field| match field.ends_with("_day") {
            true => vec![field],
            false => vec![format!("{field}_which"), field],
        })
    }

    /// The day on British clocks.
    pub fn day(&self) -> Date {
        local(self.start).date()
    }

    /// The number under which it stands in the form, by when it begins; none where it isn't there.
    pub(super) fn number_in(&self, answers: &Answers) -> Option<usize> {
        (1..=Self::MOST).find(|number| typed_start(answers, *number) == Some(local(self.start).datetime()))
    }

    /// `10:00 to 12:00`.
    pub fn hours(&self) -> String {
        format!("{} to {}", clock_time(self.start), clock_time(self.end))
    }

    /// `Wednesday 25 November 2026, 10:00 to 12:00`.
    pub fn words(&self) -> String {
        format!("{}, {}", long_date(self.day()), self.hours())
    }
}

/// When the session typed under a number begins, on British clocks.
fn typed_start(answers: &Answers, number: usize) -> Option<DateTime> {
    let [day, start, _] = Session::fields(number);
    let (date, time) = match number {
        1 => (parse_date(answers, "The date").ok()?, answers.get("start")),
        _ => (parse_date_line(answers.get(&day), "The day").ok()?, answers.get(&start)),
    };
    Some(date.to_datetime(parse_time(time, "Enter a time").ok()?))
}

/// `2 more sessions`.
pub fn more_sessions(further: usize) -> String {
    counted(further as u64, "more session", "more sessions")
}

/// A session as it was read, with the number under which it stands in the form.
pub(super) type Numbered = (usize, Session);

/// Reads the further sessions: those of which anything was typed.
pub(super) fn parse(answers: &Answers, errors: &mut Errors) -> Vec<Numbered> {
    let begun = Session::further().filter(|n| Session::fields(*n).iter().any(|field| answers.has(field)));
    begun.filter_map(|n| one(answers, n, errors).map(|session| (n, session))).collect()
}

fn one(answers: &Answers, number: usize, errors: &mut Errors) -> Option<Session> {
    let [day, start, end] = Session::fields(number);
    let date = match answers.has(&day) {
        true => errors.keep(&day, parse_date_line(answers.get(&day), "The day of this session")),
        false => errors.keep(&day, Err("Enter the day of this session, or clear its times".into())),
    };
    let from = errors.keep(&start, parse_time(answers.get(&start), "Enter the time this session starts"));
    let to = errors.keep(&end, parse_time(answers.get(&end), "Enter the time this session ends"));
    let date = date?;
    let from = exact(answers, &start, date, from?, errors);
    let to = exact(answers, &end, date, to?, errors);
    let session = Session { start: from?, end: to? };
    match session.start < session.end {
        true => Some(session),
        false => {
            errors.add(end, "The end must be after the start");
            None
        }
    }
}

/// Puts sessions in order of time; notes those that begin before another has ended, at the one that was typed further down.
pub(super) fn in_order(mut all: Vec<Numbered>, errors: &mut Errors) -> Vec<Session> {
    all.sort_by_key(|(_, session)| *session);
    for pair in all.windows(2) {
        let [(a, before), (b, after)] = pair else { continue };
        if after.start < before.end {
            let (earlier, later) = (a.min(b), a.max(b));
            errors.add(
                format!("session{later}_start"),
                format!("Session {later} is at the same time as session {earlier}. Choose times that don’t overlap"),
            );
        }
    }
    all.into_iter().map(|(_, session)| session).collect()
}

#[cfg(test)]
mod tests {
    use super::super::When;
    use super::*;
    use crate::week::{Week, WeekId};

    fn week() -> Week {
        Week {
            first: Some(jiff::civil::date(2026, 11, 23)),
            last: Some(jiff::civil::date(2026, 11, 29)),
            ..Week::unknown(WeekId::parse("scotland/2026").unwrap())
        }
    }

    fn read(more: &[(&str, &str)]) -> Result<When, Errors> {
        let first = [("timing", "timed"), ("day", "24"), ("month", "11"), ("year", "2026"), ("start", "10:00"), ("end", "12:00")];
        let answers = first.iter().chain(more).copied().collect();
        When::parse(&answers, &week(), jiff::civil::date(2026, 11, 1), false)
    }

    fn second(day: &'static str, start: &'static str, end: &'static str) -> [(&'static str, &'static str); 3] {
        [("session2_day", day), ("session2_start", start), ("session2_end", end)]
    }

    #[test]
    fn it_begins_with_the_first_session_and_ends_with_the_last() {
        let when = read(&second("26 11 2026", "14:00", "15:30")).unwrap();
        assert_eq!(
            (when.start().unwrap().to_string().as_str(), when.end().unwrap().to_string().as_str()),
            ("2026-11-24T10:00:00Z", "2026-11-26T15:30:00Z")
        );
        assert_eq!(when.short_words(), "Tuesday 24 November, 10:00 and 1 more session");
        assert_eq!(when.words(), "Tuesday 24 November 2026, 10:00 to 12:00; Thursday 26 November 2026, 14:00 to 15:30, UK time");
        let end_to_end = read(&second("24 11 2026", "12:00", "13:00")).unwrap();
        assert_eq!(end_to_end.sessions().len(), 2, "one may begin when another ends");
    }

    #[test]
    fn what_is_wrong_stands_at_the_session_that_it_is_wrong_with() {
        for (more, field) in [
            (second("24 11 2026", "11:59", "13:00"), "session2_start"),
            (second("26 11 2026", "15:00", "14:00"), "session2_end"),
            (second("26 11", "14:00", "15:00"), "session2_day"),
            (second("", "14:00", "15:00"), "session2_day"),
            (second("26 11 2062", "14:00", "15:00"), "session2_day"),
            (second("2 12 2026", "14:00", "15:00"), "outside_reason"),
        ] {
            let errors = read(&more).unwrap_err();
            assert_eq!(errors.0.iter().map(|e| e.field.as_str()).collect::<Vec<_>>(), [field], "{more:?}");
        }
    }

    #[test]
    fn a_session_is_found_in_the_form_by_the_number_it_was_typed_under() {
        let first = [("day", "24"), ("month", "November"), ("year", "2026"), ("start", "10am"), ("end", "12:00")];
        let answers: Answers = first.iter().chain(&second("23/11/2026", "2.30pm", "15:30")).copied().collect();
        let at = |start: &str| Session { start: start.parse().unwrap(), end: "2026-11-24T12:00:00Z".parse().unwrap() };
        let found = ["2026-11-24T10:00:00Z", "2026-11-23T14:30:00Z", "2026-11-23T15:30:00Z"].map(|start| at(start).number_in(&answers));
        assert_eq!(found, [Some(1), Some(2), None]);
    }

    #[test]
    fn a_record_of_before_there_were_sessions_has_one() {
        let old = r#"{"timing":"timed","start":"2026-11-24T10:00:00Z","end":"2026-11-24T12:00:00Z","zone":"Europe/London"}"#;
        let when: When = serde_json::from_str(old).unwrap();
        assert_eq!(when.sessions().len(), 1);
        assert_eq!(serde_json::to_string(&when).unwrap(), old, "and is written as before");
    }
}

//! The sessions of an event that meets more than once: a course, a festival of three days. People book all of them together.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::when::exact;
use crate::answers::Answers;
use crate::field::Errors;
use crate::text::counted;
use crate::time::{clock_time, local, long_date, parse_date_line, parse_time};

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

    /// `10:00 to 12:00`.
    pub fn hours(&self) -> String {
        format!("{} to {}", clock_time(self.start), clock_time(self.end))
    }

    /// `Wednesday 25 November 2026, 10:00 to 12:00`.
    pub fn words(&self) -> String {
        format!("{}, {}", long_date(self.day()), self.hours())
    }
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

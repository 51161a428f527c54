//! When an event happens.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize};

use super::outside;
use super::sessions::{self, Session, more_sessions};
use crate::answers::Answers;
use crate::field::Errors;
use crate::time::{Which, ZONE, clock_time, comes_twice, day_and_month, local, moment_of, parse_date, parse_time};
use crate::week::Week;

/// How long before its start an event is near. People are then reminded, and told how to join online: earlier that would be
/// forwarded, and lost in the box.
pub const NEAR: SignedDuration = SignedDuration::from_hours(48);

/// Times on one or more days, or any time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "timing", rename_all = "kebab-case")]
pub enum When {
    /// From one moment to a later one, in UTC, with the zone in which it was meant; and again where it has several sessions.
    Timed {
        /// The start of the first session.
        start: Timestamp,
        /// The end of the first session, after its start.
        end: Timestamp,
        /// The IANA name of the zone.
        zone: String,
        /// The sessions after the first, in order; none begins before the one before it has ended.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        further: Vec<Session>,
    },
    /// On demand: there during the whole week and after.
    AnyTime,
}

/// The moment of a time of day. In the night in which the clocks go back, some times come twice: then the form asks which.
pub(super) fn exact(answers: &Answers, field: &str, date: Date, time: Time, errors: &mut Errors) -> Option<Timestamp> {
    let which = match comes_twice(date, time) {
        true => {
            let field = format!("{field}_which");
            errors.keep(&field, Which::parse(answers.get(&field), "The clocks go back that night, and this time comes twice. Choose which one"))?
        }
        false => Which::First,
    };
    errors.keep(field, moment_of(date, time, which))
}

impl When {
    /// Reads `timing`, `day`, `month`, `year`, `start`, `end`; `start_which` and `end_which` where a time comes twice; `session2_day`,
    /// `session2_start`, `session2_end` and so on where it has more sessions; `outside_reason` where a day is not in the week.
    /// Days gone by are for coordinators who enter an event on behalf of somebody: `past_allowed`.
    pub fn parse(answers: &Answers, week: &Week, today: Date, past_allowed: bool) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        match answers.get("timing") {
            "any-time" => return Ok(Self::AnyTime),
            "timed" => {}
            _ => {
                errors.add("timing", "Choose whether your event has a set time");
                return Err(errors);
            }
        }
        let date = match parse_date(answers, "The date your event starts") {
            Ok(date) => Some(date),
            Err((field, sentence)) => {
                errors.add(field, sentence);
                None
            }
        };
        let start = errors.keep("start", parse_time(answers.get("start"), "Enter the time your event starts"));
        let end = errors.keep("end", parse_time(answers.get("end"), "Enter the time your event ends"));
        let further = sessions::parse(answers, &mut errors);
        let (Some(date), Some(start), Some(end)) = (date, start, end) else { return Err(errors) };
        let days: Vec<(usize, Date)> = [(1, date)].into_iter().chain(further.iter().map(|(n, session)| (*n, session.day()))).collect();
        outside::check(answers, week, &days, &mut errors);
        if days.iter().all(|(_, day)| *day < today) && !past_allowed {
            errors.add("day", "The date must be today or later");
        }
        let start = exact(answers, "start", date, start, &mut errors);
        let end = exact(answers, "end", date, end, &mut errors);
        if start.zip(end).is_some_and(|(start, end)| end <= start) {
            errors.add("end", "The end must be after the start");
        }
        let Some((start, end)) = start.zip(end) else { return Err(errors) };
        let all = [(1, Session { start, end })].into_iter().chain(further).collect();
        let when = Self::of(&sessions::in_order(all, &mut errors));
        errors.or(when)
    }

    /// Of sessions in order of time; none where there is none.
    fn of(sessions: &[Session]) -> Option<Self> {
        let (first, further) = sessions.split_first()?;
        Some(Self::Timed { start: first.start, end: first.end, zone: ZONE.into(), further: further.to_vec() })
    }

    /// Its sessions in order of time: one, or several; none for what has no time.
    pub fn sessions(&self) -> Vec<Session> {
        match self {
            Self::Timed { start, end, further, .. } => [Session { start: *start, end: *end }].into_iter().chain(further.iter().copied()).collect(),
            Self::AnyTime => Vec::new(),
        }
    }

    /// The start of its first session, where there is one.
    pub fn start(&self) -> Option<Timestamp> {
        match self {
            Self::Timed { start, .. } => Some(*start),
            Self::AnyTime => None,
        }
    }

    /// The end of its last session, where there is one: until then it is not over.
    pub fn end(&self) -> Option<Timestamp> {
        self.sessions().last().map(|session| session.end)
    }

    /// Whether it starts within [`NEAR`], or has started. What has no set time is always near.
    pub fn is_near(&self, now: Timestamp) -> bool {
        self.start().is_none_or(|start| start <= now + NEAR)
    }

    /// The day of its first session, on British clocks.
    pub fn day(&self) -> Option<Date> {
        self.start().map(|start| local(start).date())
    }

    /// `Wednesday 25 November 2026, 10:00 to 12:00, UK time`, each session after the other, or `Any time`.
    pub fn words(&self) -> String {
        match &self.sessions()[..] {
            [] => "Any time, on demand".into(),
            all => format!("{}, UK time", all.iter().map(Session::words).collect::<Vec<_>>().join("; ")),
        }
    }

    /// `Wednesday 25 November, 10:00`, for lists and mails' subjects; of several sessions the first, and how many more there are.
    pub fn short_words(&self) -> String {
        match &self.sessions()[..] {
            [] => "Any time".into(),
            [first, further @ ..] => {
                let more = if further.is_empty() { String::new() } else { format!(" and {}", more_sessions(further.len())) };
                format!("{}, {}{more}", day_and_month(first.day()), clock_time(first.start))
            }
        }
    }
}

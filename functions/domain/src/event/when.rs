//! When an event happens.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize};

use super::outside;
use crate::answers::Answers;
use crate::field::Errors;
use crate::time::{Which, ZONE, clock_time, comes_twice, day_and_month, local, long_date, moment_of, parse_date, parse_time};
use crate::week::Week;

/// How long before its start an event is near. People are then reminded, and told how to join online: earlier that would be
/// forwarded, and lost in the box.
pub const NEAR: SignedDuration = SignedDuration::from_hours(48);

/// A time on a day, or any time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "timing", rename_all = "kebab-case")]
pub enum When {
    /// From one moment to a later one, in UTC, with the zone in which it was meant.
    Timed {
        /// The start.
        start: Timestamp,
        /// The end, after the start.
        end: Timestamp,
        /// The IANA name of the zone.
        zone: String,
    },
    /// On demand: there during the whole week and after.
    AnyTime,
}

/// The moment of a time of day. In the night in which the clocks go back, some times come twice: then the form asks which.
fn exact(answers: &Answers, field: &str, date: Date, time: Time, errors: &mut Errors) -> Option<Timestamp> {
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
    /// Reads `timing`, `day`, `month`, `year`, `start`, `end`; `start_which` and `end_which` where a time comes twice; `outside_reason`
    /// where the day is not in the week.
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
        let (Some(date), Some(start), Some(end)) = (date, start, end) else { return Err(errors) };
        outside::check(answers, week, date, &mut errors);
        if date < today && !past_allowed {
            errors.add("day", "The date must be today or later");
        }
        let start = exact(answers, "start", date, start, &mut errors);
        let end = exact(answers, "end", date, end, &mut errors);
        if start.zip(end).is_some_and(|(start, end)| end <= start) {
            errors.add("end", "The end must be after the start");
        }
        let when = start.zip(end).map(|(start, end)| Self::Timed { start, end, zone: ZONE.into() });
        errors.or(when)
    }

    /// The start, where there is one.
    pub fn start(&self) -> Option<Timestamp> {
        match self {
            Self::Timed { start, .. } => Some(*start),
            Self::AnyTime => None,
        }
    }

    /// The end, where there is one.
    pub fn end(&self) -> Option<Timestamp> {
        match self {
            Self::Timed { end, .. } => Some(*end),
            Self::AnyTime => None,
        }
    }

    /// Whether it starts within [`NEAR`], or has started. What has no set time is always near.
    pub fn is_near(&self, now: Timestamp) -> bool {
        self.start().is_none_or(|start| start <= now + NEAR)
    }

    /// The day on British clocks.
    pub fn day(&self) -> Option<Date> {
        self.start().map(|start| local(start).date())
    }

    /// `Wednesday 25 November 2026, 10:00 to 12:00, UK time`, or `Any time`.
    pub fn words(&self) -> String {
        match self {
            Self::Timed { start, end, .. } => {
                format!("{}, {} to {}, UK time", long_date(local(*start).date()), clock_time(*start), clock_time(*end))
            }
            Self::AnyTime => "Any time, on demand".into(),
        }
    }

    /// `Wednesday 25 November, 10:00`, for lists and mails' subjects.
    pub fn short_words(&self) -> String {
        match self {
            Self::Timed { start, .. } => format!("{}, {}", day_and_month(local(*start).date()), clock_time(*start)),
            Self::AnyTime => "Any time".into(),
        }
    }
}

//! Dates and times: read as people write them, kept in UTC with a zone, shown in words (design, decision 8).

mod twice;

use jiff::{
    Timestamp, Zoned,
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};

use crate::answers::Answers;
use crate::text::one_line;

pub use twice::{Which, comes_twice, moment_of};

/// The zone in which weeks of the United Kingdom happen.
pub const ZONE: &str = "Europe/London";

/// Its data, which is part of the program.
static DATA: TimeZone = jiff::tz::get!("Europe/London");

/// Tells the time. Injected, so that tests choose the day.
pub trait Clock: Send + Sync + 'static {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine for the time")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The time zone of the weeks.
pub fn zone() -> TimeZone {
    DATA.clone()
}

/// A moment on the clocks of the United Kingdom.
pub fn local(at: Timestamp) -> Zoned {
    at.to_zoned(zone())
}

/// The day it is in the United Kingdom.
pub fn today(now: Timestamp) -> Date {
    local(now).date()
}

/// A date and time on British clocks as a moment; an hour that the clocks jump over is refused, of one that they
/// repeat the first is taken.
pub fn moment(date: Date, time: Time) -> Result<Timestamp, String> {
    let ambiguous = zone().to_ambiguous_timestamp(DateTime::from_parts(date, time));
    if matches!(ambiguous.offset(), jiff::tz::AmbiguousOffset::Gap { .. }) {
        return Err("The clocks go forward at that time. Enter a time before 1am or from 2am".into());
    }
    ambiguous.compatible().map_err(|_| "Enter a time like 10:00 or 2.30pm".into())
}

const MONTHS: [&str; 12] = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// Reads a date from its three fields `day`, `month`, `year` (after the GOV.UK date pattern, quality-bar A-26).
/// `what` begins the sentences, e.g. "The date". Errors name the field to go to.
pub fn parse_date(answers: &Answers, what: &str) -> Result<Date, (&'static str, String)> {
    let (d, m, y) = (one_line(answers.get("day")), one_line(answers.get("month")), one_line(answers.get("year")));
    let missing: Vec<&str> = [("day", &d), ("month", &m), ("year", &y)].iter().filter(|(_, v)| v.is_empty()).map(|(n, _)| *n).collect();
    match missing[..] {
        [] => {}
        [_, _, _] => return Err(("day", format!("Enter {}{}", what[..1].to_lowercase(), &what[1..]))),
        [only] => return Err((field(only), format!("{what} must include a {only}"))),
        [first, ..] => return Err((field(first), format!("{what} must include a {}", missing.join(" and a ")))),
    }
    let month = match m.parse::<i8>() {
        Ok(n) if (1..=12).contains(&n) => n,
        Ok(_) => return Err(("month", "Month must be between 1 and 12".into())),
        Err(_) => {
            let m = m.to_lowercase();
            let named = MONTHS.iter().position(|name| m.len() >= 3 && name.starts_with(m.trim_end_matches('.')));
            named.map(|i| i as i8 + 1).ok_or(("month", "Month must be a number or a name, like 11 or November".to_owned()))?
        }
    };
    let year = match y.parse::<i16>() {
        Ok(n) if y.len() == 4 && (1990..=2100).contains(&n) => n,
        _ => return Err(("year", "Year must have 4 numbers, like 2026".into())),
    };
    let day = d.parse::<i8>().ok().filter(|n| (1..=31).contains(n)).ok_or(("day", "Day must be between 1 and 31".to_owned()))?;
    Date::new(year, month, day).map_err(|_| ("day", format!("{what} must be a real date. That month has fewer days")))
}

/// Reads a date from one field: day, month and year with spaces, slashes, dots or dashes between. `what` begins the sentences.
pub fn parse_date_line(typed: &str, what: &str) -> Result<Date, String> {
    let parts: Vec<&str> = typed.split(|c: char| c.is_whitespace() || "/.-,".contains(c)).filter(|p| !p.is_empty()).collect();
    let [day, month, year] = parts[..] else { return Err(format!("{what} must have a day, a month and a year, like 23 11 2026")) };
    let answers: Answers = [("day", day), ("month", month), ("year", year)].into_iter().collect();
    parse_date(&answers, what).map_err(|(_, sentence)| sentence)
}

fn field(name: &str) -> &'static str {
    match name {
        "month" => "month",
        "year" => "year",
        _ => "day",
    }
}

/// Reads a time of day: `10:00`, `10.00`, `1000`, `10am`, `2.30 pm`, `noon`, `midnight`.
pub fn parse_time(typed: &str, missing: &str) -> Result<Time, String> {
    let text: String = one_line(typed).to_lowercase().split_whitespace().collect();
    if text.is_empty() {
        return Err(missing.to_owned());
    }
    let wrong = || "Enter a time like 10:00 or 2.30pm".to_owned();
    if !text.is_ascii() {
        return Err(wrong());
    }
    match text.as_str() {
        "noon" | "midday" | "12noon" => return Time::new(12, 0, 0, 0).map_err(|_| wrong()),
        "midnight" => return Time::new(0, 0, 0, 0).map_err(|_| wrong()),
        _ => {}
    }
    let dotless = text.replace("a.m.", "am").replace("p.m.", "pm");
    let (digits, half) = match dotless.strip_suffix("am") {
        Some(rest) => (rest.to_owned(), Some(0)),
        None => match dotless.strip_suffix("pm") {
            Some(rest) => (rest.to_owned(), Some(12)),
            None => (dotless, None),
        },
    };
    let (h, m) = match digits.split_once([':', '.']) {
        Some((h, m)) if m.len() == 2 => (h.to_owned(), m.to_owned()),
        Some(_) => return Err(wrong()),
        None if digits.len() == 4 => (digits[..2].to_owned(), digits[2..].to_owned()),
        None if half.is_some() => (digits, "00".into()),
        None => return Err(wrong()),
    };
    let number = |s: &str| (!s.is_empty() && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse::<i8>().ok()).flatten();
    let (mut h, m) = (number(&h).ok_or_else(wrong)?, number(&m).ok_or_else(wrong)?);
    if let Some(add) = half {
        if !(1..=12).contains(&h) {
            return Err(wrong());
        }
        h = h % 12 + add;
    }
    Time::new(h, m, 0, 0).map_err(|_| wrong())
}

/// `Wednesday 25 November 2026`.
pub fn long_date(date: Date) -> String {
    date.strftime("%A %-d %B %Y").to_string()
}

/// `Wednesday 25 November`.
pub fn day_and_month(date: Date) -> String {
    date.strftime("%A %-d %B").to_string()
}

/// `25 Nov`.
pub fn short_date(date: Date) -> String {
    date.strftime("%-d %b").to_string()
}

/// `November 2026`.
pub fn month_and_year(date: Date) -> String {
    date.strftime("%B %Y").to_string()
}

/// `10:00`, on British clocks; a time that comes twice says which it is.
pub fn clock_time(at: Timestamp) -> String {
    format!("{}{}", local(at).strftime("%H:%M"), twice::said(at))
}

/// `Wednesday 25 November 2026 at 10:00`, on British clocks.
pub fn date_and_time(at: Timestamp) -> String {
    local(at).strftime("%A %-d %B %Y at %H:%M").to_string()
}

/// From one day to another as people say it: `Monday 23 to Sunday 29 November 2026`, `30 June to 4 July 2025` with weekdays.
pub fn span(first: Date, last: Date) -> String {
    if first == last {
        return long_date(first);
    }
    let start = match (first.year() == last.year(), first.month() == last.month()) {
        (true, true) => first.strftime("%A %-d").to_string(),
        (true, false) => day_and_month(first),
        _ => long_date(first),
    };
    format!("{start} to {}", long_date(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(d: &str, m: &str, y: &str) -> Result<Date, (&'static str, String)> {
        parse_date(&Answers::from_iter([("day", d), ("month", m), ("year", y)]), "The date")
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let expected = jiff::civil::date(2026, 1, 5);
        for m in ["1", "01", "Jan", "january", " JANUARY "] {
            assert_eq!(date("05", m, "2026"), Ok(expected), "{m}");
        }
    }

    #[test]
    fn each_way_of_being_wrong_has_its_sentence_and_its_field() {
        assert_eq!(date("", "", "").unwrap_err(), ("day", "Enter the date".into()));
        assert_eq!(date("", "1", "2026").unwrap_err(), ("day", "The date must include a day".into()));
        assert_eq!(date("1", "", "2026").unwrap_err(), ("month", "The date must include a month".into()));
        assert_eq!(date("1", "", "").unwrap_err(), ("month", "The date must include a month and a year".into()));
        assert_eq!(date("1", "13", "2026").unwrap_err().0, "month");
        assert_eq!(date("1", "Smarch", "2026").unwrap_err().0, "month");
        assert_eq!(date("1", "1", "26").unwrap_err().0, "year");
        assert_eq!(date("32", "1", "2026").unwrap_err().0, "day");
        assert_eq!(date("29", "2", "2026").unwrap_err().1, "The date must be a real date. That month has fewer days");
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (typed, h, m) in [
            ("10:00", 10, 0),
            ("10.30", 10, 30),
            ("2.30pm", 14, 30),
            ("9 am", 9, 0),
            ("1400", 14, 0),
            ("12am", 0, 0),
            ("noon", 12, 0),
            ("2.30 p.m.", 14, 30),
        ] {
            assert_eq!(parse_time(typed, "").unwrap(), Time::new(h, m, 0, 0).unwrap(), "{typed}");
        }
        for wrong in ["24:00", "25", "ten", "13pm", "10:5", "-1:00", "１0:00", "10:000", "é000", "gꢡ"] {
            assert!(parse_time(wrong, "").is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_hour_that_does_not_exist_is_refused_and_the_one_that_comes_twice_is_taken_once() {
        assert!(moment(jiff::civil::date(2026, 3, 29), Time::new(1, 30, 0, 0).unwrap()).is_err());
        let autumn = moment(jiff::civil::date(2026, 10, 25), Time::new(1, 30, 0, 0).unwrap()).unwrap();
        assert_eq!(autumn.to_string(), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn spans_are_written_as_people_say_them() {
        let d = jiff::civil::date;
        assert_eq!(span(d(2026, 11, 23), d(2026, 11, 29)), "Monday 23 to Sunday 29 November 2026");
        assert_eq!(span(d(2025, 6, 30), d(2025, 7, 4)), "Monday 30 June to Friday 4 July 2025");
    }
}

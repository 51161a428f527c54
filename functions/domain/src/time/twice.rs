//! The night in which the clocks go back: an hour comes twice, and people say which one they mean.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, AmbiguousTimestamp};

use super::{local, moment, zone};
use crate::choices;

choices! {
    /// Which of two equal times.
    Which {
        First = "first", "The first time, before the clocks go back";
        Second = "second", "The second time, after the clocks have gone back";
    }
}

fn at(date: Date, time: Time) -> AmbiguousTimestamp {
    zone().to_ambiguous_timestamp(DateTime::from_parts(date, time))
}

/// Whether British clocks show this time twice on this day.
pub fn comes_twice(date: Date, time: Time) -> bool {
    matches!(at(date, time).offset(), AmbiguousOffset::Fold { .. })
}

/// As [`moment`]; of a time that comes twice, the one that is meant.
pub fn moment_of(date: Date, time: Time, which: Which) -> Result<Timestamp, String> {
    match which {
        Which::Second if comes_twice(date, time) => at(date, time).later().map_err(|_| "Enter a time like 10:00 or 2.30pm".into()),
        _ => moment(date, time),
    }
}

/// What is said behind a time that comes twice; nothing behind any other.
pub(super) fn said(at: Timestamp) -> &'static str {
    let there = local(at);
    match comes_twice(there.date(), there.time()) {
        false => "",
        true if moment(there.date(), there.time()) == Ok(at) => " (before the clocks go back)",
        true => " (after the clocks go back)",
    }
}

#[cfg(test)]
mod tests {
    use super::super::clock_time;
    use super::*;

    #[test]
    fn both_half_past_ones_of_the_autumn_night_are_told_apart() {
        let (night, half_past_one) = (jiff::civil::date(2026, 10, 25), jiff::civil::time(1, 30, 0, 0));
        assert!(comes_twice(night, half_past_one));
        let [first, second] = [Which::First, Which::Second].map(|which| moment_of(night, half_past_one, which).unwrap());
        assert_eq!((first.to_string().as_str(), second.to_string().as_str()), ("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"));
        assert_eq!(clock_time(first), "01:30 (before the clocks go back)");
        assert_eq!(clock_time(second), "01:30 (after the clocks go back)");
    }

    #[test]
    fn of_any_other_time_nothing_is_asked() {
        for (date, hour) in [((2026, 10, 25), 0), ((2026, 10, 25), 2), ((2026, 10, 24), 1), ((2026, 3, 29), 1)] {
            assert!(!comes_twice(jiff::civil::date(date.0, date.1, date.2), jiff::civil::time(hour, 30, 0, 0)), "{date:?} {hour}");
        }
        assert_eq!(clock_time("2026-11-25T10:00:00Z".parse().unwrap()), "10:00");
    }
}

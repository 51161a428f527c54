//! Moments cut to days, so that no record of a story tells the hour.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// The start of a day, in UTC.
pub(super) fn start(day: Date) -> Timestamp {
    day.to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |z| z.timestamp())
}

/// The start of the day of a moment, in UTC.
pub(super) fn start_of(now: Timestamp) -> Timestamp {
    start(day(now))
}

/// The start of the day after a moment, in UTC: what runs from here lasts no less than what runs from the moment.
pub(super) fn end_of(now: Timestamp) -> Timestamp {
    start(day(now).saturating_add(1.day()))
}

/// The start of the day after a day, in UTC.
pub(super) fn after(day: Date) -> Timestamp {
    start(day.saturating_add(1.day()))
}

/// The first day that begins at least 24 hours after a moment.
pub(super) fn after_notice(now: Timestamp) -> Date {
    day(now).saturating_add(2.days())
}

/// The first day of the month of a moment.
pub(super) fn month_of(now: Timestamp) -> Date {
    day(now).first_of_month()
}

fn day(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_hour_is_left() {
        let now: Timestamp = "2026-11-20T14:31:07Z".parse().unwrap();
        assert_eq!(start_of(now).to_string(), "2026-11-20T00:00:00Z");
        assert_eq!(end_of(now).to_string(), "2026-11-21T00:00:00Z");
        assert_eq!(month_of(now).to_string(), "2026-11-01");
        assert_eq!(after_notice(now).to_string(), "2026-11-22");
    }
}

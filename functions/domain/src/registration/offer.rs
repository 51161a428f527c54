//! How long an offer holds: long enough to arrange support, and its clock stands still at night.

use jiff::civil::{Time, time};
use jiff::{SignedDuration, Timestamp};

use super::CONFIRM_WITHIN;
use crate::time::{local, zone};

/// When the clock of an offer runs, by British clocks: from eight in the morning to eight in the evening.
const FROM: Time = time(8, 0, 0, 0);
const UNTIL: Time = time(20, 0, 0, 0);

/// How long an offer lasts: two days, of twelve hours each.
pub const OFFER_LASTS: SignedDuration = SignedDuration::from_hours(24);

/// How long for those who need support to come: four days, to arrange a support worker, an interpreter, or transport.
pub const SUPPORT_LASTS: SignedDuration = SignedDuration::from_hours(48);

/// How long before its end people are warned.
pub const WARN_BEFORE: SignedDuration = SignedDuration::from_hours(6);

/// The rule as people read it.
pub const OFFER_RULE: &str = "You have two days to answer an offer. You have four days if you told us that you need support to come. \
The hours from 8 in the evening to 8 in the morning don't count. No offer lasts past the start of the event.";

/// An offer's end, and when to warn that it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferTimes {
    /// Until when the place is held.
    pub until: Timestamp,
    /// When to warn; none where it is too short for that.
    pub warn: Option<Timestamp>,
}

/// Until when an offer made now holds. An address that nobody has confirmed has two hours (design, decision 14).
pub fn offer_times(now: Timestamp, support: bool, address_confirmed: bool, start: Option<Timestamp>) -> OfferTimes {
    let lasts = if support { SUPPORT_LASTS } else { OFFER_LASTS };
    let until = if address_confirmed { later(now, lasts) } else { whole(now + CONFIRM_WITHIN) };
    let until = start.map_or(until, |start| until.min(start));
    let warn = earlier(until, WARN_BEFORE);
    OfferTimes { until, warn: Some(warn).filter(|warn| address_confirmed && *warn >= now + WARN_BEFORE) }
}

impl OfferTimes {
    /// The same offer of an event that starts earlier than it was to: it ends with the start at the latest. People learn the new end with
    /// what else was changed, so they are warned only where half a day of warning is left.
    #[must_use]
    pub fn by(self, start: Timestamp, now: Timestamp) -> Self {
        if self.until <= start {
            return self;
        }
        let warn = earlier(start, WARN_BEFORE);
        Self { until: start, warn: Some(warn).filter(|warn| self.warn.is_some() && *warn >= now + WARN_BEFORE) }
    }
}

/// The moment by which so much of the day has run since `from`.
fn later(from: Timestamp, mut lasts: SignedDuration) -> Timestamp {
    let mut date = local(from).date();
    // No offer lasts a year: the loop ends long before.
    for _ in 0..366 {
        let (Some(opens), Some(closes)) = (moment(date, FROM), moment(date, UNTIL)) else { break };
        let begins = opens.max(from);
        if begins < closes {
            let today = closes.duration_since(begins);
            if lasts <= today {
                return whole(begins + lasts);
            }
            lasts -= today;
        }
        let Ok(next) = date.tomorrow() else { break };
        date = next;
    }
    whole(from + lasts)
}

/// The moment after which so much of the day runs until `until`.
fn earlier(until: Timestamp, mut span: SignedDuration) -> Timestamp {
    let mut date = local(until).date();
    for _ in 0..366 {
        let (Some(opens), Some(closes)) = (moment(date, FROM), moment(date, UNTIL)) else { break };
        let ends = closes.min(until);
        if opens < ends {
            let today = ends.duration_since(opens);
            if span <= today {
                return whole(ends - span);
            }
            span -= today;
        }
        let Ok(before) = date.yesterday() else { break };
        date = before;
    }
    whole(until - span)
}

fn moment(date: jiff::civil::Date, at: Time) -> Option<Timestamp> {
    date.to_datetime(at).to_zoned(zone()).ok().map(|zoned| zoned.timestamp())
}

/// Whole seconds, as what is due is filed.
fn whole(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

#[cfg(test)]
mod tests;

//! How long the desk took to answer, and from that, how long it usually takes.

use jiff::civil::{Date, Weekday};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::time::local;

/// Of how many answers the usual time is the middle.
pub const LAST_ANSWERS: usize = 20;

/// Of fewer answers nothing is said.
const FEWEST: usize = 3;

/// How long one answer of the desk took. No host and no event: it is about nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waited {
    /// Since when something waited.
    pub since: Timestamp,
    /// When the desk answered.
    pub until: Timestamp,
}

impl Waited {
    /// How many working days began while it waited: none on the day on which it was sent.
    fn working_days(self) -> usize {
        let (first, last) = (local(self.since).date(), local(self.until).date());
        let works = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        first.series(1.day()).skip(1).take_while(|day| *day <= last).filter(works).count()
    }
}

/// How long the desk usually takes, as a sentence goes on: "two working days". The middle of the last answers, of an even number the
/// longer; none where there are fewer than three.
pub fn usually_takes(answers: &[Waited]) -> Option<String> {
    let mut days: Vec<usize> = answers.iter().map(|waited| waited.working_days()).collect();
    days.sort_unstable();
    let middle = days.get(days.len() / 2).filter(|_| days.len() >= FEWEST)?;
    const WORDS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    Some(match middle {
        0 => "less than one working day".into(),
        1 => "one working day".into(),
        n => format!("{} working days", WORDS.get(n - 2).map_or_else(|| n.to_string(), |word| (*word).to_owned())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waited(since: &str, until: &str) -> Waited {
        Waited { since: since.parse().unwrap(), until: until.parse().unwrap() }
    }

    #[test]
    fn a_weekend_is_no_working_day() {
        for (since, until, days) in [
            ("2026-11-18T09:00:00Z", "2026-11-18T17:00:00Z", 0),
            ("2026-11-18T23:00:00Z", "2026-11-19T01:00:00Z", 1),
            ("2026-11-20T16:00:00Z", "2026-11-22T10:00:00Z", 0),
            ("2026-11-20T16:00:00Z", "2026-11-23T10:00:00Z", 1),
            ("2026-11-16T09:00:00Z", "2026-11-30T09:00:00Z", 10),
        ] {
            assert_eq!(waited(since, until).working_days(), days, "{since} {until}");
        }
    }

    #[test]
    fn the_middle_is_said_in_words_and_of_two_answers_nothing() {
        let one = waited("2026-11-16T09:00:00Z", "2026-11-17T09:00:00Z");
        let two = waited("2026-11-16T09:00:00Z", "2026-11-18T09:00:00Z");
        let long = waited("2026-11-02T09:00:00Z", "2026-11-30T09:00:00Z");
        assert_eq!(usually_takes(&[one, one]), None);
        assert_eq!(usually_takes(&[long, one, one]).as_deref(), Some("one working day"));
        assert_eq!(usually_takes(&[one, two, two, one]).as_deref(), Some("two working days"));
        assert_eq!(usually_takes(&[long; 3]).as_deref(), Some("20 working days"));
    }
}

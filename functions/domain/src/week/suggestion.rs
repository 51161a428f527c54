//! The question box: what people would like a week to ask, before it begins. Nobody's name is asked for or kept.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use super::{Phase, Week};
use crate::ids::SuggestionId;
use crate::text::line;
use crate::time::{moment, today};

/// The longest question, in characters: as long as a week's own may be.
pub const LONGEST: usize = 300;

/// A question that somebody would like a week to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestedQuestion {
    /// Its name in records.
    pub id: SuggestionId,
    /// The question, 1–300 characters.
    pub text: String,
    /// The day on which it came; no hour.
    pub day: Date,
    /// When it goes by itself.
    pub kept_until: Timestamp,
}

impl SuggestedQuestion {
    /// Reads what was typed. It is kept until 30 days after the week, or for a year where the week has no days yet.
    ///
    /// # Errors
    /// A sentence for whoever typed it.
    pub fn parse(typed: &str, id: SuggestionId, week: &Week, now: Timestamp) -> Result<Self, String> {
        let text = line(typed, LONGEST, "Write your question", "Your question")?;
        let day = today(now);
        let last = week.last.map_or_else(|| day.saturating_add(1.year()), |last| last.saturating_add(30.days()));
        let kept_until = moment(last, jiff::civil::Time::midnight()).unwrap_or(now);
        Ok(Self { id, text, day, kept_until })
    }
}

impl Week {
    /// Whether people can suggest questions: until it begins.
    pub fn takes_questions(&self, today: Date) -> bool {
        matches!(self.phase(today), Phase::Before | Phase::NotKnown)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::week::WeekId;

    fn week() -> Week {
        let (first, last) = (Some(date(2026, 11, 23)), Some(date(2026, 11, 29)));
        Week { first, last, ..Week::unknown(WeekId::parse("scotland/2026").unwrap()) }
    }

    #[test]
    fn the_box_is_open_until_the_week_begins_and_goes_thirty_days_after_it() {
        assert!(
            week().takes_questions(date(2026, 11, 22)) && !week().takes_questions(date(2026, 11, 23)) && !week().takes_questions(date(2027, 1, 1))
        );
        let now = "2026-10-01T09:00:00Z".parse().unwrap();
        let read = |typed: &str, week: &Week| SuggestedQuestion::parse(typed, SuggestionId::from_random([1; 16]), week, now);
        assert_eq!(
            read(" Who is\nnot here? ", &week()).map(|s| (s.text, s.kept_until)),
            Ok(("Who is not here?".into(), "2026-12-29T00:00:00Z".parse().unwrap()))
        );
        assert_eq!(read("Who?", &Week { last: None, ..week() }).unwrap().kept_until, "2027-09-30T23:00:00Z".parse().unwrap());
        assert_eq!(read("  ", &week()), Err("Write your question".into()));
        assert!(read(&"?".repeat(301), &week()).is_err());
    }
}

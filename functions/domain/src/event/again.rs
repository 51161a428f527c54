//! Listing last year's event again: its answers, but for what belongs to that year.

use jiff::Timestamp;

use super::{EventRecord, Session, happened_fields};
use crate::ids::EventId;
use crate::week::WeekId;

/// What is of its own year: the day and what is said about it, until when an interpreter was to be asked for, that week's questions.
const OF_ITS_YEAR: [&str; 8] = ["day", "month", "year", "outside_reason", "start_which", "end_which", "bsl_by", "questions"];

impl EventRecord {
    /// A new draft for another week, with the answers that were published. What happened and its materials stay where they are. The
    /// host's address is known: it needs no confirming again.
    pub fn again(&self, id: EventId, week: WeekId, now: Timestamp) -> Self {
        let mut draft = Self::draft(id, week, now);
        let names: Vec<&str> = self.answers.iter().map(|(name, _)| name).collect();
        draft.answers.take(&names, &self.answers);
        for name in OF_ITS_YEAR.map(str::to_owned).into_iter().chain(Session::all_fields()).chain(happened_fields()) {
            draft.answers.remove(&name);
        }
        draft.answers.set("week", week.to_string());
        draft.confirmed_email = self.confirmed_email.clone();
        draft.copied_from = Some(self.id.clone());
        draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_its_year_is_not_listed_again() {
        let (old, new) = (WeekId::parse("scotland/2026").unwrap(), WeekId::parse("scotland/2027").unwrap());
        let mut record = EventRecord::draft(EventId::from_random([1; 16]), old, Timestamp::UNIX_EPOCH);
        let typed = [
            ("title", "Tea"),
            ("day", "25"),
            ("start", "10:00"),
            ("session2_day", "26 11 2026"),
            ("questions", "2"),
            ("happened", "We met."),
            ("resource1_title", "Slides"),
        ];
        typed.iter().for_each(|(name, value)| record.answers.set(*name, *value));
        let again = record.again(EventId::from_random([2; 16]), new, Timestamp::UNIX_EPOCH);
        let kept: Vec<&str> = again.answers.iter().map(|(name, _)| name).collect();
        assert_eq!(kept, ["start", "title", "week"]);
        assert_eq!((again.answers.get("week"), again.copied_from), ("scotland/2027", Some(record.id)));
        assert!(again.published.is_none() && again.version == 1);
    }
}

//! The record of consent: what was given and taken back, when, in which words. Entries are added, never changed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Consent, ConsentWords, Purpose, consent_words};
use crate::audit::Actor;
use crate::choices;

choices! {
    /// What happened to a consent.
    ConsentAct {
        Given = "given", "You agreed";
        TakenBack = "taken-back", "You took it back";
        RanOut = "ran-out", "Its time ran out";
    }
}

choices! {
    /// Who said so.
    ConsentOf {
        Author = "author", "you";
        OnBehalf = "on-behalf", "a coordinator, as you had told them";
        Hub = "hub", "the hub, on the day you had chosen";
    }
}

impl From<&Actor> for ConsentOf {
    /// Whoever did what changed it.
    fn from(actor: &Actor) -> Self {
        match actor {
            Actor::Staff(_) => Self::OnBehalf,
            Actor::Hub => Self::Hub,
            Actor::Contributor | Actor::Host | Actor::Attendee => Self::Author,
        }
    }
}

/// One line of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentEntry {
    /// For what.
    pub purpose: Purpose,
    /// What happened.
    pub act: ConsentAct,
    /// Who said so.
    pub by: ConsentOf,
    /// The day; no hour is kept.
    pub day: Date,
    /// Which words.
    pub version: u32,
    /// Their hash.
    pub hash: String,
    /// The last day on which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl ConsentEntry {
    /// A line about a purpose of a consent.
    pub fn new(consent: &Consent, purpose: Purpose, act: ConsentAct, by: ConsentOf, day: Date) -> Self {
        let hash = consent_words(consent.version, purpose).map(|words| words.hash()).unwrap_or_default();
        Self { purpose, act, by, day, version: consent.version, hash, until: consent.until.filter(|_| act == ConsentAct::Given) }
    }

    /// The very words it is about; none where what is kept of them does not agree with them.
    pub fn words(&self) -> Option<ConsentWords> {
        consent_words(self.version, self.purpose).filter(|words| words.hash() == self.hash)
    }
}

/// What stands for a purpose: its last line, where that gives it and its time has not run out.
pub fn standing(entries: &[ConsentEntry], purpose: Purpose, today: Date) -> Option<&ConsentEntry> {
    let last = entries.iter().rev().find(|entry| entry.purpose == purpose)?;
    (last.act == ConsentAct::Given && last.until.is_none_or(|until| today <= until)).then_some(last)
}

/// The lines that a consent adds to a record: what is given anew or in other words, and what was given before and is no longer.
pub(crate) fn lines(entries: &[ConsentEntry], consent: &Consent, by: ConsentOf) -> Vec<ConsentEntry> {
    let mut out = Vec::new();
    for &purpose in Purpose::ALL {
        let stands = standing(entries, purpose, consent.day);
        let same = stands.is_some_and(|entry| entry.version == consent.version && entry.until == consent.until);
        match (consent.allows(purpose), stands.is_some()) {
            (true, _) if !same => out.push(ConsentEntry::new(consent, purpose, ConsentAct::Given, by, consent.day)),
            (false, true) => out.push(ConsentEntry::new(consent, purpose, ConsentAct::TakenBack, by, consent.day)),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn consent(purposes: &[Purpose], until: Option<Date>) -> Consent {
        Consent { purposes: purposes.to_vec(), version: 2, day: date(2026, 11, 25), until }
    }

    #[test]
    fn each_purpose_has_a_line_of_its_own_and_the_last_one_stands() {
        let mut entries = lines(&[], &consent(&[Purpose::Publish, Purpose::Social], None), ConsentOf::Author);
        assert_eq!(entries.len(), 2);
        assert!(
            lines(&entries, &consent(&[Purpose::Publish, Purpose::Social], None), ConsentOf::Author).is_empty(),
            "sent again it says nothing new"
        );
        entries.extend(lines(&entries, &consent(&[Purpose::Publish], None), ConsentOf::Author));
        assert_eq!(entries.last().map(|entry| (entry.purpose, entry.act)), Some((Purpose::Social, ConsentAct::TakenBack)));
        assert!(standing(&entries, Purpose::Social, date(2026, 11, 25)).is_none());
        assert!(standing(&entries, Purpose::Publish, date(2026, 11, 25)).is_some());
    }

    #[test]
    fn a_line_shows_the_words_that_were_agreed_to_and_no_others() {
        let mut entry =
            ConsentEntry::new(&consent(&[Purpose::Partners], None), Purpose::Partners, ConsentAct::Given, ConsentOf::Author, date(2026, 11, 25));
        assert!(entry.words().unwrap().explains.contains("feed"));
        entry.version = 1;
        assert_eq!(entry.words(), None, "the hash is of other words");
    }

    #[test]
    fn what_ran_out_does_not_stand() {
        let entries = lines(&[], &consent(&[Purpose::Publish], Some(date(2027, 10, 31))), ConsentOf::Author);
        assert!(standing(&entries, Purpose::Publish, date(2027, 10, 31)).is_some());
        assert!(standing(&entries, Purpose::Publish, date(2027, 11, 1)).is_none());
    }
}

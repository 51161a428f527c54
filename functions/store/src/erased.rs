//! A second ledger of what was erased, beside what `hub` knows: in the table `confidential`, so that `hub` brought back alone from a backup
//! does not bring back with it what a person took back. It knows a name in records and a day; of what somebody told for an event, the moment
//! up to which it is gone. Nothing else.
//!
//! What is let go because its time is over is not in it: the daily walk finds that again by itself.

use domain::ids::{AddressId, RegistrationId, StoryId};
use domain::time::today;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::keys;
use crate::tables::Table;
use crate::tx::Tx;

/// How many days an entry is kept. A backup lives 35 days, and a table that came back on the last of them can itself go back 35 more;
/// an export that somebody keeps lives longer still. So as long as the audit: either ledger says what the other does.
const KEPT_DAYS: i32 = 370;

/// What was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone<'a> {
    /// A story, by its author or because its time was over.
    Story(&'a StoryId),
    /// A story that the desk took off: nobody reads it any more but its author.
    TakenOff(&'a StoryId),
    /// A registration, by its person.
    Registration(&'a RegistrationId),
    /// What would have helped somebody, by their registration. What they tell later is not meant.
    Answers(&'a RegistrationId),
    /// An address behind a story, which goes on. One that is given later has another name.
    Address(&'a AddressId),
}

impl Gone<'_> {
    /// What it was, in a word: `story`, `taken-off`, `registration`, `answers` or `address`.
    pub fn what(&self) -> &'static str {
        match self {
            Self::Story(_) => "story",
            Self::TakenOff(_) => "taken-off",
            Self::Registration(_) => "registration",
            Self::Answers(_) => ANSWERS,
            Self::Address(_) => "address",
        }
    }

    fn id(&self) -> &str {
        match self {
            Self::Story(id) | Self::TakenOff(id) => id.as_str(),
            Self::Registration(id) | Self::Answers(id) => id.as_str(),
            Self::Address(id) => id.as_str(),
        }
    }
}

/// What is a part of something that stays, and goes by its name.
const ANSWERS: &str = "answers";

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Erased {
    /// As [`Gone::what`]; `event` too, where only the audit knows it.
    pub what: String,
    /// Its name in records.
    pub id: String,
    /// For answers: what was told up to this moment is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

#[derive(Debug, Serialize)]
struct Entry<'a> {
    #[serde(flatten)]
    erased: &'a Erased,
    day: Date,
}

/// Notes in the transaction that erases something that it did.
pub fn add(tx: &mut Tx<'_>, gone: Gone<'_>, now: Timestamp) {
    let until = matches!(gone, Gone::Answers(_)).then_some(now);
    note(tx, &Erased { what: gone.what().to_owned(), id: gone.id().to_owned(), until }, now);
}

/// As [`add`], for what an older ledger tells: a table that came back from a backup does not know it any more.
pub fn note(tx: &mut Tx<'_>, erased: &Erased, now: Timestamp) {
    let day = today(now);
    // At the start of a day: not even when it goes tells the hour at which it came.
    let over = day.saturating_add(KEPT_DAYS.days()).to_zoned(TimeZone::UTC).map_or(now, |zoned| zoned.timestamp());
    let key = if erased.what == ANSWERS { keys::erased_answers(&erased.id) } else { keys::erased(&erased.id) };
    tx.put_until(Table::Confidential, &key, &Entry { erased, day }, over);
}

//! A second ledger of what was erased, beside the audit: in the table `confidential`, so that `hub` brought back alone from a backup
//! does not bring back with it what a person took back. It knows an id and a day, and nothing else.
//!
//! What is let go because its time is over is not in it: the daily walk finds that again by itself.

use domain::ids::{RegistrationId, StoryId};
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
    /// A story, by whichever act ended it.
    Story(&'a StoryId),
    /// A registration, by its person.
    Registration(&'a RegistrationId),
}

impl Gone<'_> {
    /// What it was, in a word: `story` or `registration`.
    pub fn what(&self) -> &'static str {
        match self {
            Self::Story(_) => "story",
            Self::Registration(_) => "registration",
        }
    }

    fn id(&self) -> &str {
        match self {
            Self::Story(id) => id.as_str(),
            Self::Registration(id) => id.as_str(),
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    id: String,
    what: String,
    day: Date,
}

/// Notes in the transaction that erases something that it did.
pub fn add(tx: &mut Tx<'_>, gone: Gone<'_>, now: Timestamp) {
    note(tx, gone.what(), gone.id(), now);
}

/// As [`add`], for what an older ledger tells: a table that came back from a backup does not know it any more.
pub fn note(tx: &mut Tx<'_>, what: &str, id: &str, now: Timestamp) {
    let day = today(now);
    let entry = Entry { id: id.to_owned(), what: what.to_owned(), day };
    // At the start of a day: not even when it goes tells the hour at which it came.
    let until = day.saturating_add(KEPT_DAYS.days()).to_zoned(TimeZone::UTC).map_or(now, |zoned| zoned.timestamp());
    tx.put_until(Table::Confidential, &keys::erased(id), &entry, until);
}

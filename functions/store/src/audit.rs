//! The audit: one entry for each change of state, in the same transaction, never overwritten (I7, quality-bar S-38).

use domain::audit::{AuditEntry, Subject};
use jiff::{Timestamp, civil::Date};

use crate::db::{Db, Key, Page};
use crate::error::StoreError;
use crate::imports::Whole;
use crate::keys;
use crate::tables::Table;
use crate::tx::Tx;

/// How long entries are kept: twelve months and a little (quality-bar P-09).
const KEPT_DAYS: i64 = 370;

/// The name of the condition that no entry is overwritten.
pub(crate) const ENTRY: &str = "audit";

fn day_pk(day: Date) -> String {
    format!("AUDIT#{day}")
}

/// Adds an entry to a transaction. `mark` is random and tells entries of one moment apart; stories' entries have no order but it.
pub fn add(tx: &mut Tx<'_>, entry: &AuditEntry, mark: &str) {
    let pk = match &entry.subject {
        // Bookings come in rushes: their entries lie with their event.
        Subject::Registration(event, _) => keys::event_pk(event),
        _ => day_pk(entry.at.to_zoned(jiff::tz::TimeZone::UTC).date()),
    };
    let key = Key::new(pk, format!("AUDIT#{}#{mark}", entry.at));
    tx.put_new_until(ENTRY, Table::Hub, &key, entry, expires(entry));
}

/// When an entry's time is over.
fn expires(entry: &AuditEntry) -> Timestamp {
    entry.at + jiff::SignedDuration::from_hours(24 * KEPT_DAYS)
}

/// The desk's view of the audit.
#[derive(Clone, Debug)]
pub struct Audit {
    db: Db,
}

impl Audit {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// The entries of a day, newest first, at most 50 after a place. Without those of an import that is not whole, and those whose time
    /// is over, whether or not the database has taken them out.
    pub async fn of_day(&self, day: Date, after: Option<&str>, now: Timestamp) -> Result<Page<AuditEntry>, StoreError> {
        let mut page = self.db.list::<AuditEntry>(Table::Hub, &day_pk(day), "AUDIT#", 50, after, true).await?;
        let whole = Whole::among(&self.db, page.records.iter().filter_map(|(_, entry)| entry.brought.as_ref())).await?;
        page.records.retain(|(_, entry)| now < expires(entry) && whole.shows(entry.brought.as_ref()));
        Ok(page)
    }

    /// The entries of an event's registrations, newest first, at most 50 after a place.
    pub async fn of_event(&self, event: &domain::ids::EventId, after: Option<&str>) -> Result<Page<AuditEntry>, StoreError> {
        self.db.list(Table::Hub, &keys::event_pk(event), "AUDIT#", 50, after, true).await
    }

    /// The day it is in UTC, by which entries are filed.
    pub fn day_of(now: Timestamp) -> Date {
        now.to_zoned(jiff::tz::TimeZone::UTC).date()
    }
}

//! Since when a record lies untouched. A story's own record keeps no hour and no day of its last change (quality-bar P-17), so the
//! walk notes the day on which it first saw a version.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use super::Retention;
use super::walk::{WALK, day};
use crate::db::Key;
use crate::error::StoreError;
use crate::tables::Table;
use crate::tx::Tx;

/// How long a note is kept that nobody renews: longer than anything rests.
const NOTED: SignedDuration = SignedDuration::from_hours(24 * 200);

#[derive(Serialize, Deserialize)]
struct Seen {
    version: u64,
    since: Date,
}

pub(super) fn note(of: &str) -> Key {
    Key::new(WALK, format!("SEEN#{of}"))
}

impl Retention {
    /// Whether this version has lain for so many days. The first look only notes the day.
    pub(super) async fn is_left(&self, of: &str, version: u64, rests: Option<i32>, now: Timestamp) -> Result<bool, StoreError> {
        let Some(days) = rests else { return Ok(false) };
        let seen: Option<Seen> = self.db.get(Table::Hub, &note(of)).await?;
        if let Some(seen) = seen.filter(|seen| seen.version == version) {
            return Ok(seen.since.saturating_add(days.days()) <= day(now));
        }
        let mut tx = Tx::new(&self.db);
        tx.put_until(Table::Hub, &note(of), &Seen { version, since: day(now) }, now + NOTED);
        super::forget::settled(tx.commit().await)?;
        Ok(false)
    }
}

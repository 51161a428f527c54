//! What waits at the desk: events and stories, the longest waiting first.

use domain::ids::{EventId, ImportId, StoryId};
use domain::week::WeekId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::db::{Db, Key};
use crate::error::StoreError;
use crate::imports::Whole;
use crate::keys;
use crate::tables::Table;
use crate::tx::Tx;

/// What waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
pub enum Queued {
    /// An event, sent by a host whose address is confirmed.
    Event(EventId),
    /// A story.
    Story(StoryId),
}

/// One line of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueEntry {
    /// What waits.
    #[serde(flatten)]
    pub what: Queued,
    /// Its week.
    pub week: WeekId,
    /// Its title.
    pub title: String,
    /// The host; for a story the name its author chose to show.
    pub who: String,
    /// Since when it waits; for a story the start of the day, never the time (I7).
    pub since: Timestamp,
    /// With what it was brought in: it waits once all of that is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brought: Option<ImportId>,
}

impl QueueEntry {
    fn key(&self) -> Key {
        key(&self.what, self.since)
    }
}

/// Whole seconds, so that the order of the texts is the order of time.
fn key(what: &Queued, since: Timestamp) -> Key {
    let since = since.strftime("%Y-%m-%dT%H:%M:%SZ");
    let place = match what {
        Queued::Event(id) => format!("{since}#event#{id}"),
        Queued::Story(id) => format!("{since}#story#{id}"),
    };
    Key::new(keys::QUEUE, place)
}

/// Puts something in the queue.
pub fn add(tx: &mut Tx<'_>, entry: &QueueEntry) {
    tx.put(Table::Hub, &entry.key(), entry);
}

/// Takes something out; `since` as it was put in.
pub fn remove(tx: &mut Tx<'_>, what: &Queued, since: Timestamp) {
    tx.delete(Table::Hub, &key(what, since));
}

/// The desk's view of the queue.
#[derive(Clone, Debug)]
pub struct Queue {
    db: Db,
}

impl Queue {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// Everything that waits, the longest waiting first. Of an import all of it, or nothing.
    pub async fn all(&self) -> Result<Vec<QueueEntry>, StoreError> {
        let mut rows: Vec<QueueEntry> = self.db.all(Table::Hub, keys::QUEUE, "").await?;
        if rows.iter().any(|row| row.brought.is_some()) {
            let whole = Whole::among(&self.db, rows.iter().filter_map(|row| row.brought.as_ref())).await?;
            // Once more: what was whole by then may not have been when the list was read.
            rows = self.db.all(Table::Hub, keys::QUEUE, "").await?;
            rows.retain(|row| whole.shows(row.brought.as_ref()));
        }
        Ok(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_waiting_comes_first_whatever_the_fraction_of_a_second() {
        let what = Queued::Event(EventId::from_random([1; 16]));
        let earlier = key(&what, "2026-11-20T09:00:00.5Z".parse().unwrap());
        let later = key(&what, "2026-11-20T09:00:01Z".parse().unwrap());
        assert!(earlier.sk < later.sk);
        assert!(earlier.sk.starts_with("2026-11-20T09:00:00Z#event#"), "{}", earlier.sk);
    }
}

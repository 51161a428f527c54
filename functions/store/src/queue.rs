//! What waits at the desk: events and stories, the longest waiting first.

use domain::ids::{EventId, StoryId};
use domain::week::WeekId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::db::{Db, Key, Page};
use crate::error::StoreError;
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

    /// What waits, the longest waiting first, at most 100 after a place.
    pub async fn list(&self, after: Option<&str>) -> Result<Page<QueueEntry>, StoreError> {
        self.db.list(Table::Hub, keys::QUEUE, "", 100, after, false).await
    }

    /// Everything that waits.
    pub async fn all(&self) -> Result<Vec<QueueEntry>, StoreError> {
        self.db.all(Table::Hub, keys::QUEUE, "").await
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

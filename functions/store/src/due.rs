//! What is due at a moment: holds that run out, offers to make, people to tell. Written with the change that causes it, done by
//! the keeper, safe to do twice (design, decision 6).

use domain::ids::{EventId, RegistrationId, StoryId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::db::{Db, Key};
use crate::error::StoreError;
use crate::tables::Table;
use crate::tx::{Tx, TxError};

/// In how many collections due things lie.
const SHARDS: usize = 8;

/// Something to do at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Due {
    /// A hold, an offer or an unconfirmed turn of this registration runs out.
    Lapse { event: EventId, registration: RegistrationId },
    /// An offer to this registration runs out soon: tell its person.
    WarnOffer { event: EventId, registration: RegistrationId },
    /// A place came free: offer it to the first in the queue.
    OfferPlaces { event: EventId },
    /// Everybody registered at an event is told something, in chunks; `after` is the last one told. Older records tell only that it
    /// was cancelled, and say so by their name.
    #[serde(alias = "tell-cancelled")]
    Tell {
        event: EventId,
        #[serde(default)]
        tidings: Tidings,
        after: Option<String>,
    },
    /// A story that has every yes goes live.
    StoryLive { story: StoryId },
    /// An author's consent runs out: their story is taken off.
    StoryOver { story: StoryId },
    /// The public count of an event's places may be behind.
    RefreshPlaces { event: EventId },
}

/// What many people are told at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Tidings {
    /// The event was cancelled.
    #[default]
    Cancelled,
    /// The event is near.
    Reminder,
    /// The event is over: thanks, and when their data goes.
    Thanks,
    /// How to join or to find it is another; of the event's version of that number.
    Changed { sequence: u32 },
    /// Day, time, place or way to take part is another; of the event's version of that number.
    Moved { sequence: u32 },
    /// The host postponed it; with the event's version of that number.
    Postponed { sequence: u32 },
    /// What the host wrote.
    FromHost { message: String },
}

impl Due {
    /// The id by which it is spread over the collections.
    fn whose(&self) -> &str {
        match self {
            Self::Lapse { event, .. }
            | Self::WarnOffer { event, .. }
            | Self::OfferPlaces { event }
            | Self::Tell { event, .. }
            | Self::RefreshPlaces { event } => event.as_str(),
            Self::StoryLive { story } | Self::StoryOver { story } => story.as_str(),
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Lapse { event, registration } => format!("lapse#{event}#{registration}"),
            Self::WarnOffer { event, registration } => format!("warn#{event}#{registration}"),
            Self::OfferPlaces { event } => format!("offer#{event}"),
            Self::Tell { event, tidings: Tidings::FromHost { message }, .. } => format!("tell-from-host#{event}#{message}"),
            Self::Tell { event, tidings: Tidings::Changed { sequence }, .. } => format!("tell-changed#{event}#{sequence}"),
            Self::Tell { event, tidings: Tidings::Moved { sequence }, .. } => format!("tell-moved#{event}#{sequence}"),
            Self::Tell { event, tidings: Tidings::Postponed { sequence }, .. } => format!("tell-postponed#{event}#{sequence}"),
            Self::Tell { event, tidings: Tidings::Reminder, .. } => format!("tell-reminder#{event}"),
            Self::Tell { event, tidings: Tidings::Thanks, .. } => format!("tell-thanks#{event}"),
            Self::Tell { event, tidings: Tidings::Cancelled, .. } => format!("tell-cancelled#{event}"),
            Self::RefreshPlaces { event } => format!("refresh#{event}"),
            Self::StoryLive { story } => format!("story-live#{story}"),
            Self::StoryOver { story } => format!("story-over#{story}"),
        }
    }

    fn key(&self, at: Timestamp) -> Key {
        let shard = self.whose().bytes().map(usize::from).sum::<usize>() % SHARDS;
        Key::new(format!("DUE#{shard}"), format!("{}#{}", moment(at), self.name()))
    }
}

/// A moment such that the order of the texts is the order of time: whole seconds.
fn moment(at: Timestamp) -> String {
    format!("{:012}", at.as_second())
}

/// Notes in a transaction that something is due.
pub fn add(tx: &mut Tx<'_>, due: &Due, at: Timestamp) {
    tx.put(Table::Hub, &due.key(at), due);
}

/// Takes it out again, when it was done or is no longer due.
pub fn remove(tx: &mut Tx<'_>, due: &Due, at: Timestamp) {
    tx.delete(Table::Hub, &due.key(at));
}

/// The keeper's list.
#[derive(Clone, Debug)]
pub struct DueList {
    db: Db,
}

/// Something due, and where it lies.
#[derive(Clone, Debug)]
pub struct DueNow {
    /// What to do.
    pub due: Due,
    key: Key,
}

impl DueNow {
    pub(crate) fn key(&self) -> &Key {
        &self.key
    }

    /// When it was due, as its place in the list has it.
    pub(crate) fn moment(&self) -> &str {
        self.key.sk.split('#').next().unwrap_or_default()
    }

    /// The same job, further along.
    pub(crate) fn further(&self, due: Due) -> Self {
        Self { due, key: self.key.clone() }
    }
}

impl DueList {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// What is due by now, at most 100 of each collection.
    pub async fn by(&self, now: Timestamp) -> Result<Vec<DueNow>, StoreError> {
        let mut out = Vec::new();
        for shard in 0..SHARDS {
            let pk = format!("DUE#{shard}");
            // `~` is behind every name, so that things of this very second are in.
            let found = self.db.up_to::<Due>(Table::Hub, &pk, &format!("{}#~", moment(now)), 100).await?;
            out.extend(found.into_iter().map(|(sk, due)| DueNow { due, key: Key::new(pk.clone(), sk) }));
        }
        Ok(out)
    }

    /// Takes something out that was done.
    pub async fn done(&self, due: &DueNow) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.delete(Table::Hub, &due.key);
        match tx.commit().await {
            Ok(()) | Err(TxError::Refused(_)) => Ok(()),
            Err(TxError::Store(error)) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_noted_by_an_older_release_is_done_all_the_same() {
        let event = EventId::from_random([1; 16]);
        let old = serde_json::json!({ "what": "tell-cancelled", "event": event, "after": "REG#x" });
        let read: Due = serde_json::from_value(old).expect("the older form");
        assert_eq!(read, Due::Tell { event, tidings: Tidings::Cancelled, after: Some("REG#x".into()) });
    }
}

//! What is due at a moment: holds that run out, offers to make, people to tell. Written with the change that causes it, done by
//! the keeper, safe to do twice (design, decision 6).

mod list;

use domain::ids::{EventId, ImportId, RegistrationId, StoryId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::db::Key;
use crate::tables::Table;
use crate::tx::Tx;

pub use list::{DueList, DueNow, Looked};

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
    /// An event that ends at this moment is over: its host learns that they can tell what happened.
    EventOver { event: EventId, ends: Timestamp },
    /// A story that has every yes goes live.
    StoryLive { story: StoryId },
    /// An author's consent runs out: their story is taken off.
    StoryOver { story: StoryId },
    /// An import that is not whole by now is given up.
    GiveUpImport { import: ImportId },
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
            | Self::EventOver { event, .. }
            | Self::RefreshPlaces { event } => event.as_str(),
            Self::StoryLive { story } | Self::StoryOver { story } => story.as_str(),
            Self::GiveUpImport { import } => import.as_str(),
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
            Self::EventOver { event, .. } => format!("event-over#{event}"),
            Self::GiveUpImport { import } => format!("give-up-import#{import}"),
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

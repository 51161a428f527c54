//! Where the walk is, and its next step.

use std::collections::HashMap;

use domain::event::EventRecord;
use domain::ids::EventId;
use domain::retention::{event_rests, is_over, story_rests};
use domain::story::StoryRecord;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::Retention;
use super::ends::Ends;
use crate::db::{Item, Key};
use crate::error::StoreError;
use crate::keys;
use crate::registrations::Stored;
use crate::tables::Table;
use crate::tx::Tx;

/// How many records one step looks at.
const AT_ONCE: i32 = 100;

/// What one step did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Walked {
    /// Records looked at.
    pub seen: usize,
    /// Records taken out.
    pub forgotten: usize,
}

/// Whether there is more to do today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Yes: go on.
    More(Walked),
    /// No: the day's walk is at its end, or was before.
    Done(Walked),
}

/// How far the walk of a day came.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Far {
    day: Option<Date>,
    after: Option<(String, String)>,
    at_end: bool,
}

/// Beside what is due, and under none of its collections.
pub(super) const WALK: &str = "DUE#WALK";

fn here() -> Key {
    Key::new(WALK, "FAR")
}

pub(super) fn day(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

impl Retention {
    /// The walk's next step. `hash` gives an address as records name it.
    ///
    /// # Errors
    /// Where the database doesn't answer; the next step begins where this one did.
    pub async fn step(&self, now: Timestamp, hash: &(dyn Fn(&str) -> String + Sync)) -> Result<Step, StoreError> {
        let today = day(now);
        let mut far: Far = self.db.get(Table::Hub, &here()).await?.unwrap_or_default();
        if far.day.is_none_or(|day| day < today) {
            far = Far { day: Some(today), ..Far::default() };
        }
        let mut walked = Walked::default();
        if far.at_end || far.day != Some(today) {
            return Ok(Step::Done(walked));
        }
        let start = far.after.take().map(|(pk, sk)| Key::new(pk, sk).into_item());
        let page = self.db.client().scan().table_name(self.db.tables().name(Table::Hub)).limit(AT_ONCE).set_exclusive_start_key(start).send().await;
        let page = page.map_err(|e| StoreError::sdk("Scan", &e))?;
        far.after = page.last_evaluated_key.as_ref().and_then(|last| Some((text(last, "pk")?, text(last, "sk")?)));
        far.at_end = far.after.is_none();
        let mut events = HashMap::new();
        for item in page.items.unwrap_or_default() {
            walked.seen += 1;
            walked.forgotten += usize::from(self.look(item, now, hash, &mut events).await?);
        }
        let mut tx = Tx::new(&self.db);
        tx.put(Table::Hub, &here(), &far);
        super::forget::settled(tx.commit().await)?;
        Ok(if far.at_end { Step::Done(walked) } else { Step::More(walked) })
    }

    /// Looks at one record and lets go of it where it is over.
    async fn look(
        &self,
        item: Item,
        now: Timestamp,
        hash: &(dyn Fn(&str) -> String + Sync),
        events: &mut HashMap<EventId, Ends>,
    ) -> Result<bool, StoreError> {
        let (Some(pk), Some(sk)) = (text(&item, "pk"), text(&item, "sk")) else { return Ok(false) };
        match (pk.split_once('#').map(|(kind, _)| kind), sk.as_str()) {
            (Some("EVENT"), keys::META) => {
                let Ok(event) = serde_dynamo::from_item::<_, EventRecord>(item) else { return unread(&pk, &sk) };
                let rests = event_rests(event.state).filter(|_| event.published.is_none());
                match self.is_left(&pk, event.version, rests, now).await? {
                    true => self.forget_event(&event, hash, now).await,
                    false => Ok(false),
                }
            }
            (Some("STORY"), keys::META) => {
                let Ok(story) = serde_dynamo::from_item::<_, StoryRecord>(item) else { return unread(&pk, &sk) };
                match self.is_left(&pk, story.version, story_rests(story.state), now).await? {
                    true => self.forget_story(&story, now).await,
                    false => Ok(false),
                }
            }
            (Some("EVENT"), sk) if sk.starts_with("REG#") => {
                let Ok(stored) = serde_dynamo::from_item::<_, Stored>(item) else { return unread(&pk, sk) };
                let id = stored.record.event.clone();
                if !events.contains_key(&id) {
                    let known = Ends::of(&self.db, &id).await?;
                    events.insert(id.clone(), known);
                }
                let ends = events.get(&id).copied().unwrap_or_default();
                match is_over(&stored.record, ends.kept, now) {
                    true => self.forget_registration(&stored, now).await,
                    false => self.forget_needs(&stored.record, ends.held, now).await,
                }
            }
            _ => Ok(false),
        }
    }
}

/// A record of another release is no reason to stop: it is looked at again tomorrow.
fn unread(pk: &str, sk: &str) -> Result<bool, StoreError> {
    tracing::warn!(pk, sk, "a record can't be read, so it can't be let go");
    Ok(false)
}

fn text(item: &Item, name: &str) -> Option<String> {
    item.get(name)?.as_s().ok().cloned()
}

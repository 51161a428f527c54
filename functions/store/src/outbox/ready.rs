//! What may be sent now, and how often it was tried.

use domain::message::Waiting;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::{Outbox, SHARDS, key};
use crate::error::StoreError;
use crate::tables::Table;

/// How many records are read in one request.
const AT_ONCE: i32 = 50;

/// A message that nobody is sending.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The message.
    pub waiting: Waiting,
    /// How often it was taken for sending.
    pub tries: u32,
}

/// A record of the outbox, with what the mailer noted beside the message.
#[derive(Deserialize)]
struct Held {
    #[serde(flatten)]
    waiting: Waiting,
    #[serde(default)]
    leased: i64,
    #[serde(default)]
    tries: u32,
    #[serde(default)]
    expires: Option<i64>,
}

impl Held {
    /// As claiming decides it; and a record that is over counts as gone, DynamoDB takes it out when it comes round to it.
    fn is_ready(&self, now: Timestamp) -> bool {
        self.leased < now.as_second() && self.expires.is_none_or(|at| now.as_second() < at)
    }
}

impl Outbox {
    /// Messages to send now, oldest first, about `most` from each collection. What is being sent, or rests after a failure, does not
    /// stand in the way of what lies behind it; a record that can't be read is set aside.
    pub async fn ready(&self, now: Timestamp, most: usize) -> Result<Vec<Ready>, StoreError> {
        let mut out = Vec::new();
        for shard in 0..SHARDS {
            let (mut found, mut after) = (0, None);
            loop {
                let page = self.db.list::<Value>(Table::Outbox, &format!("WAITING#{shard}"), "", AT_ONCE, after.as_deref(), false).await?;
                for (id, record) in page.records {
                    match serde_json::from_value::<Held>(record.clone()) {
                        Ok(held) if held.is_ready(now) => {
                            found += 1;
                            out.push(Ready { waiting: held.waiting, tries: held.tries });
                        }
                        Ok(_) => {}
                        Err(_) => self.move_aside(&id, record, "the record can't be read", now).await?,
                    }
                }
                after = page.more;
                if after.is_none() || found >= most {
                    break;
                }
            }
        }
        out.sort_by_key(|ready| ready.waiting.created);
        Ok(out)
    }

    /// One message, if it may be sent now; one that can't be read is set aside.
    pub async fn ready_one(&self, id: &str, now: Timestamp) -> Result<Option<Ready>, StoreError> {
        let Some(record) = self.db.get::<Value>(Table::Outbox, &key(id)).await? else { return Ok(None) };
        match serde_json::from_value::<Held>(record.clone()) {
            Ok(held) => Ok(Some(held).filter(|held| held.is_ready(now)).map(|held| Ready { waiting: held.waiting, tries: held.tries })),
            Err(_) => {
                self.move_aside(id, record, "the record can't be read", now).await?;
                Ok(None)
            }
        }
    }

    /// Since when the oldest message waits, among the first thousand of each collection; none where nothing waits.
    pub async fn oldest(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let mut oldest = None;
        for shard in 0..SHARDS {
            let page = self.db.list::<Value>(Table::Outbox, &format!("WAITING#{shard}"), "", 1_000, None, false).await?;
            let held = page.records.into_iter().filter_map(|(_, record)| serde_json::from_value::<Held>(record).ok());
            let waiting = held.filter(|held| held.expires.is_none_or(|at| now.as_second() < at)).map(|held| held.waiting.created);
            oldest = oldest.into_iter().chain(waiting).min();
        }
        Ok(oldest)
    }
}

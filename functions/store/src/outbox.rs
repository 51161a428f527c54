//! Messages waiting to be sent: written in the transaction of what happened, sent by the mailer (I6).

mod aside;
mod ready;

pub use aside::Aside;
pub use ready::Ready;

use domain::message::Waiting;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::db::{Db, Key};
use crate::error::StoreError;
use crate::tables::Table;
use crate::tx::{Tx, TxError, n, s};

/// In how many collections messages wait, so that a rush doesn't meet in one.
pub const SHARDS: u8 = 8;

/// How long a message's body is kept at most (quality-bar P-09).
pub const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How long one attempt to send may take before another may try.
pub const LEASE: SignedDuration = SignedDuration::from_secs(60);

/// What the collections of waiting messages begin with.
pub const WAITING: &str = "WAITING#";

fn key(id: &str) -> Key {
    let shard = id.bytes().fold(0u8, |a, b| a.wrapping_mul(31).wrapping_add(b)) % SHARDS;
    Key::new(format!("WAITING#{shard}"), id)
}

fn sent_key(id: &str) -> Key {
    Key::new(format!("SENT#{id}"), "SENT")
}

/// Puts a message into the outbox with the transaction that makes it true.
pub fn add(tx: &mut Tx<'_>, waiting: &Waiting) {
    tx.put_until(Table::Outbox, &key(&waiting.id), waiting, waiting.created + KEPT);
}

/// That a message was sent; kept so that a second delivery doesn't send it again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sent {
    /// The mail's Message-ID.
    pub message_id: String,
    /// When.
    pub at: Timestamp,
    /// What the service that took it calls it: SES's own message id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_id: Option<String>,
}

/// The mailer's side of the outbox.
#[derive(Clone, Debug)]
pub struct Outbox {
    db: Db,
}

impl Outbox {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// Messages that wait, from every collection, at most 50 of each.
    pub async fn waiting(&self) -> Result<Vec<Waiting>, StoreError> {
        let mut out = Vec::new();
        for shard in 0..SHARDS {
            let page = self.db.list::<Waiting>(Table::Outbox, &format!("WAITING#{shard}"), "", 50, None, false).await?;
            out.extend(page.records.into_iter().map(|(_, waiting)| waiting));
        }
        out.sort_by_key(|w| w.created);
        Ok(out)
    }

    /// Takes a message for sending: `false` where it was sent already or somebody else is sending it now.
    pub async fn claim(&self, id: &str, now: Timestamp) -> Result<bool, StoreError> {
        let mut tx = Tx::new(&self.db);
        let values = vec![(":now", n(now.as_second())), (":until", n((now + LEASE).as_second())), (":id", s(id)), (":none", n(0)), (":one", n(1))];
        let update = "SET leased = :until, tries = if_not_exists(tries, :none) + :one";
        tx.update("claim", Table::Outbox, &key(id), update, "id = :id AND (attribute_not_exists(leased) OR leased < :now)", values);
        tx.check("sent", Table::Outbox, &sent_key(id), "attribute_not_exists(pk)", Vec::new());
        match tx.commit().await {
            Ok(()) => Ok(true),
            Err(TxError::Store(error)) => Err(error),
            Err(refused) => {
                // Written a second time by something that was done twice: the mail is out, nothing waits.
                if refused.refused_by("sent") {
                    self.drop_untrue(id).await?;
                }
                Ok(false)
            }
        }
    }

    /// Leaves a claimed message for a later round.
    pub async fn later(&self, id: &str, until: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.update("there", Table::Outbox, &key(id), "SET leased = :until", "id = :id", vec![(":until", n(until.as_second())), (":id", s(id))]);
        match tx.commit().await {
            Ok(()) | Err(TxError::Refused(_)) => Ok(()),
            Err(TxError::Store(error)) => Err(error),
        }
    }

    /// Notes that a message was sent, and takes it out of the waiting ones.
    pub async fn sent(&self, id: &str, sent: &Sent) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.put_until(Table::Outbox, &sent_key(id), sent, sent.at + KEPT);
        tx.delete(Table::Outbox, &key(id));
        match tx.commit().await {
            Ok(()) | Err(TxError::Refused(_)) => Ok(()),
            Err(TxError::Store(error)) => Err(error),
        }
    }

    /// That a message was sent, for a week after it was.
    pub async fn sent_of(&self, id: &str) -> Result<Option<Sent>, StoreError> {
        self.db.get(Table::Outbox, &sent_key(id)).await
    }

    /// Whether a message was sent within a week. This reads nothing: the mailer may ask, and not look.
    pub async fn was_sent(&self, id: &str) -> Result<bool, StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.check("sent", Table::Outbox, &sent_key(id), "attribute_exists(pk)", Vec::new());
        match tx.commit().await {
            Ok(()) => Ok(true),
            Err(TxError::Refused(_)) => Ok(false),
            Err(TxError::Store(error)) => Err(error),
        }
    }

    /// Takes a message out that is no longer true and must not be sent.
    pub async fn drop_untrue(&self, id: &str) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.delete(Table::Outbox, &key(id));
        tx.commit().await.map_err(|e| match e {
            TxError::Store(error) => error,
            TxError::Refused(_) => StoreError::Busy,
        })
    }

    /// Takes out messages that are for nobody: those of a demonstration. At most 100 in one transaction.
    pub async fn drop_all(&self, ids: &[String]) -> Result<(), StoreError> {
        for some in ids.chunks(100) {
            let mut tx = Tx::new(&self.db);
            for id in some {
                tx.delete(Table::Outbox, &key(id));
            }
            tx.commit().await.map_err(|e| match e {
                TxError::Store(error) => error,
                TxError::Refused(_) => StoreError::Busy,
            })?;
        }
        Ok(())
    }
}

//! Hosts whom a coordinator trusts: a new event from such an address is published when its host confirms it (I8). Noted in the audit, and
//! taken back at any time.

use domain::audit::{AuditEntry, Subject};
use domain::ids::EventId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::audit;
use crate::db::Db;
use crate::deed::Deed;
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, TxError};

/// A trusted host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustedHost {
    /// The keyed hash of the folded, confirmed address.
    pub hash: String,
    /// The organisation, as it was then.
    pub host: String,
    /// The event at which it was recorded.
    pub event: EventId,
    /// Since when.
    pub since: Timestamp,
}

/// The desk's list of them.
#[derive(Clone, Debug)]
pub struct Trusted {
    db: Db,
}

impl Trusted {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// All of them.
    pub async fn all(&self) -> Result<Vec<TrustedHost>, StoreError> {
        self.db.all(Table::Hub, keys::TRUSTED, "").await
    }

    /// The one of this address, by its hash.
    pub async fn of(&self, hash: &str) -> Result<Option<TrustedHost>, StoreError> {
        self.db.get(Table::Hub, &keys::trusted(hash)).await
    }

    /// Records that a host is trusted. The same again changes nothing.
    pub async fn trust(&self, host: &TrustedHost, deed: &Deed) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.put_new("trusted", Table::Hub, &keys::trusted(&host.hash), host);
        note(&mut tx, "trust", host, deed);
        settled(tx).await
    }

    /// Takes it back. Where it is not there, there is nothing to do.
    pub async fn take_back(&self, host: &TrustedHost, deed: &Deed) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.delete_existing("trusted", Table::Hub, &keys::trusted(&host.hash));
        note(&mut tx, "take-trust-back", host, deed);
        settled(tx).await
    }
}

fn note(tx: &mut Tx<'_>, act: &str, host: &TrustedHost, deed: &Deed) {
    audit::add(tx, &AuditEntry::new(deed.at, deed.by.clone(), act, Subject::Event(host.event.clone())), &deed.mark);
}

async fn settled(tx: Tx<'_>) -> Result<(), StoreError> {
    match tx.commit().await {
        // A twin of the same press was quicker.
        Ok(()) | Err(TxError::Refused(_)) => Ok(()),
        Err(TxError::Store(error)) => Err(error),
    }
}

//! Access answers, apart from everything else: an own table and key, an own permission, a short life (quality-bar P-02, P-08, P-11).

use domain::audit::{Actor, AuditEntry, Subject};
use domain::ids::{EventId, RegistrationId};
use domain::registration::AccessRequest;
use jiff::Timestamp;

use super::stored::KeptNeeds;
use crate::audit;
use crate::db::Db;
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, TxError};

/// Reads access answers. Only the function for registrations has it, for the person themselves and the event's host.
#[derive(Clone, Debug)]
pub struct AccessAnswers {
    db: Db,
}

impl AccessAnswers {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// What one person asked for, until its time is over.
    pub async fn of(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Result<Option<AccessRequest>, StoreError> {
        let kept: Option<KeptNeeds> = self.db.get(Table::Confidential, &keys::access_answers(event, id)).await?;
        Ok(kept.filter(|k| now < k.kept_until).map(|k| k.request))
    }

    /// What everybody at an event asked for, for its host. The view is audited before anything is read.
    pub async fn for_host(&self, event: &EventId, now: Timestamp, mark: &str) -> Result<Vec<(RegistrationId, AccessRequest)>, StoreError> {
        let mut tx = Tx::new(&self.db);
        audit::add(&mut tx, &AuditEntry::new(now, Actor::Host, "view-registrations", Subject::Event(event.clone())), mark);
        tx.commit().await.map_err(|e| match e {
            TxError::Store(error) => error,
            TxError::Refused(_) => StoreError::Busy,
        })?;
        let kept: Vec<KeptNeeds> = self.db.all(Table::Confidential, &format!("ACCESS#{event}"), "REG#").await?;
        Ok(kept.into_iter().filter(|k| now < k.kept_until).map(|k| (k.registration, k.request)).collect())
    }
}

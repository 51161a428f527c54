//! Access answers, apart from everything else: an own table and key, an own permission, a short life (quality-bar P-02, P-08, P-11).

use domain::audit::{Actor, AuditEntry, Subject};
use domain::ids::{EventId, RegistrationId};
use domain::registration::{AccessRequest, Arrangements};
use jiff::Timestamp;

use super::outcome;
use super::stored::KeptNeeds;
use crate::audit;
use crate::db::Db;
use crate::deed::Deed;
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::Tx;

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
        Ok(self.kept_of(event, id, now).await?.map(|k| k.request))
    }

    /// The same as it is stored, with when its time is over.
    pub async fn kept_of(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Result<Option<KeptNeeds>, StoreError> {
        let kept: Option<KeptNeeds> = self.db.get(Table::Confidential, &keys::access_answers(event, id)).await?;
        Ok(kept.filter(|k| now < k.kept_until))
    }

    /// What everybody at an event asked for, for its host: on the list, or in a file they asked for.
    /// The view is audited before anything is read.
    pub async fn for_host(
        &self,
        event: &EventId,
        seen: Seen,
        now: Timestamp,
        mark: &str,
    ) -> Result<Vec<(RegistrationId, AccessRequest)>, StoreError> {
        self.note(seen, Subject::Event(event.clone()), now, mark).await?;
        let kept: Vec<KeptNeeds> = self.db.all(Table::Confidential, &format!("ACCESS#{event}"), "REG#").await?;
        Ok(kept.into_iter().filter(|k| now < k.kept_until).map(|k| (k.registration, k.request)).collect())
    }

    /// What one person asked for, for the event's host. The view is audited before anything is read.
    pub async fn of_one_for_host(
        &self,
        event: &EventId,
        id: &RegistrationId,
        now: Timestamp,
        mark: &str,
    ) -> Result<Option<AccessRequest>, StoreError> {
        self.note(Seen::OnScreen, Subject::Registration(event.clone(), id.clone()), now, mark).await?;
        self.of(event, id, now).await
    }

    /// Notes that the host took the list as a file, without what would help.
    pub async fn note_list(&self, event: &EventId, now: Timestamp, mark: &str) -> Result<(), StoreError> {
        self.note(Seen::ListInAFile, Subject::Event(event.clone()), now, mark).await
    }

    /// Notes where arranging stands. What the person asks for stays as it is; where they took it back meanwhile, nothing is written.
    pub async fn arrange(&self, event: &EventId, id: &RegistrationId, arrangements: &Arrangements, deed: &Deed) -> Result<bool, StoreError> {
        let mut tx = Tx::new(&self.db);
        let values = vec![(":arrangements", serde_dynamo::to_attribute_value(arrangements)?)];
        let sets = "SET #arrangements = :arrangements";
        tx.update("asked for", Table::Confidential, &keys::access_answers(event, id), sets, "attribute_exists(pk)", values);
        let subject = Subject::Registration(event.clone(), id.clone());
        audit::add(&mut tx, &AuditEntry::new(deed.at, deed.by.clone(), "arrange", subject), &deed.mark);
        Ok(outcome(tx.commit().await)?.is_ok())
    }

    async fn note(&self, seen: Seen, subject: Subject, now: Timestamp, mark: &str) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        audit::add(&mut tx, &AuditEntry::new(now, Actor::Host, seen.verb(), subject), mark);
        outcome(tx.commit().await)?.map_err(|_| StoreError::Busy)
    }
}

/// How a host sees who registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// On a page, with what would help.
    OnScreen,
    /// In a file they asked for, with what would help.
    InAFile,
    /// In a file without it.
    ListInAFile,
}

impl Seen {
    fn verb(self) -> &'static str {
        match self {
            Self::OnScreen => "view-registrations",
            Self::InAFile => "download-access-answers",
            Self::ListInAFile => "download-list",
        }
    }
}

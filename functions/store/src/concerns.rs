//! What people worry about: in the confidential table, until a coordinator has seen to it, for 90 days at most. Whoever takes one in
//! can't read it; whoever reads it can read nothing else there.

use domain::audit::{Actor, AuditEntry, Subject};
use domain::concern::Concern;
use domain::contact::Email;
use domain::ids::{ConcernId, StaffId};
use domain::message::{Message, Waiting};
use jiff::{SignedDuration, Timestamp};

use crate::db::{Db, Key};
use crate::error::StoreError;
use crate::form_keys::FormUse;
use crate::tables::Table;
use crate::tx::{Tx, TxError};
use crate::{audit, outbox};

/// The collection of all of them.
const PK: &str = "CONCERN";

/// How long one is kept at most.
pub const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Takes them in.
#[derive(Clone, Debug)]
pub struct Concerns {
    db: Db,
}

impl Concerns {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// Keeps what somebody worries about, and tells the coordinators that there is something to read. The same form sent twice is one.
    ///
    /// # Errors
    /// Where the database does not do it: nothing was kept.
    pub async fn raise(&self, concern: &Concern, form: &FormUse, tell: Option<Email>) -> Result<(), StoreError> {
        if form.earlier::<ConcernId>(&self.db).await?.is_some() {
            return Ok(());
        }
        let mut tx = Tx::new(&self.db);
        tx.put_until(Table::Confidential, &Key::new(PK, concern.id.as_str()), concern, concern.at + KEPT);
        form.use_up(&mut tx, &concern.id, concern.at);
        if let Some(email) = tell {
            let message = Message::ConcernRaised { concern: concern.id.clone() };
            outbox::add(&mut tx, &Waiting { id: format!("concern#{}", concern.id), to: email.into(), message, created: concern.at });
        }
        settled(tx.commit().await)
    }
}

/// The coordinators' side.
#[derive(Clone, Debug)]
pub struct ConcernDesk {
    db: Db,
}

impl ConcernDesk {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// All that nobody has seen to, the first first.
    ///
    /// # Errors
    /// Where the database doesn't answer.
    pub async fn open(&self) -> Result<Vec<Concern>, StoreError> {
        let mut all: Vec<Concern> = self.db.all(Table::Confidential, PK, "").await?;
        all.sort_by_key(|concern| concern.at);
        Ok(all)
    }

    /// Deletes one that was seen to. The audit keeps that it was, by whom, and nothing of what it said. Done twice, it is done once.
    ///
    /// # Errors
    /// Where the database doesn't answer.
    pub async fn settle(&self, id: &ConcernId, by: &StaffId, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.delete_existing("there", Table::Confidential, &Key::new(PK, id.as_str()));
        audit::add(&mut tx, &AuditEntry::new(now, Actor::Staff(by.clone()), "settle", Subject::Concern(id.clone())), id.as_str());
        settled(tx.commit().await)
    }
}

fn settled(committed: Result<(), TxError>) -> Result<(), StoreError> {
    match committed {
        Ok(()) | Err(TxError::Refused(_)) => Ok(()),
        Err(TxError::Store(error)) => Err(error),
    }
}

//! People with an account at the desk: who they are, how they sign in, and for how long (design, decision 10).

mod accounts;
mod links;
mod on_behalf;
mod second_factor;
mod sessions;

use domain::ids::StaffId;
use domain::staff::StaffRecord;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

use crate::db::Db;
use crate::error::StoreError;
use crate::form_keys::{Earlier, FORM_KEY, FormUse};
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, TxError};

pub use accounts::NewAccount;
pub use links::{LINK_LIFE, LinkShown, NewLink, Proof, TRIES};
pub use on_behalf::OnBehalf;
pub use second_factor::CodeUse;
pub use sessions::{IDLE, LONGEST, NewSession, Seat, Session, Stage};

/// Why somebody was not let in, or an account not changed.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// This address has an account already.
    #[error("the address has an account")]
    EmailTaken,
    /// Nobody would be left to invite people.
    #[error("the last administrator stays")]
    LastAdministrator,
    /// There is no such account, or it was removed.
    #[error("no such account")]
    NotThere,
    /// Somebody else changed the account meanwhile.
    #[error("changed meanwhile")]
    Changed,
    /// The form's key was used for something else.
    #[error("the form was used for something else")]
    FormUsed,
    /// The link was used, replaced by a newer one, or its time is over.
    #[error("the link is over")]
    LinkOver,
    /// Another browser than the one that asked: it must show the code.
    #[error("a code is needed")]
    CodeNeeded,
    /// Not that code; so many tries are left.
    #[error("wrong code, {left} tries left")]
    WrongCode {
        /// How many tries are left.
        left: u32,
    },
    /// This code of the authenticator app was used before, or the account has none.
    #[error("the code was used")]
    CodeUsed,
    /// The session is over.
    #[error("the session is over")]
    SessionOver,
    /// Anything else.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The accounts, sign-in links and sessions of the desk.
#[derive(Clone, Debug)]
pub struct Staff {
    db: Db,
}

/// That an address has an account: one account an address.
#[derive(Serialize, Deserialize)]
struct EmailOf {
    staff: StaffId,
}

impl Staff {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// One account, removed ones too.
    pub async fn get(&self, id: &StaffId) -> Result<Option<StaffRecord>, StoreError> {
        self.db.get(Table::Hub, &keys::staff(id)).await
    }

    /// All accounts by name, removed ones too: the audit names them.
    pub async fn all(&self) -> Result<Vec<StaffRecord>, StoreError> {
        let mut all: Vec<StaffRecord> = self.db.all(Table::Hub, keys::STAFF, "").await?;
        all.sort_by_key(|staff| (staff.removed, staff.name.to_lowercase()));
        Ok(all)
    }

    /// The account of an address. Reads as much for an unknown address as for a known one (quality-bar S-16).
    pub async fn by_email(&self, email_hash: &str) -> Result<Option<StaffRecord>, StoreError> {
        let found: Option<EmailOf> = self.db.get(Table::Hub, &keys::staff_email(email_hash)).await?;
        let id = found.map_or_else(|| StaffId::from_random([0; 16]), |email| email.staff);
        Ok(self.get(&id).await?.filter(|staff| !staff.removed))
    }

    /// What the same form did before: none where it is new.
    async fn earlier<T: DeserializeOwned>(&self, form: &FormUse) -> Result<Option<T>, StaffError> {
        match form.earlier(&self.db).await? {
            None => Ok(None),
            Some(Earlier::Same(result)) => Ok(Some(result)),
            Some(Earlier::Other) => Err(StaffError::FormUsed),
        }
    }

    /// Commits what a form does. A twin of the same form that was quicker gives its result; other refusals go to `why`.
    async fn commit_form<T: DeserializeOwned>(
        &self,
        tx: Tx<'_>,
        form: &FormUse,
        done: T,
        why: impl FnOnce(&TxError) -> StaffError,
    ) -> Result<T, StaffError> {
        match tx.commit().await {
            Ok(()) => Ok(done),
            Err(TxError::Store(error)) => Err(error.into()),
            Err(error) if error.refused_by(FORM_KEY) => self.earlier(form).await?.ok_or(StaffError::Changed),
            Err(error) => Err(why(&error)),
        }
    }
}

/// What is stored of a token or code: nobody who reads the table can use it (quality-bar S-10).
fn hashed(secret: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(secret.as_bytes()))
}

//! Weeks: written by the desk and by the loading of the archive, read by everyone. A week has no private side, so it lies in `public`.

use domain::audit::{AuditEntry, Subject};
use domain::week::{Week, WeekId};

use crate::audit;
use crate::db::Db;
use crate::deed::Deed;
use crate::error::StoreError;
use crate::form_keys::{Earlier, FormUse};
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, TxError};

/// Why a week was not written.
#[derive(Debug, thiserror::Error)]
pub enum WeekError {
    /// There is a week of this nation and year.
    #[error("there is such a week")]
    Taken,
    /// There is no such week.
    #[error("there is no such week")]
    NotThere,
    /// The form's key was used with other answers.
    #[error("the form was used for something else")]
    FormUsed,
    /// The database did not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The weeks.
#[derive(Clone, Debug)]
pub struct Weeks {
    db: Db,
}

impl Weeks {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// One week.
    pub async fn get(&self, id: WeekId) -> Result<Option<Week>, StoreError> {
        self.db.get(Table::Public, &keys::week(id)).await
    }

    /// All weeks, by nation and year.
    pub async fn all(&self) -> Result<Vec<Week>, StoreError> {
        self.db.all(Table::Public, keys::WEEKS, "").await
    }

    /// Writes a week, new or changed.
    pub async fn put(&self, week: &Week) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.put(Table::Public, &keys::week(week.id), week);
        tx.commit().await.map_err(|e| match e {
            TxError::Store(error) => error,
            TxError::Refused(_) => StoreError::Busy,
        })
    }

    /// Opens a new week, and notes who did.
    pub async fn open(&self, week: &Week, form: &FormUse, deed: &Deed) -> Result<(), WeekError> {
        let mut tx = Tx::new(&self.db);
        tx.put_new("week", Table::Public, &keys::week(week.id), week);
        self.noted(tx, week, "open-week", form, deed, WeekError::Taken).await
    }

    /// Changes a week, and notes who did.
    pub async fn change(&self, week: &Week, form: &FormUse, deed: &Deed) -> Result<(), WeekError> {
        let mut tx = Tx::new(&self.db);
        tx.put_if("week", Table::Public, &keys::week(week.id), week, "attribute_exists(pk)", Vec::new());
        self.noted(tx, week, "change-week", form, deed, WeekError::NotThere).await
    }

    async fn noted(&self, mut tx: Tx<'_>, week: &Week, act: &str, form: &FormUse, deed: &Deed, refused: WeekError) -> Result<(), WeekError> {
        form.use_up(&mut tx, &(), deed.at);
        audit::add(&mut tx, &AuditEntry::new(deed.at, deed.by.clone(), act, Subject::Week(week.id)), &deed.mark);
        match tx.commit().await {
            Ok(()) => Ok(()),
            Err(TxError::Store(error)) => Err(error.into()),
            Err(TxError::Refused(_)) => match form.earlier::<()>(&self.db).await? {
                Some(Earlier::Same(())) => Ok(()),
                Some(Earlier::Other) => Err(WeekError::FormUsed),
                None => Err(refused),
            },
        }
    }
}

//! The question box of a week: whoever takes one in can't read it; the desk reads it, uses it or takes it out.

use domain::audit::{AuditEntry, Subject};
use domain::ids::SuggestionId;
use domain::week::{SuggestedQuestion, Week, WeekId};
use jiff::Timestamp;

use crate::audit;
use crate::db::{Db, Key};
use crate::deed::Deed;
use crate::error::StoreError;
use crate::form_keys::FormUse;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, TxError};

fn key(week: WeekId, id: &SuggestionId) -> Key {
    Key::new(all_of(week), id.as_str())
}

fn all_of(week: WeekId) -> String {
    format!("ASKED#{week}")
}

/// Takes them in.
#[derive(Clone, Debug)]
pub struct QuestionBox {
    db: Db,
}

impl QuestionBox {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// Keeps a question that somebody suggests. The same form sent twice is one.
    ///
    /// # Errors
    /// Where the database does not do it: nothing was kept.
    pub async fn suggest(&self, week: WeekId, asked: &SuggestedQuestion, form: &FormUse, now: Timestamp) -> Result<(), StoreError> {
        if form.earlier::<()>(&self.db).await?.is_some() {
            return Ok(());
        }
        let mut tx = Tx::new(&self.db);
        tx.put_until(Table::Hub, &key(week, &asked.id), asked, asked.kept_until);
        form.use_up(&mut tx, &(), now);
        settled(tx.commit().await)
    }
}

/// The desk's side of it.
#[derive(Clone, Debug)]
pub struct QuestionBoxDesk {
    db: Db,
}

impl QuestionBoxDesk {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// What was suggested to a week, the first first; what is overdue is not shown, whether it was deleted or not.
    ///
    /// # Errors
    /// Where the database doesn't answer.
    pub async fn of(&self, week: WeekId, now: Timestamp) -> Result<Vec<SuggestedQuestion>, StoreError> {
        let mut all: Vec<SuggestedQuestion> = self.db.all(Table::Hub, &all_of(week), "").await?;
        all.retain(|asked| asked.kept_until > now);
        all.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
        Ok(all)
    }

    /// Takes one out. Done twice, it is done once.
    ///
    /// # Errors
    /// Where the database doesn't answer.
    pub async fn remove(&self, week: WeekId, id: &SuggestionId, deed: &Deed) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.delete_existing("there", Table::Hub, &key(week, id));
        noted(&mut tx, week, "remove-question", deed);
        settled(tx.commit().await)
    }

    /// Takes one out and writes the week that now asks it. Done twice, it is done once.
    ///
    /// # Errors
    /// Where the database doesn't answer.
    pub async fn adopt(&self, week: &Week, id: &SuggestionId, deed: &Deed) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.delete_existing("there", Table::Hub, &key(week.id, id));
        tx.put(Table::Public, &keys::week(week.id), week);
        noted(&mut tx, week.id, "adopt-question", deed);
        settled(tx.commit().await)
    }
}

fn noted(tx: &mut Tx<'_>, week: WeekId, act: &str, deed: &Deed) {
    audit::add(tx, &AuditEntry::new(deed.at, deed.by.clone(), act, Subject::Week(week)), &deed.mark);
}

fn settled(committed: Result<(), TxError>) -> Result<(), StoreError> {
    match committed {
        Ok(()) | Err(TxError::Refused(_)) => Ok(()),
        Err(TxError::Store(error)) => Err(error),
    }
}

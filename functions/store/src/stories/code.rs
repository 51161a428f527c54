//! Withdrawal codes: a story's record knows the hash of its newest one, and each hash names its story.

use domain::ids::StoryId;
use domain::story::{CodeRecord, StoryRecord};
use serde::{Deserialize, Serialize};

use super::act::{VERSION, refused};
use super::{Stories, StoryError};
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::Tx;

/// The story that a code opens.
#[derive(Debug, Serialize, Deserialize)]
struct Opens {
    story: StoryId,
}

impl Stories {
    /// Gives a story a new code, by its keyed hash ([`crate::contact_hash`]); the one before opens nothing any more.
    pub async fn new_code(&self, record: &StoryRecord, hash: &str) -> Result<StoryRecord, StoryError> {
        let mut next = record.clone();
        let number = record.code.as_ref().map_or(1, |code| code.number + 1);
        next.code = Some(CodeRecord { number, hash: hash.to_owned(), kept: false });
        next.version += 1;
        let mut tx = Tx::new(&self.db);
        if let Some(old) = record.code.as_ref().filter(|old| old.hash != hash) {
            tx.delete(Table::Hub, &keys::story_code(&old.hash));
        }
        tx.put(Table::Hub, &keys::story_code(hash), &Opens { story: next.id.clone() });
        tx.replace(VERSION, Table::Hub, &keys::story(&next.id), &next, record.version);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }

    /// Notes that its author has the code: no page shows it again.
    pub async fn keep_code(&self, record: &StoryRecord) -> Result<StoryRecord, StoryError> {
        let mut next = record.clone();
        match &mut next.code {
            Some(code) if !code.kept => code.kept = true,
            _ => return Ok(next),
        }
        next.version += 1;
        let mut tx = Tx::new(&self.db);
        tx.replace(VERSION, Table::Hub, &keys::story(&next.id), &next, record.version);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }

    /// The story that a code opens, by its hash. One look, whether or not there is such a code.
    pub async fn by_code(&self, hash: &str) -> Result<Option<StoryId>, StoreError> {
        let opens: Option<Opens> = self.db.get(Table::Hub, &keys::story_code(hash)).await?;
        Ok(opens.map(|opens| opens.story))
    }
}

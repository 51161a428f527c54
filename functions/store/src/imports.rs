//! Many events brought in together: how far they are. What an import wrote is there for nobody until all of it is written; then one
//! record makes all of it true at once.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::ids::{EventId, ImportId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::db::Db;
use crate::due::{self, Due};
use crate::error::StoreError;
use crate::form_keys::FormUse;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, TxError, s};

/// So long somebody can send an import again that broke off; then what came of it is taken out.
const WAITED_FOR: SignedDuration = SignedDuration::from_hours(24);

/// So long it is noted that an import is whole: longer than the keeper needs to see it.
const NOTED: SignedDuration = SignedDuration::from_hours(24 * 3);

/// So long it is noted that one was given up: longer than its audit entries stay, which nobody is shown.
const GIVEN_UP: SignedDuration = SignedDuration::from_hours(24 * 400);

/// The condition that it is still being written.
pub(crate) const OPEN: &str = "import open";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Standing {
    Open,
    Whole,
    GivenUp,
}

/// How far an import is. An import of which nothing is noted has been whole for days.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Import {
    standing: Standing,
    /// When it was sent first: since then its events wait.
    pub since: Timestamp,
    /// How many events it has.
    pub events: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expires: Option<i64>,
}

/// The import that a form makes: the same form sent again goes on with the same one, a changed one is another.
pub fn of(form: &FormUse) -> ImportId {
    ImportId::from_random(bytes(&[form.key.as_str(), &form.hash]))
}

/// Its event of this number, from 0.
pub fn event(id: &ImportId, nth: usize) -> EventId {
    EventId::from_random(bytes(&[id.as_str(), &nth.to_string()]))
}

fn bytes<const N: usize>(parts: &[&str]) -> [u8; N] {
    let hash = Sha256::digest(parts.join("#"));
    std::array::from_fn(|at| hash[at])
}

impl Import {
    /// Begins it, or goes on with it as it was begun; refused by [`OPEN`] where it is no longer open.
    pub async fn begin(db: &Db, id: &ImportId, events: u32, now: Timestamp) -> Result<Self, TxError> {
        let begun = Self { standing: Standing::Open, since: now, events, expires: None };
        let mut tx = Tx::new(db);
        tx.put_new(OPEN, Table::Hub, &keys::import(id), &begun);
        due::add(&mut tx, &Due::GiveUpImport { import: id.clone() }, now + WAITED_FOR);
        match tx.commit().await {
            Ok(()) => Ok(begun),
            Err(error) if error.refused_by(OPEN) => {
                let earlier: Option<Self> = db.get(Table::Hub, &keys::import(id)).await?;
                earlier.filter(|import| import.standing == Standing::Open).ok_or(error)
            }
            Err(error) => Err(error),
        }
    }

    /// Demands that it is open.
    pub fn check(tx: &mut Tx<'_>, id: &ImportId) {
        tx.check(OPEN, Table::Hub, &keys::import(id), "standing = :open", vec![(":open", s("open"))]);
    }

    /// All of it is there from now on.
    pub fn finish(self, tx: &mut Tx<'_>, id: &ImportId, now: Timestamp) {
        self.turn(tx, id, Standing::Whole, now + NOTED, "standing = :open", vec![(":open", s("open"))]);
    }

    fn turn(mut self, tx: &mut Tx<'_>, id: &ImportId, to: Standing, until: Timestamp, condition: &str, values: Vec<(&str, AttributeValue)>) {
        (self.standing, self.expires) = (to, Some(until.as_second()));
        tx.put_if(OPEN, Table::Hub, &keys::import(id), &self, condition, values);
    }

    /// Gives it up, so that nothing of it is written any more; none where it is whole, and where nothing is known of it.
    pub async fn give_up(db: &Db, id: &ImportId, now: Timestamp) -> Result<Option<Self>, StoreError> {
        let Some(import) = db.get::<Self>(Table::Hub, &keys::import(id)).await? else { return Ok(None) };
        let mut tx = Tx::new(db);
        import.clone().turn(&mut tx, id, Standing::GivenUp, now + GIVEN_UP, "standing <> :whole", vec![(":whole", s("whole"))]);
        match tx.commit().await {
            Ok(()) => Ok(Some(import)),
            Err(TxError::Refused(_)) => Ok(None),
            Err(TxError::Store(error)) => Err(error),
        }
    }
}

/// Which imports are whole: what came with the others is there for nobody.
pub(crate) struct Whole(HashMap<ImportId, bool>);

impl Whole {
    /// Looks each of these up once. One that nothing is known of any more was whole long ago.
    pub(crate) async fn among(db: &Db, ids: impl Iterator<Item = &ImportId>) -> Result<Self, StoreError> {
        let mut known = HashMap::new();
        for id in ids {
            if !known.contains_key(id) {
                let import: Option<Import> = db.get(Table::Hub, &keys::import(id)).await?;
                known.insert(id.clone(), import.is_none_or(|import| import.standing == Standing::Whole));
            }
        }
        Ok(Self(known))
    }

    /// Whether what was brought in with this, or with nothing, is there.
    pub(crate) fn shows(&self, brought: Option<&ImportId>) -> bool {
        brought.is_none_or(|with| self.0.get(with).copied().unwrap_or(false))
    }
}

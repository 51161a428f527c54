//! The first successful result of each form, kept for a day: a double press, a retry or Back-and-resend gives the same
//! answer (design, decision 7; quality-bar R-06).

use domain::ids::FormKey;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::db::Db;
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::Tx;

/// How long a result is kept.
pub const KEPT: SignedDuration = SignedDuration::from_hours(26);

/// The name of the condition on form keys.
pub const FORM_KEY: &str = "form key";

/// A form that is being sent: its key, and a hash of everything in it.
#[derive(Clone, Debug)]
pub struct FormUse {
    /// The form's key.
    pub key: FormKey,
    /// A hash of the answers, to tell a repeat from another form under the same key.
    pub hash: String,
}

/// What an earlier sending of the same form did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Earlier<T> {
    /// The same answers: this was the result.
    Same(T),
    /// Other answers under a used key: nothing may be written.
    Other,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    hash: String,
    result: String,
    kept_until: Timestamp,
}

impl FormUse {
    /// Uses the key up, in the same transaction as what the form does. Refused by [`FORM_KEY`] when it was used before.
    pub fn use_up<T: Serialize>(&self, tx: &mut Tx<'_>, result: &T, now: Timestamp) {
        let kept_until = now + KEPT;
        let result = serde_json::to_string(result).unwrap_or_default();
        let kept = Kept { hash: self.hash.clone(), result, kept_until };
        tx.put_new_until(FORM_KEY, Table::Hub, &keys::form_key(&self.key), &kept, kept_until);
    }

    /// What an earlier sending did, if there was one.
    pub async fn earlier<T: DeserializeOwned>(&self, db: &Db) -> Result<Option<Earlier<T>>, StoreError> {
        let Some(kept) = db.get::<Kept>(Table::Hub, &keys::form_key(&self.key)).await? else { return Ok(None) };
        if kept.hash != self.hash {
            return Ok(Some(Earlier::Other));
        }
        let result = serde_json::from_str(&kept.result).map_err(|e| StoreError::Unreadable(e.to_string()))?;
        Ok(Some(Earlier::Same(result)))
    }
}

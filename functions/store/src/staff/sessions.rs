//! Sessions at the desk: half after the link, full after the second factor (quality-bar S-10…S-12).

use domain::ids::StaffId;
use domain::staff::StaffRecord;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Staff, hashed};
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, TxError, s};

/// A session nobody uses for this long is over.
pub const IDLE: SignedDuration = SignedDuration::from_mins(30);

/// No session is longer.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(12);

/// How far somebody has come in signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The link was redeemed; only the second factor may follow.
    Half,
    /// Both factors: the desk is open.
    Full,
}

/// One session, as stored under the hash of its token.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Session {
    /// Whose.
    pub staff: StaffId,
    /// Half or full.
    pub stage: Stage,
    /// When it began.
    pub begun: Timestamp,
    /// When it was used last.
    pub seen: Timestamp,
    /// The secret offered for an authenticator app, in a half session of somebody who has none yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_up: Option<String>,
}

/// Somebody at the desk: their session and their account, both looked up now.
#[derive(Clone, Debug)]
pub struct Seat {
    /// The session.
    pub session: Session,
    /// The account.
    pub staff: StaffRecord,
}

/// A session about to begin.
#[derive(Clone, Debug)]
pub struct NewSession<'a> {
    /// At least 128 random bits; only its hash is stored.
    pub token: &'a str,
    /// A new secret for an authenticator app, base 32; kept only for somebody who has none.
    pub secret: &'a str,
}

impl NewSession<'_> {
    pub(super) fn begin_half(&self, tx: &mut Tx<'_>, staff: &StaffRecord, now: Timestamp) {
        let set_up = staff.totp_secret.is_none().then(|| self.secret.to_owned());
        begin(tx, self.token, &Session { staff: staff.id.clone(), stage: Stage::Half, begun: now, seen: now, set_up });
    }
}

/// Puts a new session into a transaction.
pub(super) fn begin(tx: &mut Tx<'_>, token: &str, session: &Session) {
    tx.put_new_until("session", Table::Hub, &keys::session(&hashed(token)), session, session.begun + LONGEST);
}

/// Ends a session in a transaction; refused by `half session` where it is over already.
pub(super) fn end(tx: &mut Tx<'_>, token: &str) {
    tx.delete_existing("half session", Table::Hub, &keys::session(&hashed(token)));
}

impl Session {
    fn is_over(&self, staff: &StaffRecord, now: Timestamp) -> bool {
        staff.removed
            || staff.sessions_after.is_some_and(|after| self.begun <= after)
            || now.duration_since(self.seen) > IDLE
            || now.duration_since(self.begun) > LONGEST
    }
}

impl Staff {
    /// Who sits at the desk with this token; none where the session is over. Notes that it was used.
    pub async fn seat(&self, token: &str, now: Timestamp) -> Result<Option<Seat>, StoreError> {
        let key = keys::session(&hashed(token));
        let Some(session) = self.db.get::<Session>(Table::Hub, &key).await? else { return Ok(None) };
        let Some(staff) = self.get(&session.staff).await? else { return Ok(None) };
        if session.is_over(&staff, now) {
            return Ok(None);
        }
        let mut tx = Tx::new(&self.db);
        // Only where it still is: a session that was ended this moment doesn't come back.
        tx.update("session", Table::Hub, &key, "SET seen = :now", "attribute_exists(pk)", vec![(":now", s(now.to_string()))]);
        match tx.commit().await {
            Ok(()) => Ok(Some(Seat { session, staff })),
            Err(TxError::Refused(_)) => Ok(None),
            Err(TxError::Store(error)) => Err(error),
        }
    }

    /// Ends one session; nothing there is fine.
    pub async fn sign_out(&self, token: &str) -> Result<(), StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.delete(Table::Hub, &keys::session(&hashed(token)));
        match tx.commit().await {
            Ok(()) | Err(TxError::Refused(_)) => Ok(()),
            Err(TxError::Store(error)) => Err(error),
        }
    }
}

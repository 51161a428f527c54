//! The second factor: a code works once (RFC 6238 §5.2), and the session it completes has a new token.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::audit::{Actor, AuditEntry, Subject};
use jiff::Timestamp;

use super::sessions::{begin, end};
use super::{Seat, Session, Staff, StaffError, Stage};
use crate::audit;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, TxError, n, s};

/// A code of an authenticator app that fits, about to be used.
#[derive(Clone, Debug)]
pub struct CodeUse<'a> {
    /// The time step of the code.
    pub step: u64,
    /// The token of the half session.
    pub half: &'a str,
    /// The new token of the full session.
    pub full: &'a str,
    /// Random, for the audit.
    pub mark: &'a str,
}

impl Staff {
    /// Completes a half session by a code. Refused where the code, or a later one, was used.
    pub async fn pass(&self, seat: &Seat, code: &CodeUse<'_>, now: Timestamp) -> Result<(), StaffError> {
        let update = "SET totp_last_step = :step, version = version + :one";
        let condition = "attribute_exists(totp_secret) AND totp_last_step < :step AND removed = :no";
        self.complete(seat, code, "sign-in", update, condition, Vec::new(), now).await
    }

    /// Keeps the secret that was offered, and completes the half session by its first code.
    pub async fn set_up(&self, seat: &Seat, code: &CodeUse<'_>, now: Timestamp) -> Result<(), StaffError> {
        let secret = seat.session.set_up.as_deref().ok_or(StaffError::CodeUsed)?;
        let update = "SET totp_secret = :secret, totp_last_step = :step, version = version + :one";
        let condition = "attribute_exists(pk) AND attribute_not_exists(totp_secret) AND removed = :no";
        self.complete(seat, code, "set-up-second-factor", update, condition, vec![(":secret", s(secret))], now).await
    }

    #[expect(clippy::too_many_arguments, reason = "both ways of completing a session, told apart by their expressions")]
    async fn complete(
        &self,
        seat: &Seat,
        code: &CodeUse<'_>,
        act: &'static str,
        update: &str,
        condition: &str,
        mut values: Vec<(&str, AttributeValue)>,
        now: Timestamp,
    ) -> Result<(), StaffError> {
        let id = &seat.staff.id;
        values.extend([(":step", n(code.step)), (":one", n(1)), (":no", AttributeValue::Bool(false))]);
        let mut tx = Tx::new(&self.db);
        tx.update("code", Table::Hub, &keys::staff(id), update, condition, values);
        end(&mut tx, code.half);
        begin(&mut tx, code.full, &Session { staff: id.clone(), stage: Stage::Full, begun: now, seen: now, set_up: None });
        audit::add(&mut tx, &AuditEntry::new(now, Actor::Staff(id.clone()), act, Subject::Staff(id.clone())), code.mark);
        match tx.commit().await {
            Ok(()) => Ok(()),
            Err(TxError::Store(error)) => Err(error.into()),
            Err(error) if error.refused_by("code") => Err(StaffError::CodeUsed),
            Err(_) => Err(StaffError::SessionOver),
        }
    }
}

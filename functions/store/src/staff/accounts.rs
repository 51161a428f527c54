//! Accounts: the first one, inviting, removing, ending sessions. Every change is in the audit.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::audit::{Actor, AuditEntry, Subject};
use domain::contact::Email;
use domain::ids::StaffId;
use domain::message::{Message, Recipient, Waiting};
use domain::staff::{Role, StaffRecord};
use jiff::Timestamp;

use super::{EmailOf, Staff, StaffError};
use crate::audit;
use crate::form_keys::FormUse;
use crate::keys;
use crate::outbox;
use crate::tables::Table;
use crate::tx::{Tx, TxError, n, s};

/// Somebody who is given an account.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Random.
    pub id: StaffId,
    /// The name colleagues see.
    pub name: String,
    /// Where sign-in links go.
    pub email: Email,
    /// The keyed hash of `email:` and the folded address.
    pub email_hash: String,
    /// What they may do.
    pub role: Role,
}

impl NewAccount {
    fn record(&self, now: Timestamp) -> StaffRecord {
        StaffRecord {
            id: self.id.clone(),
            name: self.name.clone(),
            email: self.email.clone(),
            role: self.role,
            totp_secret: None,
            totp_last_step: 0,
            removed: false,
            sessions_after: None,
            version: 1,
            created: now,
        }
    }

    fn add(&self, tx: &mut Tx<'_>, actor: Actor, mark: &str, now: Timestamp) {
        tx.put_new("account", Table::Hub, &keys::staff(&self.id), &self.record(now));
        tx.put_new("email", Table::Hub, &keys::staff_email(&self.email_hash), &EmailOf { staff: self.id.clone() });
        audit::add(tx, &AuditEntry::new(now, actor, "invite", Subject::Staff(self.id.clone())), mark);
    }
}

impl Staff {
    /// The account of an address, made with the given role where there is none: `cargo run`'s first administrator.
    pub async fn ensure_first(&self, account: &NewAccount, mark: &str, now: Timestamp) -> Result<StaffRecord, StaffError> {
        if let Some(there) = self.by_email(&account.email_hash).await? {
            return Ok(there);
        }
        let mut tx = Tx::new(&self.db);
        account.add(&mut tx, Actor::Hub, mark, now);
        match tx.commit().await {
            Ok(()) => Ok(account.record(now)),
            Err(TxError::Store(error)) => Err(error.into()),
            Err(TxError::Refused(_)) => self.by_email(&account.email_hash).await?.ok_or(StaffError::Changed),
        }
    }

    /// Gives somebody an account and tells them by mail. A second account for an address is refused.
    pub async fn invite(&self, by: &StaffId, account: &NewAccount, form: &FormUse, mark: &str, now: Timestamp) -> Result<StaffId, StaffError> {
        if let Some(done) = self.earlier(form).await? {
            return Ok(done);
        }
        let mut tx = Tx::new(&self.db);
        account.add(&mut tx, Actor::Staff(by.clone()), mark, now);
        let id = format!("invited-{}", account.id);
        outbox::add(
            &mut tx,
            &Waiting {
                id,
                to: Recipient::Address(account.email.clone()),
                message: Message::StaffInvited { staff: account.id.clone() },
                created: now,
            },
        );
        form.use_up(&mut tx, &account.id, now);
        self.commit_form(tx, form, account.id.clone(), |_| StaffError::EmailTaken).await
    }

    /// Removes an account: its sessions and links are dead at once, its name stays for the audit. The last administrator
    /// can't be removed: the transaction demands that another one is still there.
    pub async fn remove(
        &self,
        by: &StaffId,
        whom: &StaffRecord,
        email_hash: &str,
        form: &FormUse,
        mark: &str,
        now: Timestamp,
    ) -> Result<(), StaffError> {
        if let Some(done) = self.earlier(form).await? {
            return Ok(done);
        }
        let mut tx = Tx::new(&self.db);
        if whom.role == Role::Administrator {
            let others = self.all().await?;
            let other = others.iter().find(|s| s.role == Role::Administrator && !s.removed && s.id != whom.id);
            let other = other.ok_or(StaffError::LastAdministrator)?;
            let stays = "attribute_exists(pk) AND removed = :no AND #role = :administrator";
            let values = vec![(":no", AttributeValue::Bool(false)), (":administrator", s(Role::Administrator.value()))];
            tx.check("administrator", Table::Hub, &keys::staff(&other.id), stays, values);
        }
        let gone = StaffRecord { removed: true, totp_secret: None, version: whom.version + 1, ..whom.clone() };
        tx.replace("version", Table::Hub, &keys::staff(&whom.id), &gone, whom.version);
        tx.delete(Table::Hub, &keys::staff_email(email_hash));
        tx.delete(Table::Hub, &keys::newest_sign_in(whom.id.as_str()));
        audit::add(&mut tx, &AuditEntry::new(now, Actor::Staff(by.clone()), "remove", Subject::Staff(whom.id.clone())), mark);
        form.use_up(&mut tx, &(), now);
        let why = |error: &TxError| if error.refused_by("administrator") { StaffError::LastAdministrator } else { StaffError::Changed };
        self.commit_form(tx, form, (), why).await
    }

    /// Ends every session somebody has.
    pub async fn end_sessions(&self, by: &StaffId, whom: &StaffId, form: &FormUse, mark: &str, now: Timestamp) -> Result<(), StaffError> {
        if let Some(done) = self.earlier(form).await? {
            return Ok(done);
        }
        let mut tx = Tx::new(&self.db);
        let update = "SET sessions_after = :now, version = version + :one";
        let condition = "attribute_exists(pk) AND removed = :no";
        let values = vec![(":now", s(now.to_string())), (":one", n(1)), (":no", AttributeValue::Bool(false))];
        tx.update("account", Table::Hub, &keys::staff(whom), update, condition, values);
        audit::add(&mut tx, &AuditEntry::new(now, Actor::Staff(by.clone()), "end-sessions", Subject::Staff(whom.clone())), mark);
        form.use_up(&mut tx, &(), now);
        self.commit_form(tx, form, (), |_| StaffError::NotThere).await
    }
}

//! Sign-in links: good once, for ten minutes, bound to the browser that asked (quality-bar S-13…S-16).

use aws_sdk_dynamodb::types::AttributeValue;
use domain::ids::StaffId;
use domain::message::{Message, Recipient, Waiting};
use domain::staff::StaffRecord;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{NewSession, Staff, StaffError, hashed};
use crate::error::StoreError;
use crate::form_keys::FormUse;
use crate::keys;
use crate::outbox;
use crate::tables::Table;
use crate::tx::{Tx, TxError, n, s};

/// How long a link is good.
pub const LINK_LIFE: SignedDuration = SignedDuration::from_mins(10);

/// How many codes may be tried on one link.
pub const TRIES: u32 = 5;

/// A link about to be sent.
#[derive(Clone, Debug)]
pub struct NewLink<'a> {
    /// At least 128 random bits.
    pub token: &'a str,
    /// The secret in the cookie of the browser that asked.
    pub browser: &'a str,
    /// The six digits shown to that browser.
    pub code: &'a str,
}

/// What the browser that opened a link can show.
#[derive(Clone, Copy, Debug, Default)]
pub struct Proof<'a> {
    /// The secret in its cookie.
    pub browser: Option<&'a str>,
    /// The code typed.
    pub code: Option<&'a str>,
}

/// What to show for a link that was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkShown {
    /// A button is enough.
    Button,
    /// Another browser asked: the code as well.
    Code,
}

#[derive(Serialize, Deserialize)]
struct Link {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    staff: Option<StaffId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    browser: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    tries: u32,
    until: Timestamp,
}

impl Link {
    fn is_bound_to(&self, browser: Option<&str>) -> bool {
        self.browser.is_none() || browser.is_some_and(|b| self.browser == Some(hashed(b)))
    }
}

#[derive(Serialize, Deserialize)]
struct Newest {
    link: String,
}

impl Staff {
    /// Sends a link to the account of this address, if there is one, and kills its older links. An unknown address costs as
    /// many reads and writes, and the caller learns nothing but for the log: whose account it was.
    pub async fn ask_link(&self, email_hash: &str, link: &NewLink<'_>, form: &FormUse, now: Timestamp) -> Result<Option<StaffId>, StaffError> {
        if let Some(()) = self.earlier(form).await? {
            return Ok(None);
        }
        let staff = self.by_email(email_hash).await?;
        let id = staff.as_ref().map(|s| s.id.clone());
        let hash = hashed(link.token);
        let record = Link {
            staff: id.clone(),
            browser: Some(hashed(link.browser)),
            code: Some(hashed(&format!("{hash}:{}", link.code))),
            tries: 0,
            until: now + LINK_LIFE,
        };
        let mut tx = Tx::new(&self.db);
        let whose = id.as_ref().map_or(email_hash, StaffId::as_str);
        add(&mut tx, whose, &hash, &record);
        match staff {
            Some(staff) => {
                let message = Message::StaffSignIn { staff: staff.id, token: link.token.to_owned() };
                outbox::add(&mut tx, &Waiting { id: format!("sign-in-{}", &hash[..32]), to: Recipient::Address(staff.email), message, created: now });
            }
            None => {
                tx.put_until(Table::Hub, &keys::newest_sign_in(&hash), &Newest { link: hash.clone() }, record.until);
            }
        }
        form.use_up(&mut tx, &(), now);
        self.commit_form(tx, form, (), |_| StaffError::Changed).await?;
        Ok(id)
    }

    /// A link for the console of `cargo run`: bound to no browser, never mailed.
    pub async fn console_link(&self, staff: &StaffId, token: &str, now: Timestamp) -> Result<(), StoreError> {
        let hash = hashed(token);
        let record = Link { staff: Some(staff.clone()), browser: None, code: None, tries: 0, until: now + LINK_LIFE };
        let mut tx = Tx::new(&self.db);
        add(&mut tx, staff.as_str(), &hash, &record);
        tx.commit().await.map_err(|error| match error {
            TxError::Store(error) => error,
            TxError::Refused(_) => StoreError::Busy,
        })
    }

    /// What to show for a link; none where it is over. Changes nothing, however often it is opened.
    pub async fn link(&self, token: &str, browser: Option<&str>, now: Timestamp) -> Result<Option<LinkShown>, StoreError> {
        let hash = hashed(token);
        let Some(link) = self.live_link(&hash, now).await? else { return Ok(None) };
        let Some(staff) = &link.staff else { return Ok(None) };
        let newest: Option<Newest> = self.db.get(Table::Hub, &keys::newest_sign_in(staff.as_str())).await?;
        if newest.is_none_or(|n| n.link != hash) || link.tries >= TRIES {
            return Ok(None);
        }
        Ok(Some(if link.is_bound_to(browser) { LinkShown::Button } else { LinkShown::Code }))
    }

    /// Uses a link up and begins a half session. Of any number at once exactly one succeeds.
    pub async fn redeem(&self, token: &str, proof: Proof<'_>, session: &NewSession<'_>, now: Timestamp) -> Result<StaffRecord, StaffError> {
        let hash = hashed(token);
        let link = self.live_link(&hash, now).await?.ok_or(StaffError::LinkOver)?;
        let id = link.staff.clone().ok_or(StaffError::LinkOver)?;
        if !link.is_bound_to(proof.browser) {
            self.try_code(&hash, &link, proof.code).await?;
        }
        let staff = self.get(&id).await?.filter(|s| !s.removed).ok_or(StaffError::LinkOver)?;
        let mut tx = Tx::new(&self.db);
        tx.delete_existing("link", Table::Hub, &keys::sign_in(&hash));
        tx.update("newest", Table::Hub, &keys::newest_sign_in(id.as_str()), "REMOVE #link", "#link = :link", vec![(":link", s(hash))]);
        tx.check("account", Table::Hub, &keys::staff(&id), "attribute_exists(pk) AND removed = :no", vec![(":no", AttributeValue::Bool(false))]);
        session.begin_half(&mut tx, &staff, now);
        match tx.commit().await {
            Ok(()) => Ok(staff),
            Err(TxError::Store(error)) => Err(error.into()),
            Err(TxError::Refused(_)) => Err(StaffError::LinkOver),
        }
    }

    /// Counts the try first, so that guesses sent at once can't be more than [`TRIES`].
    async fn try_code(&self, hash: &str, link: &Link, code: Option<&str>) -> Result<(), StaffError> {
        let code = code.ok_or(StaffError::CodeNeeded)?;
        let mut tx = Tx::new(&self.db);
        let values = vec![(":one", n(1)), (":most", n(TRIES))];
        tx.update("tries", Table::Hub, &keys::sign_in(hash), "SET tries = tries + :one", "attribute_exists(pk) AND tries < :most", values);
        match tx.commit().await {
            Ok(()) => {}
            Err(TxError::Store(error)) => return Err(error.into()),
            Err(TxError::Refused(_)) => return Err(StaffError::LinkOver),
        }
        if link.code == Some(hashed(&format!("{hash}:{code}"))) {
            return Ok(());
        }
        Err(StaffError::WrongCode { left: TRIES.saturating_sub(link.tries + 1) })
    }

    async fn live_link(&self, hash: &str, now: Timestamp) -> Result<Option<Link>, StoreError> {
        let link: Option<Link> = self.db.get(Table::Hub, &keys::sign_in(hash)).await?;
        Ok(link.filter(|link| now < link.until))
    }
}

fn add(tx: &mut Tx<'_>, whose: &str, hash: &str, link: &Link) {
    tx.put_until(Table::Hub, &keys::sign_in(hash), link, link.until);
    tx.put_until(Table::Hub, &keys::newest_sign_in(whose), &Newest { link: hash.to_owned() }, link.until);
}

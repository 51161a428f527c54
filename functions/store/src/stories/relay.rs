//! Messages from readers to whoever stands behind a story. The address lies in the confidential table, under a random name of its own: a
//! public page knows that name, and nothing leads from it to the story's own record but what lies there. A message waits in the outbox
//! until it is sent, and is kept nowhere else.

use domain::contact::Email;
use domain::ids::{AddressId, RelayId, StoryId};
use domain::message::{Message, Recipient, Waiting};
use domain::story::{ReaderMessage, StoryAct, StoryRecord};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::act::{after, refused, write};
use super::contact::note_gone;
use super::{Stories, StoryError};
use crate::db::Db;
use crate::deed::Deed;
use crate::error::StoreError;
use crate::form_keys::{Earlier, FormUse};
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, TxError};
use crate::{outbox, public};

/// An address that messages go to, and the name it goes by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relay {
    /// The name: the only thing that a story's record and page know of it.
    pub id: RelayId,
    /// Where mail goes.
    pub email: Email,
    /// The address's own random name, by which it is known when it is gone.
    pub name: AddressId,
}

/// What lies behind a relay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BehindRelay {
    /// Where mail goes.
    pub email: Email,
    /// The story whose readers may write.
    pub story: StoryId,
    /// The address's own random name; none where an earlier release wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<AddressId>,
}

/// Reads what lies behind relays: for the author's own pages, and for the mailer at the moment it sends. Nobody else has it.
#[derive(Clone, Debug)]
pub struct Relays {
    db: Db,
}

impl Relays {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// What lies behind a relay, while there is one.
    ///
    /// # Errors
    /// Where the database doesn't answer.
    pub async fn behind(&self, id: &RelayId) -> Result<Option<BehindRelay>, StoreError> {
        self.db.get(Table::Confidential, &keys::relay(id)).await
    }

    /// Puts what a reader wrote into the outbox. The same form sent twice is one message.
    ///
    /// # Errors
    /// [`StoryError::FormUsed`] where the form was sent with other words; or the database doesn't answer, and nothing was kept.
    pub async fn pass_on(&self, to: &RelayId, message: &ReaderMessage, form: &FormUse, now: Timestamp) -> Result<(), StoryError> {
        match form.earlier::<()>(&self.db).await? {
            Some(Earlier::Same(())) => return Ok(()),
            Some(Earlier::Other) => return Err(StoryError::FormUsed),
            None => {}
        }
        let mut tx = Tx::new(&self.db);
        form.use_up(&mut tx, &(), now);
        let ReaderMessage { words, reach } = message.clone();
        let message = Message::FromReader { relay: to.clone(), words, reach };
        outbox::add(&mut tx, &Waiting { id: format!("reader#{}", form.key), to: Recipient::Relay(to.clone()), message, created: now });
        match tx.commit().await {
            // Pressed twice at once: the other press was it.
            Ok(()) | Err(TxError::Refused(_)) => Ok(()),
            Err(TxError::Store(error)) => Err(error.into()),
        }
    }
}

impl Stories {
    /// Ends what a public story asks of its readers, and messages with it. `excerpt` as for publication.
    pub async fn end_messages(&self, record: &StoryRecord, excerpt: String, deed: &Deed) -> Result<StoryRecord, StoryError> {
        let mut next = after(record, StoryAct::EndMessages)?;
        next.ask_nothing();
        let mut tx = Tx::new(&self.db);
        note_gone(&mut tx, &mut next, record.relay().as_ref().map(AddressId::from), deed.at);
        if let Some(page) = next.page() {
            public::change_story(&mut tx, &page, &page.card(excerpt));
        }
        write(&mut tx, record, &next, StoryAct::EndMessages, deed);
        remove(&mut tx, record.relay());
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}

/// What lies behind a story's relay.
pub(super) async fn behind(db: &Db, record: &StoryRecord) -> Result<Option<BehindRelay>, StoreError> {
    let Some(relay) = record.relay() else { return Ok(None) };
    db.get(Table::Confidential, &keys::relay(&relay)).await
}

/// Puts an address in the place of the one that was there, and gives the name of that one; the story's answers name the relay. The same
/// address again keeps its name.
pub(super) fn replace(tx: &mut Tx<'_>, record: &StoryRecord, old: Option<BehindRelay>, new: &Relay) -> Option<AddressId> {
    remove(tx, record.relay().filter(|old| *old != new.id));
    let (same, other) = match old {
        Some(old) if old.email == new.email => (Some(old), None),
        old => (None, old),
    };
    let name = same.map_or_else(|| Some(new.name.clone()), |old| old.name);
    tx.put(Table::Confidential, &keys::relay(&new.id), &BehindRelay { email: new.email.clone(), story: record.id.clone(), name });
    other.and_then(|old| old.name)
}

/// Takes an address out.
pub(crate) fn remove(tx: &mut Tx<'_>, relay: Option<RelayId>) {
    if let Some(id) = relay {
        tx.delete(Table::Confidential, &keys::relay(&id));
    }
}

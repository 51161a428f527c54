//! A host writes to the people who registered: the words are kept once, and everybody is told in chunks by the keeper.

use domain::audit::{AuditEntry, Subject};
use domain::ids::EventId;
use domain::registration::{Audience, HostMessage};
use jiff::{SignedDuration, Timestamp};

use super::{RegistrationError, Registrations, outcome};
use crate::deed::Deed;
use crate::due::{Due, Tidings};
use crate::error::StoreError;
use crate::form_keys::FormUse;
use crate::tables::Table;
use crate::tx::Tx;
use crate::{audit, due, keys};

/// How long a host's words are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 180);

impl Registrations {
    /// How many people a message would reach by mail, and how many only by phone.
    pub async fn reached(&self, event: &EventId, audience: Audience) -> Result<(usize, usize), StoreError> {
        let all = self.of_event(event).await?;
        let (by_mail, by_phone): (Vec<_>, Vec<_>) =
            all.iter().filter(|r| audience.takes_in(r.state) && r.address_confirmed).partition(|r| r.person.email.is_some());
        Ok((by_mail.len(), by_phone.len()))
    }

    /// Sends it. The same form again sends nothing more.
    pub async fn write_to(&self, event: &EventId, audience: Audience, words: &str, form: &FormUse, deed: &Deed) -> Result<(), RegistrationError> {
        let message = HostMessage { id: form.key.to_string(), audience, words: words.to_owned(), sent: deed.at };
        let mut tx = Tx::new(&self.db);
        form.use_up(&mut tx, &(), deed.at);
        tx.put_until(Table::Hub, &keys::host_message(event, &message.id), &message, deed.at + KEPT);
        due::add(&mut tx, &Due::Tell { event: event.clone(), tidings: Tidings::FromHost { message: message.id }, after: None }, deed.at);
        let entry = AuditEntry::new(deed.at, deed.by.clone(), "write-to-registered", Subject::Event(event.clone()));
        audit::add(&mut tx, &entry, &deed.mark);
        match outcome(tx.commit().await)? {
            Ok(()) => Ok(()),
            Err(_) => self.earlier(form).await,
        }
    }

    /// What the host wrote before, newest first; what is kept no longer is not among it, whether or not the database has taken it out.
    pub async fn messages(&self, event: &EventId, now: Timestamp) -> Result<Vec<HostMessage>, StoreError> {
        let mut all: Vec<HostMessage> = self.db.all(Table::Hub, &keys::event_pk(event), keys::HOST_MESSAGE).await?;
        all.retain(|message| now < message.sent + KEPT);
        all.sort_by_key(|message| std::cmp::Reverse(message.sent));
        Ok(all)
    }
}

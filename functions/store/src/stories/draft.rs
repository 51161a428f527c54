//! What an author does before publication: begin, save page by page, send.

use domain::answers::Answers;
use domain::ids::{AddressId, StoryId};
use domain::message::Message;
use domain::story::{CALL_RELAY, ConsentOf, StoryAct, StoryRecord};
use domain::time::today;
use jiff::Timestamp;

use super::act::{VERSION, after, earlier, refused, rules_of, unless_done, write};
use super::contact::{self, ContactChange};
use super::{Stories, StoryError, days, letters, relay};
use crate::deed::Deed;
use crate::form_keys::FormUse;
use crate::keys;
use crate::tables::Table;
use crate::tx::Tx;

impl Stories {
    /// Keeps a new draft. The same form sent twice begins one draft: the first one's name comes back.
    pub async fn begin(&self, record: &StoryRecord, form: &FormUse, now: Timestamp) -> Result<StoryId, StoryError> {
        let mut tx = Tx::new(&self.db);
        tx.put_new(VERSION, Table::Hub, &keys::story(&record.id), record);
        form.use_up(&mut tx, &record.id, days::end_of(now));
        match tx.commit().await {
            Ok(()) => Ok(record.id.clone()),
            Err(error) => unless_done(&self.db, form, error).await,
        }
    }

    /// Saves one page of the form over the draft, word for word as typed. `fields` are the page's own; `email` and `call_email` are never
    /// kept among them, whatever was typed there: they are `contact` or nothing.
    pub async fn save(
        &self,
        record: &StoryRecord,
        fields: &[&str],
        typed: &Answers,
        contact: &ContactChange,
        now: Timestamp,
    ) -> Result<StoryRecord, StoryError> {
        let mut next = after(record, StoryAct::Save)?;
        next.answers.take(fields, typed);
        ["email", "call_email"].iter().for_each(|field| next.answers.remove(field));
        let mut tx = Tx::new(&self.db);
        let gone = match contact {
            ContactChange::Keep => None,
            ContactChange::Set(new) => contact::change(&mut tx, &mut next, contact::read(&self.db, &record.id).await?, Some(new)),
            ContactChange::Remove => contact::change(&mut tx, &mut next, contact::read(&self.db, &record.id).await?, None),
            ContactChange::SetRelay(relay) => {
                next.answers.set(CALL_RELAY, relay.id.as_str());
                relay::replace(&mut tx, record, relay::behind(&self.db, record).await?, relay)
            }
            ContactChange::RemoveRelay => {
                next.answers.remove(CALL_RELAY);
                relay::remove(&mut tx, record.relay());
                record.relay().as_ref().map(AddressId::from)
            }
        };
        contact::note_gone(&mut tx, &mut next, gone, now);
        tx.replace(VERSION, Table::Hub, &keys::story(&next.id), &next, record.version);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }

    /// Sends a story to the desk. The caller has read the whole form and found nothing missing. A double press is one story in
    /// the queue and one message.
    pub async fn send(&self, record: &StoryRecord, form: &FormUse, deed: &Deed) -> Result<StoryId, StoryError> {
        if let Some(id) = earlier(&self.db, form).await? {
            return Ok(id);
        }
        let mut next = after(record, StoryAct::Send)?;
        next.sent = Some(today(deed.at));
        next.note_consent(ConsentOf::from(&deed.by), deed.at);
        // What its author is told when they send it holds, whatever the week's settings become.
        next.rules = rules_of(&self.db, record.week).await?;
        (next.edits, next.reading) = (None, None);
        let mut tx = Tx::new(&self.db);
        form.use_up(&mut tx, &next.id, days::end_of(deed.at));
        write(&mut tx, record, &next, StoryAct::Send, deed);
        letters::news(&mut tx, &next, Message::StoryReceived { story: next.id.clone() }, deed.at);
        match tx.commit().await {
            Ok(()) => Ok(next.id),
            Err(error) => unless_done(&self.db, form, error).await,
        }
    }
}

//! How a host takes an event back: withdrawn before it is public, cancelled after.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::event::{EventAct, EventRecord};

use super::act::{after, refused, write};
use super::{EventError, Events};
use crate::deed::Deed;
use crate::due::{self, Due, Tidings};
use crate::tables::Table;
use crate::tx::{Tx, n};
use crate::{keys, public};

impl Events {
    /// Takes an event back that was never public.
    pub async fn withdraw(&self, record: &EventRecord, deed: &Deed) -> Result<EventRecord, EventError> {
        let next = after(record, EventAct::Withdraw, false, deed)?;
        let mut tx = Tx::new(&self.db);
        write(&mut tx, record, &next, EventAct::Withdraw, "", deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }

    /// Cancels a published event: its page stays and says so in the host's words, booking closes, everyone registered is told.
    pub async fn cancel(&self, record: &EventRecord, words: &str, deed: &Deed) -> Result<EventRecord, EventError> {
        let mut next = after(record, EventAct::Cancel, false, deed)?;
        next.cancel_words = (!words.is_empty()).then(|| words.to_owned());
        if let Some(published) = &mut next.published {
            published.sequence += 1;
            published.changed = deed.at;
        }
        let mut tx = Tx::new(&self.db);
        if let Some(page) = next.page() {
            public::change_event(&mut tx, &page);
            if page.through_hub {
                let event = next.id.clone();
                let close = "SET #open = :no, #over = :yes, version = version + :one";
                let (no, yes) = (AttributeValue::Bool(false), AttributeValue::Bool(true));
                let values = vec![(":no", no), (":yes", yes), (":one", n(1))];
                tx.update("places", Table::Hub, &keys::places(&event), close, "attribute_exists(pk)", values);
                due::add(&mut tx, &Due::Tell { event: event.clone(), tidings: Tidings::Cancelled, after: None }, deed.at);
                due::add(&mut tx, &Due::RefreshPlaces { event }, deed.at);
            }
        }
        write(&mut tx, record, &next, EventAct::Cancel, "", deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}

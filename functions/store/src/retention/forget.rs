//! Taking one record out, with everything that names its person. The audit keeps that it was done, by id.

use domain::audit::{Actor, AuditEntry, Subject};
use domain::event::EventRecord;
use domain::registration::RegistrationState;
use domain::story::StoryRecord;
use jiff::Timestamp;

use super::Retention;
use super::seen::note;
use crate::audit;
use crate::due::{self, Due};
use crate::error::StoreError;
use crate::keys;
use crate::registrations::{self, Stored};
use crate::stories;
use crate::tables::Table;
use crate::tx::{Tx, TxError, n};

/// The verb in the audit. An import reads it: what was let go stays gone.
pub const FORGET: &str = "forget";

/// The condition that nobody touched it meanwhile.
pub(super) const UNTOUCHED: &str = "untouched";

pub(super) fn settled(committed: Result<(), TxError>) -> Result<bool, StoreError> {
    match committed {
        Ok(()) => Ok(true),
        // Somebody touched it, or a twin was quicker.
        Err(TxError::Refused(_)) => Ok(false),
        Err(TxError::Store(error)) => Err(error),
    }
}

/// Notes what was let go. No two notes of one moment have the same mark.
pub(super) fn told(tx: &mut Tx<'_>, subject: Subject, mark: &str, verb: &str, now: Timestamp) {
    audit::add(tx, &AuditEntry::new(now, Actor::Hub, verb, subject), mark);
}

impl Retention {
    pub(super) async fn forget_event(&self, event: &EventRecord, hash: &(dyn Fn(&str) -> String + Sync), now: Timestamp) -> Result<bool, StoreError> {
        let mut tx = Tx::new(&self.db);
        tx.delete_if(UNTOUCHED, Table::Hub, &keys::event(&event.id), "version = :version", vec![(":version", n(event.version))]);
        if let Some(email) = &event.confirmed_email {
            tx.delete(Table::Hub, &keys::contact_hosts(&hash(&format!("email:{}", email.folded())), &event.id));
        }
        tx.delete(Table::Hub, &note(&keys::event_pk(&event.id)));
        told(&mut tx, Subject::Event(event.id.clone()), &format!("{FORGET}-{}", event.id), FORGET, now);
        settled(tx.commit().await)
    }

    pub(super) async fn forget_story(&self, story: &StoryRecord, now: Timestamp) -> Result<bool, StoreError> {
        let contact = stories::contact_of(&self.db, &story.id).await?;
        let mut tx = Tx::new(&self.db);
        let key = keys::story(&story.id);
        tx.delete_if(UNTOUCHED, Table::Hub, &key, "version = :version", vec![(":version", n(story.version))]);
        stories::remove_contact(&mut tx, &story.id, contact.as_ref());
        stories::remove_relay(&mut tx, story.relay());
        if let Some(code) = &story.code {
            tx.delete(Table::Hub, &keys::story_code(&code.hash));
        }
        tx.delete(Table::Hub, &note(&key.pk));
        told(&mut tx, Subject::Story(story.id.clone()), &format!("{FORGET}-{}", story.id), FORGET, now);
        settled(tx.commit().await)
    }

    /// The person goes; the event's counts stay as they are, and that they came is counted by itself (quality-bar P-10).
    pub(super) async fn forget_registration(&self, stored: &Stored, now: Timestamp) -> Result<bool, StoreError> {
        let record = &stored.record;
        let (event, id) = (&record.event, &record.id);
        let places = match record.came {
            Some(_) => self.db.get(Table::Hub, &keys::places(event)).await?,
            None => None,
        };
        let mut tx = Tx::new(&self.db);
        let key = keys::registration(event, id);
        tx.delete_if(UNTOUCHED, Table::Hub, &key, "version = :version", vec![(":version", n(record.version))]);
        for hash in &stored.contacts {
            tx.delete(Table::Hub, &keys::contact_had(hash, event, id));
            if record.state.is_active() {
                tx.delete(Table::Hub, &keys::contact_at_event(hash, event));
            }
        }
        if let Some(turn) = record.turn.filter(|_| record.state == RegistrationState::Waiting) {
            tx.delete(Table::Hub, &keys::turn(event, turn));
        }
        if let Some(at) = record.until {
            due::remove(&mut tx, &Due::Lapse { event: event.clone(), registration: id.clone() }, at);
        }
        if let Some(at) = record.warn {
            due::remove(&mut tx, &Due::WarnOffer { event: event.clone(), registration: id.clone() }, at);
        }
        tx.delete(Table::Confidential, &keys::access_answers(event, id));
        if let Some(places) = places {
            registrations::count_who_came(&mut tx, record, &places, now);
        }
        let subject = Subject::Registration(event.clone(), id.clone());
        told(&mut tx, subject, &format!("{FORGET}-{id}"), FORGET, now);
        settled(tx.commit().await)
    }
}

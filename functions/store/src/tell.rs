//! Telling many people about one thing: a job, done in chunks, that goes on where it stopped (design, decision 6).

mod news;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::event::EventRecord;
use domain::ids::{EventId, RegistrationId};
use domain::message::{Message, Waiting};
use domain::registration::{RegistrationRecord, ToSay};
use domain::retention::needs_until;
use jiff::Timestamp;
use serde_dynamo::to_attribute_value;

use crate::db::Db;
use crate::due::{Due, DueNow, Tidings};
use crate::error::StoreError;
use crate::registrations::Registrations;
use crate::tables::Table;
use crate::tx::{Tx, TxError, n, s};
use crate::{keys, outbox};
use news::News;

/// How many registrations one transaction looks after.
pub const CHUNK: i32 = 25;

/// What somebody has to be told who has to be told nothing.
const NOTHING: [ToSay; 0] = [];

/// What the message to one person about a move of an event is called.
pub fn move_told(event: &EventId, registration: &RegistrationId, sequence: u32) -> String {
    id(&Tidings::Moved { sequence }.name(""), event, registration)
}

fn id(name: &str, event: &EventId, registration: &RegistrationId) -> String {
    format!("{name}-{event}-{registration}")
}

/// Writes the messages that tell people something.
#[derive(Clone, Debug)]
pub struct Teller {
    db: Db,
}

impl Teller {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// Tells the next chunk of people, and gives the job as it stands then; none when everybody was told, and the job is taken off
    /// the list. Where an event was moved, people are brought to the way to take part that it has now, and offers end with its start,
    /// before anybody is told: mails say what is so then. Each chunk is one transaction with the note of how far it came, refused where somebody else took the job further:
    /// nobody is told twice.
    pub async fn next(&self, job: &DueNow, now: Timestamp) -> Result<Option<DueNow>, StoreError> {
        let Due::Tell { event, tidings, after } = &job.due else { return Ok(None) };
        let registrations = Registrations::new(self.db.clone());
        if matches!(tidings, Tidings::Moved { .. }) && !registrations.bring_over(event, now).await? {
            return Ok(Some(job.clone()));
        }
        let news = News::about(&self.db, event, tidings, now).await?;
        let page = self.db.list::<RegistrationRecord>(Table::Hub, &keys::event_pk(event), "REG#", CHUNK, after.as_deref(), false).await?;
        if let Tidings::Moved { .. } | Tidings::Postponed { .. } = tidings {
            self.keep_needs_as_long(event, page.records.iter().map(|(_, r)| r), now).await?;
        }
        if let Tidings::Moved { .. } = tidings {
            registrations.end_offers_by_start(event, page.records.iter().map(|(_, r)| r), now).await?;
        }
        let mut tx = Tx::new(&self.db);
        for (_, registration) in page.records.iter().filter(|(_, r)| news.concerns(r)) {
            if let Some(to) = &registration.person.email {
                let id = id(&tidings.name(job.moment()), event, &registration.id);
                outbox::add(&mut tx, &Waiting { id, to: to.clone().into(), message: tidings.message(event, registration), created: now });
            }
            if let (Some(_), Some(say)) = (&registration.person.phone, &news.say) {
                let values = vec![(":one", n(1)), (":none", to_attribute_value(&NOTHING)?), (":say", to_attribute_value([say])?)];
                let sets = "SET #to_say = list_append(if_not_exists(#to_say, :none), :say), version = version + :one";
                tx.update("to say", Table::Hub, &keys::registration(event, &registration.id), sets, "attribute_exists(pk)", values);
            }
        }
        let last = page.more.as_ref().and(page.records.last()).map(|(place, _)| place.clone());
        match &last {
            Some(last) => {
                let before = after.clone().map_or(AttributeValue::Null(true), AttributeValue::S);
                let values = vec![(":last", s(last)), (":before", before)];
                tx.update("so far", Table::Hub, job.key(), "SET #after = :last", "#after = :before", values);
            }
            None => {
                tx.delete_existing("so far", Table::Hub, job.key());
            }
        }
        match tx.commit().await {
            Ok(()) => Ok(last.map(|last| job.further(further(&job.due, last)))),
            // Somebody else is at it.
            Err(TxError::Refused(_)) => Ok(None),
            Err(TxError::Store(error)) => Err(error),
        }
    }

    /// What would help somebody is kept until so long after the event, so it moves with the event's day, and is kept as for an event without one while none is known. Nothing of it is read. Safe
    /// to do twice; where somebody took theirs back meanwhile, there is nothing to move.
    async fn keep_needs_as_long(&self, event: &EventId, people: impl Iterator<Item = &RegistrationRecord>, now: Timestamp) -> Result<(), StoreError> {
        let record: Option<EventRecord> = self.db.get(Table::Hub, &keys::event(event)).await?;
        let Some(page) = record.and_then(|record| record.page()) else { return Ok(()) };
        let until = needs_until(page.ends(), now);
        for registration in people.filter(|r| r.has_needs) {
            let mut tx = Tx::new(&self.db);
            let values = vec![(":until", s(until.to_string())), (":second", n(until.as_second()))];
            let sets = "SET kept_until = :until, expires = :second";
            tx.update("kept", Table::Confidential, &keys::access_answers(event, &registration.id), sets, "attribute_exists(pk)", values);
            if let Err(TxError::Store(error)) = tx.commit().await {
                return Err(error);
            }
        }
        Ok(())
    }
}

impl Tidings {
    /// With the event and the registration: one thing told, one person, one mail (I6). `moment` is when it was to be told: of an event
    /// that was moved after people were reminded, they are reminded again.
    fn name(&self, moment: &str) -> String {
        match self {
            Self::Cancelled => "event-cancelled".into(),
            Self::Reminder => format!("reminder-{moment}"),
            Self::Thanks => format!("thanks-{moment}"),
            Self::Changed { sequence } => format!("changed-{sequence}"),
            Self::Moved { sequence } => format!("moved-{sequence}"),
            Self::Postponed { sequence } => format!("postponed-{sequence}"),
            Self::FromHost { message } => format!("from-host-{message}"),
        }
    }

    fn message(&self, event: &EventId, registration: &RegistrationRecord) -> Message {
        let (event, registration) = (event.clone(), registration.id.clone());
        match self {
            Self::Cancelled => Message::EventCancelled { event, registration },
            Self::Reminder => Message::EventReminder { event, registration },
            Self::Thanks => Message::EventThanks { event, registration },
            Self::Changed { sequence } => Message::EventChanged { event, registration, sequence: *sequence },
            Self::Moved { sequence } => Message::EventMoved { event, registration, sequence: *sequence },
            Self::Postponed { sequence } => Message::EventPostponed { event, registration, sequence: *sequence },
            Self::FromHost { message } => Message::FromHost { event, registration, message: message.clone() },
        }
    }
}

fn further(due: &Due, last: String) -> Due {
    let mut due = due.clone();
    if let Due::Tell { after, .. } = &mut due {
        *after = Some(last);
    }
    due
}

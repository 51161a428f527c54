//! What the mailer may read to write a mail: the records as they are at that moment. It changes none of them.

use domain::contact::Email;
use domain::event::EventRecord;
use domain::ids::{EventId, RegistrationId, RelayId, StaffId, StoryId};
use domain::registration::{HostMessage, RegistrationRecord};
use domain::staff::StaffRecord;
use domain::story::StoryRecord;

use crate::db::Db;
use crate::error::StoreError;
use crate::keys;
use crate::stories::{AuthorAddresses, BehindRelay, Relays};
use crate::tables::Table;

/// Reads the records that mails are about, authors' addresses and those behind relays. Never access answers.
#[derive(Clone, Debug)]
pub struct MailRecords {
    db: Db,
}

impl MailRecords {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// An event.
    pub async fn event(&self, id: &EventId) -> Result<Option<EventRecord>, StoreError> {
        self.db.get(Table::Hub, &keys::event(id)).await
    }

    /// A registration at an event.
    pub async fn registration(&self, event: &EventId, id: &RegistrationId) -> Result<Option<RegistrationRecord>, StoreError> {
        self.db.get(Table::Hub, &keys::registration(event, id)).await
    }

    /// What a host wrote to the people registered at an event.
    pub async fn host_message(&self, event: &EventId, id: &str) -> Result<Option<HostMessage>, StoreError> {
        self.db.get(Table::Hub, &keys::host_message(event, id)).await
    }

    /// A story.
    pub async fn story(&self, id: &StoryId) -> Result<Option<StoryRecord>, StoreError> {
        self.db.get(Table::Hub, &keys::story(id)).await
    }

    /// Where a story's author is reached, if they gave an address and have not withdrawn.
    pub async fn author(&self, id: &StoryId) -> Result<Option<Email>, StoreError> {
        AuthorAddresses::new(self.db.clone()).of(id).await
    }

    /// What lies behind a relay, while readers may write.
    pub async fn behind_relay(&self, id: &RelayId) -> Result<Option<BehindRelay>, StoreError> {
        Relays::new(self.db.clone()).behind(id).await
    }

    /// Somebody at the desk.
    pub async fn staff(&self, id: &StaffId) -> Result<Option<StaffRecord>, StoreError> {
        self.db.get(Table::Hub, &keys::staff(id)).await
    }
}

//! Reading registrations, places and the event they belong to. All reads are consistent.

use domain::event::EventRecord;
use domain::ids::{EventId, RegistrationId};
use domain::registration::{Places, RegistrationRecord};

use super::Registrations;
use super::stored::{Stored, Turn};
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;

impl Registrations {
    /// The event itself.
    pub async fn event(&self, id: &EventId) -> Result<Option<EventRecord>, StoreError> {
        self.db.get(Table::Hub, &keys::event(id)).await
    }

    /// The event's places, as of now; none where the hub takes no registrations for it.
    pub async fn places(&self, event: &EventId) -> Result<Option<Places>, StoreError> {
        self.db.get(Table::Hub, &keys::places(event)).await
    }

    /// One registration.
    pub async fn load(&self, event: &EventId, id: &RegistrationId) -> Result<Option<RegistrationRecord>, StoreError> {
        Ok(self.stored(event, id).await?.map(|s| s.record))
    }

    /// All registrations of an event, whatever their state.
    pub async fn of_event(&self, event: &EventId) -> Result<Vec<RegistrationRecord>, StoreError> {
        let stored: Vec<Stored> = self.db.all(Table::Hub, &keys::event_pk(event), "REG#").await?;
        Ok(stored.into_iter().map(|s| s.record).collect())
    }

    /// How many people on the waiting list come before a turn.
    pub async fn ahead(&self, event: &EventId, turn: u64) -> Result<usize, StoreError> {
        let turns: Vec<Turn> = self.db.all(Table::Hub, &keys::event_pk(event), "WAIT#").await?;
        Ok(turns.iter().filter(|t| t.turn < turn).count())
    }

    pub(super) async fn stored(&self, event: &EventId, id: &RegistrationId) -> Result<Option<Stored>, StoreError> {
        self.db.get(Table::Hub, &keys::registration(event, id)).await
    }

    /// The head of the queue.
    pub(super) async fn first_waiting(&self, event: &EventId) -> Result<Option<Turn>, StoreError> {
        let page = self.db.list(Table::Hub, &keys::event_pk(event), "WAIT#", 1, None, false).await?;
        Ok(page.records.into_iter().next().map(|(_, turn)| turn))
    }
}

//! Reading registrations, places and the event they belong to. All reads are consistent.

use domain::event::EventRecord;
use domain::ids::{EventId, RegistrationId};
use domain::registration::{Places, RegistrationRecord};

use super::Registrations;
use super::stored::{Stored, TurnAt};
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
        let places: Option<Places> = self.db.get(Table::Hub, &keys::places(event)).await?;
        match places {
            Some(places) if !places.is_whole() => self.make_whole(event, &places).await.map(Some),
            places => Ok(places),
        }
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

    /// How many people on the same waiting list come before a registration.
    pub async fn ahead(&self, of: &RegistrationRecord) -> Result<usize, StoreError> {
        let turns = self.turns(&of.event).await?;
        Ok(turns.iter().filter(|t| of.turn.is_some_and(|turn| t.turn < turn) && t.party.way == of.party.way).count())
    }

    pub(super) async fn stored(&self, event: &EventId, id: &RegistrationId) -> Result<Option<Stored>, StoreError> {
        self.db.get(Table::Hub, &keys::registration(event, id)).await
    }

    /// Everybody who waits, in order.
    pub(super) async fn turns(&self, event: &EventId) -> Result<Vec<TurnAt>, StoreError> {
        self.db.all(Table::Hub, &keys::event_pk(event), "WAIT#").await
    }
}

//! Keeping the public count near the true one. Shown, never decided by.

use domain::ids::EventId;
use jiff::Timestamp;

use super::Registrations;
use crate::due::{self, Due};
use crate::error::StoreError;
use crate::public;
use crate::tx::Tx;

/// Notes that the keeper should look at the public count in one to two minutes. All changes of a minute share one note.
pub(super) fn refresh_due(tx: &mut Tx<'_>, event: &EventId, now: Timestamp) {
    let minute = now.as_second().div_euclid(60);
    let at = Timestamp::from_second((minute + 2) * 60).unwrap_or(now);
    due::add(tx, &Due::RefreshPlaces { event: event.clone() }, at);
}

impl Registrations {
    /// Brings the public count of an event's places up to date. Safe to do at any time.
    pub async fn refresh_public_places(&self, event: &EventId, now: Timestamp) -> Result<(), StoreError> {
        let Some(published) = self.event(event).await?.and_then(|e| e.published) else { return Ok(()) };
        let Some(places) = self.places(event).await? else { return Ok(()) };
        public::refresh_places(&self.db, published.details.week, &published.slug, &places.public(now)).await
    }

    /// The same after an act that is already done: where it fails, the keeper does it.
    pub(super) async fn refresh_if_possible(&self, event: &EventId, now: Timestamp) {
        if let Err(error) = self.refresh_public_places(event, now).await {
            tracing::warn!(%event, %error, "the public count of places is refreshed later");
        }
    }
}

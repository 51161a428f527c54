//! An event was moved to an earlier start: no offer lasts past it.

use domain::audit::Actor;
use domain::event::{EventRecord, EventState};
use domain::ids::{EventId, RegistrationId};
use domain::registration::{OfferTimes, RegistrationRecord, RegistrationState};
use jiff::Timestamp;

use super::changes::{next, step};
use super::{Registrations, TRIES, outcome};
use crate::error::StoreError;
use crate::tx::Tx;

/// When an event starts, as far as offers go: of a postponed event no start is known.
pub(super) fn start_of(event: &EventRecord) -> Option<Timestamp> {
    event.published.as_ref().filter(|_| event.state == EventState::Published)?.details.when.start()
}

impl Registrations {
    /// Ends those of these people's offers that would last past the event's start with the start. Safe to do twice.
    pub async fn end_offers_by_start(
        &self,
        event: &EventId,
        people: impl Iterator<Item = &RegistrationRecord>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let Some(start) = self.event(event).await?.as_ref().and_then(start_of) else { return Ok(()) };
        for one in people.filter(|r| lasts_past(r, start)) {
            self.end_offer(event, &one.id, start, now).await?;
        }
        Ok(())
    }

    async fn end_offer(&self, event: &EventId, id: &RegistrationId, start: Timestamp, now: Timestamp) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            let Some(before) = self.stored(event, id).await?.filter(|stored| lasts_past(&stored.record, start)) else { return Ok(()) };
            let (Some(until), Some(places)) = (before.record.until, self.places(event).await?) else { return Ok(()) };
            let times = OfferTimes { until, warn: before.record.warn }.by(start, now);
            let mut after = next(&before, now);
            (after.record.until, after.record.warn) = (Some(times.until), times.warn);
            let mut tx = Tx::new(&self.db);
            step(&before, &after, &places, Actor::Hub, "end-offer-by-start", now).write(&mut tx);
            if outcome(tx.commit().await)?.is_ok() {
                return Ok(());
            }
        }
        Err(StoreError::Busy)
    }
}

fn lasts_past(of: &RegistrationRecord, start: Timestamp) -> bool {
    of.state == RegistrationState::Offered && of.until.is_some_and(|until| until > start)
}

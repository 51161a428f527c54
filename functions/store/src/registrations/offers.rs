//! The waiting list: turns are taken in order, and a freed place is offered to the first (I5).

use std::time::Duration;

use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use aws_sdk_dynamodb::types::ReturnValue;
use domain::audit::Actor;
use domain::event::EventState;
use domain::ids::EventId;
use domain::message::Message;
use domain::registration::{CONFIRM_WITHIN, OFFER_LASTS, RegistrationAct, RegistrationRecord, RegistrationState};
use jiff::Timestamp;

use super::shift::Demand;
use super::stored::whole_seconds;
use super::write::Act;
use super::{Registrations, TRIES, outcome};
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, n};

impl Registrations {
    /// Takes the next turn. A number of its own, before the transaction that uses it: so nobody waits for an exact count, and
    /// a turn that is never used leaves a gap that means nothing.
    pub(super) async fn take_turn(&self, event: &EventId) -> Result<u64, StoreError> {
        for attempt in 0..TRIES {
            let sent = self
                .db
                .client()
                .update_item()
                .table_name(self.db.tables().name(Table::Hub))
                .set_key(Some(keys::places(event).item()))
                .update_expression("SET next_turn = next_turn + :one")
                .condition_expression("attribute_exists(next_turn)")
                .expression_attribute_values(":one", n(1))
                .return_values(ReturnValue::UpdatedOld)
                .send()
                .await;
            match sent {
                Ok(answer) => {
                    let turn = answer.attributes().and_then(|a| a.get("next_turn")).and_then(|v| v.as_n().ok());
                    return turn.and_then(|t| t.parse().ok()).ok_or_else(|| StoreError::Unreadable("next_turn".into()));
                }
                Err(error) if error.code() == Some("TransactionConflictException") => {
                    tokio::time::sleep(Duration::from_millis(5 << attempt.min(6))).await;
                }
                Err(error) => return Err(StoreError::sdk("UpdateItem", &error)),
            }
        }
        Err(StoreError::Busy)
    }

    /// Offers free places to the first in the queue until none is free or nobody waits. Tells how many were offered.
    pub async fn offer_all(&self, event: &EventId, now: Timestamp) -> Result<usize, StoreError> {
        let Some(record) = self.event(event).await? else { return Ok(0) };
        let start = record.published.as_ref().and_then(|p| p.details.when.start());
        if record.state != EventState::Published || start.is_some_and(|start| start <= now) {
            return Ok(0);
        }
        let mut offered = 0;
        while self.offer_next(event, start, now).await?.is_some() {
            offered += 1;
        }
        if offered > 0 {
            self.refresh_if_possible(event).await;
        }
        Ok(offered)
    }

    /// Offers one place to the head of the queue: it is held until the offer runs out.
    async fn offer_next(&self, event: &EventId, start: Option<Timestamp>, now: Timestamp) -> Result<Option<RegistrationRecord>, StoreError> {
        for _ in 0..TRIES {
            let Some(places) = self.places(event).await?.filter(|p| p.open && p.can_offer()) else { return Ok(None) };
            let Some(first) = self.first_waiting(event).await? else { return Ok(None) };
            let Some(before) = self.stored(event, &first.registration).await? else { continue };
            let Some(state) = before.record.state.after(RegistrationAct::Offer) else { continue };
            let mut after = before.clone();
            let until = deadline(&before.record, start, now);
            after.record.state = state;
            after.record.until = Some(until);
            after.record.version += 1;
            after.record.changed = now;
            let message = Message::RegistrationOffered { event: event.clone(), registration: first.registration, until };
            let step = Act {
                before: Some(&before),
                after: &after,
                demand: Demand::RoomForTheFirst,
                limited: places.left.is_some(),
                actor: Actor::Hub,
                verb: RegistrationAct::Offer.value(),
                // Somebody with a phone number only is told by the host, who sees the offer in the list.
                message: Some(message),
                now,
            };
            debug_assert_eq!(after.record.state, RegistrationState::Offered);
            let mut tx = Tx::new(&self.db);
            step.write(&mut tx);
            if outcome(tx.commit().await)?.is_ok() {
                return Ok(Some(after.record));
            }
        }
        Err(StoreError::Busy)
    }
}

/// Until when an offer holds: two days, two hours for an address that nobody has confirmed (design, decision 14), never past the start.
fn deadline(of: &RegistrationRecord, start: Option<Timestamp>, now: Timestamp) -> Timestamp {
    let lasts = if of.address_confirmed { OFFER_LASTS } else { CONFIRM_WITHIN };
    let until = whole_seconds(now + lasts);
    start.map_or(until, |start| until.min(start))
}

//! The waiting list: what is free is offered by the rule of the list until nobody can be served (I5).

use domain::audit::Actor;
use domain::event::EventRecord;
use domain::ids::{EventId, RegistrationId};
use domain::message::{Message, Waiting};
use domain::registration::{Places, RegistrationAct, RegistrationRecord, RegistrationState, Way, offer_times};
use jiff::Timestamp;

use super::demand::Demand;
use super::earlier::start_of;
use super::stored::{Stored, TurnAt};
use super::write::Act;
use super::{RegistrationError, Registrations, TRIES, outcome};
use crate::error::StoreError;
use crate::events::letters;
use crate::outbox;
use crate::tx::Tx;

impl Registrations {
    /// Offers free places by the rule of the waiting list until nobody can be served. Tells how many were offered.
    pub async fn offer_all(&self, event: &EventId, now: Timestamp) -> Result<usize, StoreError> {
        let Some(of) = self.offering(event, now).await? else { return Ok(0) };
        let mut offered = 0;
        for way in Way::ALL {
            while self.offer_next(event, *way, &of, now).await? {
                offered += 1;
            }
        }
        if offered > 0 {
            self.refresh_if_possible(event, now).await;
        }
        Ok(offered)
    }

    /// The event, where its places are offered now.
    async fn offering(&self, event: &EventId, now: Timestamp) -> Result<Option<EventRecord>, StoreError> {
        let over = |record: &EventRecord| !record.state.goes_ahead() || start_of(record).is_some_and(|start| start <= now);
        Ok(self.event(event).await?.filter(|record| !over(record)))
    }

    /// Offers to whoever is next: what is free is held for them until the offer runs out. `false` where nobody can be served.
    async fn offer_next(&self, event: &EventId, way: Way, of: &EventRecord, now: Timestamp) -> Result<bool, StoreError> {
        for _ in 0..TRIES {
            let Some(places) = self.places(event).await?.filter(|p| p.takes_bookings() && p.ways().contains(&way)) else { return Ok(false) };
            let pool = places.of(way);
            if !pool.somebody_could(now) {
                return Ok(false);
            }
            let turns: Vec<TurnAt> = self.turns(event).await?.into_iter().filter(|t| t.party.way == way).collect();
            let Some(next) = pool.next(turns.iter().map(TurnAt::turn), now) else { continue };
            let Some(whose) = turns.iter().find(|t| t.turn == next.turn.number) else { continue };
            let Some(before) = self.stored(event, &whose.registration).await? else { continue };
            let Some(after) = offered(&before, start_of(of), now) else { continue };
            let after = with_kept(after, pool.out_of_kept(next.turn.ask, now));
            let step = Act {
                before: Some(&before),
                after: &after,
                demand: Demand::Turn(way, next.turn.ask, next.while_below),
                over: false,
                places: &places,
                actor: Actor::Hub,
                verb: RegistrationAct::Offer.value(),
                reason: "",
                message: message(&after.record),
                now,
            };
            let mut tx = Tx::new(&self.db);
            step.write(&mut tx);
            to_call(of, &after.record, "offered", now).iter().for_each(|waiting| outbox::add(&mut tx, waiting));
            if outcome(tx.commit().await)?.is_ok() {
                return Ok(true);
            }
        }
        Err(StoreError::Busy)
    }

    /// The host offers a free place to somebody out of turn, with a reason that the person sees.
    pub async fn offer_by_hand(
        &self,
        event: &EventId,
        id: &RegistrationId,
        reason: &str,
        now: Timestamp,
    ) -> Result<RegistrationRecord, RegistrationError> {
        for _ in 0..TRIES {
            let before = self.stored(event, id).await?.ok_or(RegistrationError::Unknown)?;
            if before.record.state == RegistrationState::Offered && before.record.reason.as_deref() == Some(reason) {
                // Pressed again, because the first answer was lost.
                return Ok(before.record);
            }
            let not_now = RegistrationError::NotNow(before.record.state);
            if before.record.state.after(RegistrationAct::Offer).is_none() {
                return Err(not_now);
            }
            let of = self.offering(event, now).await?.ok_or(RegistrationError::Closed)?;
            let mut after = offered(&before, start_of(&of), now).ok_or(not_now)?;
            after.record.by_hand(reason, now);
            let (way, ask) = (before.record.party.way, before.record.party.ask());
            let places = self.places(event).await?.filter(Places::takes_bookings).ok_or(RegistrationError::Closed)?;
            let pool = places.of(way);
            if pool.left.is_some_and(|left| left < i64::from(ask.places)) {
                return Err(RegistrationError::NoRoom);
            }
            let after = with_kept(after, pool.out_of_kept(ask, now));
            let step = Act {
                before: Some(&before),
                after: &after,
                demand: Demand::ByHand(way, ask),
                over: false,
                places: &places,
                actor: Actor::Host,
                verb: "offer-by-hand",
                reason,
                message: message(&after.record),
                now,
            };
            let mut tx = Tx::new(&self.db);
            step.write(&mut tx);
            if outcome(tx.commit().await)?.is_ok() {
                self.refresh_if_possible(event, now).await;
                return Ok(after.record);
            }
        }
        Err(StoreError::Busy.into())
    }
}

/// The registration with an offer; none where it doesn't wait. Somebody with a phone number only is told by the host, who gets a
/// mail, and whose list says whom to call.
fn offered(before: &Stored, start: Option<Timestamp>, now: Timestamp) -> Option<Stored> {
    let mut after = before.clone();
    let record = &mut after.record;
    record.comes_to(record.state.after(RegistrationAct::Offer)?, now);
    let times = offer_times(now, record.party.support, record.address_confirmed, start);
    (record.until, record.warn) = (Some(times.until), times.warn);
    record.version += 1;
    record.changed = now;
    Some(after)
}

/// What the host is written where the offer is to somebody who gave no address: nobody else can tell them, and their time runs.
pub(super) fn to_call(event: &EventRecord, of: &RegistrationRecord, why: &str, now: Timestamp) -> Option<Waiting> {
    let (host, until) = (letters::address(event)?, of.until.filter(|_| of.person.email.is_none())?);
    let message = Message::OfferToCall { event: of.event.clone(), registration: of.id.clone(), until };
    Some(Waiting { id: format!("to-call-{why}-{}-{}", of.id, until.as_second()), to: host.into(), message, created: now })
}

fn with_kept(mut after: Stored, kept: u32) -> Stored {
    after.record.kept = kept;
    after
}

fn message(record: &RegistrationRecord) -> Option<Message> {
    debug_assert_eq!(record.state, RegistrationState::Offered);
    record.until.map(|until| Message::RegistrationOffered { event: record.event.clone(), registration: record.id.clone(), until })
}

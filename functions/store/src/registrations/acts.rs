//! What happens to a registration later: confirmed, accepted, declined, cancelled, lapsed. Each is safe to do twice.

pub(super) mod settled;

use domain::audit::Actor;
use domain::event::EventState;
use domain::ids::{EventId, RegistrationId};
use domain::registration::{Call, RegistrationAct, RegistrationRecord, RegistrationState};
use jiff::Timestamp;

use super::demand::Demand;
use super::earlier::start_of;
use super::write::Act;
use super::{RegistrationError, Registrations, TRIES, outcome};
use crate::error::StoreError;
use crate::tx::Tx;
use settled::{message, settled};

pub(super) type Done = Result<RegistrationRecord, RegistrationError>;

/// An act, and who does it how.
pub(super) struct Wish<'a> {
    /// The act.
    pub act: RegistrationAct,
    /// Who.
    pub actor: Actor,
    /// The host's reason, where they do it by hand.
    pub reason: Option<&'a str>,
    /// The call in which the person said so, one for each thing that it was about.
    pub calls: Vec<Call>,
}

impl Wish<'_> {
    fn by(act: RegistrationAct, actor: Actor) -> Self {
        Self { act, actor, reason: None, calls: Vec::new() }
    }
}

impl Registrations {
    /// The person pressed the button behind the mailed link: a held place is theirs, a turn on the waiting list counts.
    pub async fn confirm(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Done {
        self.act(event, id, &Wish::by(RegistrationAct::Confirm, Actor::Attendee), now).await
    }

    /// The person takes an offered place.
    pub async fn accept(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Done {
        self.act(event, id, &Wish::by(RegistrationAct::Accept, Actor::Attendee), now).await
    }

    /// The person turns an offer down; it goes to the next.
    pub async fn decline(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Done {
        self.act(event, id, &Wish::by(RegistrationAct::Decline, Actor::Attendee), now).await
    }

    /// The person gives their place or turn back; a place goes to whoever is next.
    pub async fn cancel(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Done {
        self.act(event, id, &Wish::by(RegistrationAct::Cancel, Actor::Attendee), now).await
    }

    /// Lets a hold, an offer or an unconfirmed turn go whose time is over; `true` where one was. For the keeper.
    pub async fn lapse_if_due(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Result<bool, StoreError> {
        let Some(record) = self.load(event, id).await? else { return Ok(false) };
        if !record.state.is_active() || record.until.is_none_or(|until| now < until) {
            return Ok(false);
        }
        match self.act(event, id, &Wish::by(RegistrationAct::Lapse, Actor::Hub), now).await {
            Ok(record) => Ok(record.state == RegistrationState::Lapsed),
            Err(RegistrationError::Store(error)) => Err(error),
            Err(_) => Ok(false),
        }
    }

    pub(super) async fn act(&self, event: &EventId, id: &RegistrationId, wish: &Wish<'_>, now: Timestamp) -> Done {
        let takes = matches!(wish.act, RegistrationAct::Confirm | RegistrationAct::Accept);
        let of = if takes { self.event(event).await? } else { None };
        if of.as_ref().is_some_and(|event| event.state == EventState::Cancelled) {
            return Err(RegistrationError::EventCancelled);
        }
        // No offer lasts past the start, though the event was moved to an earlier one a moment ago.
        let started = of.as_ref().and_then(start_of).is_some_and(|start| start <= now);
        for _ in 0..TRIES {
            let before = self.stored(event, id).await?.ok_or(RegistrationError::Unknown)?;
            let is = &before.record;
            if settled(is, wish.act) {
                return Ok(before.record);
            }
            let over = is.until.is_some_and(|until| until <= now) || (started && is.state == RegistrationState::Offered);
            let late = over && takes;
            if wish.act == RegistrationAct::Lapse && !over {
                return Err(RegistrationError::NotNow(is.state));
            }
            let act = if late { RegistrationAct::Lapse } else { wish.act };
            let state = is.state.after(act).ok_or(RegistrationError::NotNow(is.state))?;
            let places = self.places(event).await?.ok_or(RegistrationError::Closed)?;
            if takes && places.over {
                return Err(RegistrationError::EventCancelled);
            }
            let mut after = before.clone();
            let record = &mut after.record;
            record.comes_to(state, now);
            (record.until, record.warn) = (None, None);
            record.address_confirmed |= matches!(act, RegistrationAct::Confirm | RegistrationAct::Accept);
            if !state.is_active() {
                (record.has_needs, record.kept) = (false, 0);
            }
            // A reason is that of one act: taking an offer that was made by hand keeps it, and nothing else does.
            let kept = record.reason.take().filter(|_| matches!(act, RegistrationAct::Confirm | RegistrationAct::Accept));
            record.reason_at = record.reason_at.filter(|_| kept.is_some());
            record.reason = kept;
            if let Some(reason) = wish.reason {
                record.by_hand(reason, now);
            }
            record.calls.extend(wish.calls.iter().cloned());
            record.forget_what_was_said();
            record.version += 1;
            record.changed = now;
            let step = Act {
                before: Some(&before),
                after: &after,
                demand: if takes && !late { Demand::Standing } else { Demand::Nothing },
                over: false,
                places: &places,
                actor: if act == RegistrationAct::Lapse { Actor::Hub } else { wish.actor.clone() },
                verb: act.value(),
                reason: wish.reason.unwrap_or_default(),
                message: message(&after.record),
                now,
            };
            let mut tx = Tx::new(&self.db);
            step.write(&mut tx);
            if outcome(tx.commit().await)?.is_err() {
                continue;
            }
            self.serve_after(event, &step, now).await;
            return if late { Err(RegistrationError::TooLate) } else { Ok(after.record) };
        }
        Err(StoreError::Busy.into())
    }

    /// Offers what an act set free, and brings the public count up to date. Where it fails, the keeper does both.
    pub(super) async fn serve_after(&self, event: &EventId, done: &Act<'_>, now: Timestamp) {
        if done.shift().may_serve()
            && let Err(error) = self.offer_all(event, now).await
        {
            tracing::warn!(%event, %error, "the place is offered later");
        }
        self.refresh_if_possible(event, now).await;
    }
}

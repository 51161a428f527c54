//! What happens to a registration later: confirmed, accepted, declined, cancelled, lapsed. Each is safe to do twice.

use domain::audit::Actor;
use domain::ids::{EventId, RegistrationId};
use domain::message::Message;
use domain::registration::{RegistrationAct, RegistrationRecord, RegistrationState};
use jiff::Timestamp;

use super::shift::Demand;
use super::write::Act;
use super::{RegistrationError, Registrations, TRIES, outcome};
use crate::error::StoreError;
use crate::tx::Tx;

type Done = Result<RegistrationRecord, RegistrationError>;

impl Registrations {
    /// The person pressed the button behind the mailed link: a held place is theirs, a turn on the waiting list counts.
    pub async fn confirm(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Done {
        self.act(event, id, RegistrationAct::Confirm, now).await
    }

    /// The person takes an offered place.
    pub async fn accept(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Done {
        self.act(event, id, RegistrationAct::Accept, now).await
    }

    /// The person turns an offer down; it goes to the next.
    pub async fn decline(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Done {
        self.act(event, id, RegistrationAct::Decline, now).await
    }

    /// The person gives their place or turn back; a place goes to the first in the queue.
    pub async fn cancel(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Done {
        self.act(event, id, RegistrationAct::Cancel, now).await
    }

    /// Lets a hold, an offer or an unconfirmed turn go whose time is over; `true` where one was. For the keeper.
    pub async fn lapse_if_due(&self, event: &EventId, id: &RegistrationId, now: Timestamp) -> Result<bool, StoreError> {
        let Some(record) = self.load(event, id).await? else { return Ok(false) };
        if !record.state.is_active() || record.until.is_none_or(|until| now < until) {
            return Ok(false);
        }
        match self.act(event, id, RegistrationAct::Lapse, now).await {
            Ok(record) => Ok(record.state == RegistrationState::Lapsed),
            Err(RegistrationError::Store(error)) => Err(error),
            Err(_) => Ok(false),
        }
    }

    async fn act(&self, event: &EventId, id: &RegistrationId, wanted: RegistrationAct, now: Timestamp) -> Done {
        for _ in 0..TRIES {
            let before = self.stored(event, id).await?.ok_or(RegistrationError::Unknown)?;
            let is = &before.record;
            if settled(is, wanted) {
                return Ok(before.record);
            }
            let over = is.until.is_some_and(|until| until <= now);
            let late = over && matches!(wanted, RegistrationAct::Confirm | RegistrationAct::Accept);
            if wanted == RegistrationAct::Lapse && !over {
                return Err(RegistrationError::NotNow(is.state));
            }
            let act = if late { RegistrationAct::Lapse } else { wanted };
            let state = is.state.after(act).ok_or(RegistrationError::NotNow(is.state))?;
            let places = self.places(event).await?.ok_or(RegistrationError::Closed)?;
            let mut after = before.clone();
            after.record.state = state;
            after.record.until = None;
            after.record.address_confirmed |= matches!(act, RegistrationAct::Confirm | RegistrationAct::Accept);
            after.record.has_needs &= state.is_active();
            after.record.version += 1;
            after.record.changed = now;
            let step = Act {
                before: Some(&before),
                after: &after,
                demand: Demand::Nothing,
                limited: places.left.is_some(),
                actor: if act == RegistrationAct::Lapse { Actor::Hub } else { Actor::Attendee },
                verb: act.value(),
                message: message(&after.record),
                now,
            };
            let mut tx = Tx::new(&self.db);
            step.write(&mut tx);
            if outcome(tx.commit().await)?.is_err() {
                continue;
            }
            if step.shift().gives_back() > 0
                && let Err(error) = self.offer_all(event, now).await
            {
                tracing::warn!(%event, %error, "the place is offered later");
            }
            self.refresh_if_possible(event).await;
            return if late { Err(RegistrationError::TooLate) } else { Ok(after.record) };
        }
        Err(StoreError::Busy.into())
    }
}

/// Whether an act is done already: a second press of the same button changes nothing and is no error.
fn settled(is: &RegistrationRecord, act: RegistrationAct) -> bool {
    use RegistrationAct as A;
    use RegistrationState as S;
    match act {
        A::Confirm => matches!(is.state, S::Confirmed | S::Offered) || (is.state == S::Waiting && is.address_confirmed),
        A::Accept => is.state == S::Confirmed,
        A::Decline => is.state == S::Declined,
        A::Cancel => is.state == S::Cancelled,
        A::Lapse => is.state == S::Lapsed,
        A::Register | A::Offer => false,
    }
}

fn message(is: &RegistrationRecord) -> Option<Message> {
    let (event, registration) = (is.event.clone(), is.id.clone());
    match is.state {
        RegistrationState::Confirmed => Some(Message::RegistrationPlaced { event, registration }),
        RegistrationState::Waiting => Some(Message::RegistrationWaiting { event, registration }),
        RegistrationState::Cancelled => Some(Message::RegistrationCancelled { event, registration }),
        RegistrationState::Lapsed => Some(Message::RegistrationLapsed { event, registration }),
        RegistrationState::Declined | RegistrationState::Unconfirmed | RegistrationState::Offered => None,
    }
}

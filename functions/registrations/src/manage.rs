//! A person's own registration, by private link.

pub(crate) mod change;
pub(crate) mod confirm;
pub(crate) mod held;
pub(crate) mod leave;
pub(crate) mod offer;
pub(crate) mod open;
pub(crate) mod show;

use axum::http::HeaderMap;
use domain::event::{EventPage, EventRecord};
use domain::ids::{EventId, RegistrationId};
use domain::registration::{RegistrationRecord, RegistrationState};
use frontend::form::FormHead;
use web::{Claim, Problem, Purpose};

use crate::State;

/// A registration and the event it is for.
pub(crate) struct Own {
    /// `{event}.{registration}`.
    pub id: String,
    /// The event's working record, with what only people who hold a place learn.
    pub event: EventRecord,
    /// What is public of it.
    pub page: EventPage,
    /// The registration.
    pub record: RegistrationRecord,
}

/// Reads `{event}.{registration}`.
pub(crate) fn parse_id(id: &str) -> Option<(EventId, RegistrationId)> {
    let (event, registration) = id.split_once('.')?;
    EventId::parse(event).zip(RegistrationId::parse(registration))
}

impl Own {
    /// The registration that this browser was granted.
    pub async fn granted(state: &State, headers: &HeaderMap, id: &str) -> Result<Self, Problem> {
        parse_id(id).ok_or(Problem::NotFound)?;
        let generation = state.context.granted(headers, Purpose::Registration, id).ok_or(Problem::LinkStale)?;
        Self::of(state, Claim { id: id.to_owned(), generation }).await
    }

    /// Whether the registration that this browser was granted was erased: its links open nothing any more.
    pub async fn is_erased(state: &State, headers: &HeaderMap, id: &str) -> Result<bool, Problem> {
        let granted = state.context.granted(headers, Purpose::Registration, id).is_some();
        let Some((event, registration)) = parse_id(id).filter(|_| granted) else { return Ok(false) };
        let record = state.registrations.load(&event, &registration).await?;
        Ok(record.is_some_and(|record| record.person.contacts().is_empty()))
    }

    /// The registration that a link claims.
    pub async fn claimed(state: &State, purpose: Purpose, token: &str) -> Result<Self, Problem> {
        let claim = state.context.read_link(purpose, token).ok_or(Problem::LinkUnknown)?;
        Self::of(state, claim).await
    }

    async fn of(state: &State, claim: Claim) -> Result<Self, Problem> {
        let (event, registration) = parse_id(&claim.id).ok_or(Problem::NotFound)?;
        let record = state.registrations.load(&event, &registration).await?.ok_or(Problem::LinkStale)?;
        if record.generation != claim.generation {
            return Err(Problem::LinkStale);
        }
        let event = state.registrations.event(&event).await?.ok_or(Problem::NotFound)?;
        if state.registrations.is_over(&record, &event, state.context.now()).await? {
            return Err(Problem::LinkStale);
        }
        let page = event.page().ok_or(Problem::NotFound)?;
        Ok(Self { id: claim.id, event, page, record })
    }

    /// Its own page.
    pub fn path(&self) -> String {
        format!("/manage/registration/{}", self.id)
    }

    /// Whether there is something to give back: not once the event is over, when it is a count of who was there.
    pub fn can_leave(&self, state: &State) -> bool {
        self.record.state.is_active() && !self.page.is_over(state.context.now())
    }

    /// What the button that gives it back says: a place is cancelled, a turn is left.
    pub fn leaving(&self) -> &'static str {
        match self.record.state {
            RegistrationState::Waiting => "Leave the waiting list",
            _ => "Cancel my booking",
        }
    }

    /// A form with nothing but a button.
    pub fn button(&self, state: &State, act: &str) -> FormHead {
        state.context.form(format!("{}/{act}", self.path())).head()
    }
}

//! What an event's host sees and does: the list, the places, one person at a time.

pub(crate) mod add;
mod assisted;
mod calls;
pub(crate) mod coordinator;
pub(crate) mod door;
pub(crate) mod download;
pub(crate) mod letter;
pub(crate) mod list;
pub(crate) mod message;
pub(crate) mod paper;
pub(crate) mod person;
pub(crate) mod places;
mod search;

use axum::http::HeaderMap;
use domain::audit::Actor;
use domain::event::{EventPage, EventRecord};
use domain::ids::EventId;
use domain::registration::Party;
use frontend::components::Link;
use store::Deed;
use web::{Problem, Purpose};

use crate::{State, events};

/// The event that this browser was granted as its host.
pub(crate) struct Hosted {
    pub id: EventId,
    pub record: EventRecord,
    pub page: EventPage,
}

impl Hosted {
    pub async fn granted(state: &State, headers: &HeaderMap, id: &str) -> Result<Self, Problem> {
        let id = EventId::parse(id).ok_or(Problem::NotFound)?;
        let generation = state.context.granted(headers, Purpose::Event, id.as_str()).ok_or(Problem::LinkStale)?;
        let record = state.registrations.event(&id).await?.ok_or(Problem::NotFound)?;
        if record.generation != generation {
            return Err(Problem::LinkStale);
        }
        let page = record.page().ok_or(Problem::NotFound)?;
        Ok(Self { id, record, page })
    }

    /// For how many, and that they take part online where others come.
    pub fn party(&self, party: &Party) -> String {
        events::party(&self.page, party)
    }

    /// The way back to the host's list.
    pub fn back(&self) -> Link {
        Link::new("Back to who is coming", self.list())
    }

    /// The host's list.
    pub fn list(&self) -> String {
        format!("/manage/event/{}/registrations", self.id)
    }
}

/// An act of the host, now.
pub(crate) fn deed(state: &State) -> Deed {
    Deed { by: Actor::Host, at: state.context.now(), mark: state.context.mark() }
}

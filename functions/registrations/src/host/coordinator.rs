//! A coordinator registers somebody who phoned or wrote to the desk. The desk granted this browser that, for this event: it sees the
//! bookings that this coordinator entered, as they go to the post, and nobody else's.

use axum::extract::{Path, State as Given};
use axum::http::HeaderMap;
use domain::event::{EventPage, EventRecord};
use domain::ids::{EventId, RegistrationId, StaffId};
use frontend::components::Link;
use web::grants::Granted;
use web::{Answer, Form, Problem};

use super::assisted::Assisting;
use super::letter;
use crate::State;

/// The event, and who is at the desk.
struct Seated {
    record: EventRecord,
    page: EventPage,
    coordinator: StaffId,
}

impl Seated {
    async fn granted(state: &State, headers: &HeaderMap, id: &str, coordinator: &str) -> Result<Self, Problem> {
        let id = EventId::parse(id).ok_or(Problem::NotFound)?;
        let coordinator = StaffId::parse(coordinator).ok_or(Problem::NotFound)?;
        let granted = state.context.granted(headers, Granted::Registering, &format!("{id}.{coordinator}"));
        let generation = granted.ok_or(Problem::LinkStale)?;
        let record = state.registrations.event(&id).await?.ok_or(Problem::NotFound)?;
        if record.generation != generation {
            return Err(Problem::LinkStale);
        }
        let page = record.page().ok_or(Problem::NotFound)?;
        Ok(Self { record, page, coordinator })
    }

    fn path(&self) -> String {
        format!("/manage/event/{}/register-for-somebody/{}", self.page.id, self.coordinator)
    }

    fn assisting(&self) -> Assisting<'_> {
        Assisting {
            event: &self.page,
            coordinator: Some(&self.coordinator),
            action: self.path(),
            back: Link::new("Back to the desk", "/desk/enter-registration"),
            sees_list: false,
        }
    }
}

/// The form.
pub(crate) async fn ask(Given(state): Given<State>, Path((id, coordinator)): Path<(String, String)>, headers: HeaderMap) -> Answer {
    let seated = Seated::granted(&state, &headers, &id, &coordinator).await?;
    seated.assisting().ask(&state).await
}

/// Registers them, and goes on to their booking on paper.
pub(crate) async fn add(Given(state): Given<State>, Path((id, coordinator)): Path<(String, String)>, headers: HeaderMap, form: Form) -> Answer {
    let seated = Seated::granted(&state, &headers, &id, &coordinator).await?;
    seated.assisting().add(&state, form, |who| format!("{}/{who}", seated.path())).await
}

/// The booking on paper, of somebody whom this coordinator registered.
pub(crate) async fn entered(Given(state): Given<State>, Path((id, coordinator, who)): Path<(String, String, String)>, headers: HeaderMap) -> Answer {
    let seated = Seated::granted(&state, &headers, &id, &coordinator).await?;
    let who = RegistrationId::parse(&who).ok_or(Problem::NotFound)?;
    let record = state.registrations.load(&seated.page.id, &who).await?.ok_or(Problem::NotFound)?;
    let by = record.on_behalf.as_ref().and_then(|on_behalf| on_behalf.coordinator.as_ref());
    let over = state.registrations.is_over(&record, &seated.record, state.context.now()).await?;
    if over || by != Some(&seated.coordinator) {
        return Err(Problem::NotFound);
    }
    letter::page(&state, &seated.record, &seated.page, &record, Link::new("Register somebody else", seated.path()))
}

//! Everything held about a person, at every host's event: seen and erased by their own private link (quality-bar P-06).

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use domain::ids::{EventId, RegistrationId};
use domain::registration::{AccessRequest, RegistrationRecord};
use frontend::components::AnswerRow;
use frontend::pages::registration::{Held, HeldPage, held};
use web::{Answer, Form, Problem, private_page, see_other};

use super::Own;
use super::show::answers;
use crate::{State, events, problems, shell};

/// All of it.
pub(crate) async fn show(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let own = Own::granted(&state, &headers, &id).await?;
    let mut all = Vec::new();
    for (event, id) in found(&state, &own).await? {
        let Some(record) = state.registrations.load(&event, &id).await?.filter(|r| !r.person.contacts().is_empty()) else { continue };
        let needs = state.access.of(&event, &id, state.context.now()).await?;
        let page = state.registrations.event(&event).await?.and_then(|event| event.page());
        let Some(page) = page else { continue };
        all.push(Held { event: events::line(&page), host: page.host.clone(), rows: rows(&record, needs.as_ref()) });
    }
    let page = HeldPage { all, whole: known_by(&state, &own).is_some(), back: own.path(), form: own.button(&state, "held") };
    Ok(private_page(&state.context, StatusCode::OK, shell::of_week(own.event.week, "Everything we hold about you", false), || held(page)))
}

/// Erases this registration, or all of them.
pub(crate) async fn erase(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&["act"])?;
    let own = Own::granted(&state, &headers, &id).await;
    if matches!(own, Err(Problem::LinkStale)) && Own::is_erased(&state, &headers, &id).await? {
        // Pressed again, because the first answer was lost.
        return Ok(see_other("/links?erased=yes"));
    }
    let own = own?;
    let mut which = match form.answers.get("act") {
        "all" => found(&state, &own).await?,
        "this" => vec![(own.record.event.clone(), own.record.id.clone())],
        _ => return Err(Problem::UnknownFields),
    };
    // This one last: as long as it is there, what is left can be erased by it.
    which.sort_by_key(|(event, id)| (event, id) == (&own.record.event, &own.record.id));
    for (event, id) in which {
        match state.registrations.erase(&event, &id, state.context.now()).await {
            // Erased in another window meanwhile.
            Ok(_) | Err(store::registrations::RegistrationError::NotNow(_)) => {}
            Err(error) => return Err(problems::of(error, &own.page.path())),
        }
    }
    Ok(see_other("/links?erased=yes"))
}

/// By what the person is known elsewhere: an address they confirmed themselves. A number proves nothing: anybody can type one.
/// Nor does an address that only a host typed, who could print the link.
fn known_by(state: &State, own: &Own) -> Option<String> {
    let email = own.record.person.email.as_ref().filter(|_| own.record.address_confirmed && own.record.on_behalf.is_none())?;
    Some(state.context.contact_hash(&format!("email:{}", email.folded())))
}

async fn found(state: &State, own: &Own) -> Result<Vec<(EventId, RegistrationId)>, Problem> {
    let mut all = match known_by(state, own) {
        Some(hash) => state.registrations.held_about(&hash).await?,
        None => Vec::new(),
    };
    let this = (own.record.event.clone(), own.record.id.clone());
    if !all.contains(&this) {
        all.push(this);
    }
    Ok(all)
}

fn rows(record: &RegistrationRecord, needs: Option<&AccessRequest>) -> Vec<AnswerRow> {
    let state = AnswerRow { label: "How it stands".into(), value: Some(record.state.words().into()), change: None };
    [vec![state], answers(record, needs)].concat()
}

//! Everything held about a person, at every host's event: seen and erased by their own private link (quality-bar P-06).

mod records;
mod words;

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use domain::ids::{EventId, RegistrationId};
use frontend::components::AnswerRow;
use frontend::pages::registration::{Held, HeldPage, held};
use store::registrations::RegistrationError;
use web::{Answer, Form, Problem, file, private_page, see_other};

use super::Own;
use super::show::answers;
use crate::{State, events, problems, shell};
use records::{Booking, Everything, MAIL, mail, records};
use words::in_words;
pub use words::label;

/// All of it, on a page.
pub(crate) async fn show(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let own = Own::granted(&state, &headers, &id).await?;
    let everything = everything(&state, &own).await?;
    let all = everything.bookings.iter().map(|booking| {
        Ok(Held {
            event: events::line(&booking.page),
            host: booking.page.host.clone(),
            rows: rows(booking),
            records: records(booking)?.iter().flat_map(|(section, record)| in_words(section, record)).collect(),
        })
    });
    let page = HeldPage {
        all: all.collect::<Result<_, Problem>>()?,
        mail: everything.mail.map(|mark| in_words(MAIL, &mail(mark))).unwrap_or_default(),
        whole: known_by(&state, &own).is_some(),
        file: format!("{}/held.json", own.path()),
        back: own.path(),
        form: own.button(&state, "held"),
    };
    Ok(private_page(&state.context, StatusCode::OK, shell::of_week(own.event.week, "Everything we hold about you", false), || held(page)))
}

/// The same as a file to take along.
pub(crate) async fn download(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let own = Own::granted(&state, &headers, &id).await?;
    let text = everything(&state, &own).await?.as_json(state.context.now(), &state.context.settings().origin)?;
    Ok(file(&state.context, "application/json; charset=utf-8", Some("what-the-hub-holds-about-me.json"), false, text))
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
            // Erased in another window meanwhile, or let go.
            Ok(_) | Err(RegistrationError::NotNow(_) | RegistrationError::Unknown) => {}
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
    // Last, because its link opens this page: whoever erases all of it and is held up on the way can press again.
    all.retain(|booking| *booking != this);
    all.push(this);
    Ok(all)
}

/// All of it, as it is stored. What is over is as good as gone.
async fn everything(state: &State, own: &Own) -> Result<Everything, Problem> {
    let now = state.context.now();
    let mut bookings = Vec::new();
    for (event, id) in found(state, own).await? {
        let Some(stored) = state.registrations.held(&event, &id).await?.filter(|s| !s.record.person.contacts().is_empty()) else { continue };
        let Some(record) = state.registrations.event(&event).await? else { continue };
        let Some(page) = record.page() else { continue };
        if !state.registrations.is_over(&stored.record, &record, now).await? {
            let needs = state.access.kept_of(&event, &id, now).await?;
            bookings.push(Booking { page, stored, needs });
        }
    }
    let address = own.record.person.email.as_ref().map(|email| state.context.contact_hash(&format!("email:{}", email.folded())));
    let mail = match address {
        Some(hash) => state.returned.marks(std::slice::from_ref(&hash), now).await?.remove(&hash),
        None => None,
    };
    Ok(Everything { bookings, mail })
}

fn rows(booking: &Booking) -> Vec<AnswerRow> {
    let record = &booking.stored.record;
    let state = AnswerRow { label: "How it stands".into(), value: Some(record.state.words().into()), change: None };
    [vec![state], answers(record, record.party.words(), booking.needs.as_ref().map(|kept| &kept.request))].concat()
}

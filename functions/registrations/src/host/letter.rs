//! A booking on paper, for somebody who has no email address or wants it in their hand.

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use domain::registration::{RegistrationRecord, RegistrationState as Is};
use domain::time::date_and_time;
use frontend::components::KeyFact;
use frontend::pages::host_letter::{HostLetter, host_letter};
use web::{Answer, Problem, Purpose, private_page, qr};

use super::Hosted;
use super::person::found;
use crate::manage::show::facts_for_a_place;
use crate::{State, events, shell};

/// The letter. It holds no access need: whoever opens the post could read it.
pub(crate) async fn show(Given(state): Given<State>, Path((id, who)): Path<(String, String)>, headers: HeaderMap) -> Answer {
    let (hosted, record) = found(&state, &headers, &id, &who).await?;
    if !record.state.is_active() {
        return Err(Problem::NotFound);
    }
    let (heading, words) = words(&record);
    let mut facts = vec![KeyFact::new("Places", record.party.words())];
    if record.state == Is::Confirmed {
        facts.extend(facts_for_a_place(&hosted.record));
    }
    let page = HostLetter {
        event: events::line(&hosted.page),
        back: format!("{}/{}", hosted.list(), record.id),
        name: record.person.name.clone(),
        heading: heading.into(),
        words,
        facts,
        ask: hosted.page.enquiries.clone(),
        link: link(&state, &hosted, &record),
    };
    let shell = shell::of_week(hosted.page.week, heading, false);
    Ok(private_page(&state.context, StatusCode::OK, shell, || host_letter(page)))
}

/// The private link: only for somebody whom the host registered and who gets no mail. Everybody else has it already, and it is theirs alone.
fn link(state: &State, hosted: &Hosted, record: &RegistrationRecord) -> Option<(frontend::components::QrDrawing, String)> {
    if record.on_behalf.is_none() || record.person.email.is_some() {
        return None;
    }
    let id = format!("{}.{}", hosted.id, record.id);
    let link = state.context.absolute(&state.context.link(Purpose::Registration, &id, record.generation));
    Some((qr::drawing(&link), link))
}

fn words(record: &RegistrationRecord) -> (&'static str, Vec<String>) {
    match record.state {
        Is::Confirmed => ("You have a place", vec!["If you can’t come, tell the host. Somebody else can then have your place.".into()]),
        Is::Offered => {
            let until = record.until.map(|until| format!("{}, UK time", date_and_time(until))).unwrap_or_default();
            ("A place is held for you", vec![format!("Tell the host by {until} whether you want it. Then it goes to the next person.")])
        }
        Is::Unconfirmed => ("A place is held for you", vec!["Confirm your email address by the link we sent you.".into()]),
        _ => ("You are on the waiting list", vec!["When a place is offered to you, the host tells you.".into()]),
    }
}

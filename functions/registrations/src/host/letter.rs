//! A booking on paper, for somebody who has no email address or wants it in their hand.

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use domain::event::{Enquiries, EventPage, EventRecord};
use domain::registration::{RegistrationRecord, RegistrationState as Is};
use domain::time::date_and_time;
use frontend::components::{KeyFact, Link, QrDrawing};
use frontend::pages::host_letter::{HostLetter, host_letter};
use web::{Answer, Problem, Purpose, private_page, qr};

use super::person::found;
use crate::manage::show::facts_for_a_place;
use crate::{State, events, shell};

/// The letter, for the event's host.
pub(crate) async fn show(Given(state): Given<State>, Path((id, who)): Path<(String, String)>, headers: HeaderMap) -> Answer {
    let (hosted, record) = found(&state, &headers, &id, &who).await?;
    let back = Link::new("Back to the booking", format!("{}/{}", hosted.list(), record.id));
    page(&state, &hosted.record, &hosted.page, &record, back)
}

/// It holds no access need: whoever opens the post could read it.
pub(super) fn page(state: &State, event: &EventRecord, public: &EventPage, record: &RegistrationRecord, back: Link) -> Answer {
    if !record.state.is_active() {
        return Err(Problem::NotFound);
    }
    let (heading, words) = words(record);
    let mut facts = vec![KeyFact::new("Places", events::party(public, &record.party))];
    if record.state == Is::Confirmed {
        facts.extend(facts_for_a_place(event));
    }
    let page = HostLetter {
        event: events::line(public),
        back,
        name: record.person.name.clone(),
        heading: heading.into(),
        words,
        facts,
        ask: public.enquiries.as_ref().map(Enquiries::words),
        link: link(state, record),
    };
    let shell = shell::of_week(public.week, heading, false);
    Ok(private_page(&state.context, StatusCode::OK, shell, || host_letter(page)))
}

/// The private link: only for somebody who was registered by another and gets no mail. Everybody else has it already, and it is theirs alone.
fn link(state: &State, record: &RegistrationRecord) -> Option<(QrDrawing, String)> {
    if record.on_behalf.is_none() || record.person.email.is_some() {
        return None;
    }
    let id = format!("{}.{}", record.event, record.id);
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

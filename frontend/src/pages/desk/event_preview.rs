//! An event as it will look, beside its checks.

use domain::access::AccessFact;
use domain::event::{EventDetails, When};
use domain::markup;
use domain::time::{clock_time, date_and_time};
use leptos::prelude::*;

use crate::components::{AccessList, AccessRow, IconName, KeyFact, KeyFacts, Prose};

/// The event in the order of its public page.
pub fn event_preview(details: &EventDetails) -> AnyView {
    let about = details.about.clone();
    let access = details
        .access
        .iter()
        .map(|a| AccessRow {
            icon: icon(a.fact),
            label: a.fact.words().to_owned(),
            answer: a.answer.words().to_owned(),
            note: (!a.note.is_empty()).then(|| a.note.clone()),
        })
        .collect::<Vec<_>>();
    let enquiries = details.host.enquiries.clone().map(|words| view! { <h3>"Questions"</h3><p>{words}</p> });
    view! {
        <h2>{about.title}</h2>
        <p class="who">{details.host.name.clone()}</p>
        <p class="lead">{about.summary}</p>
        <KeyFacts facts=facts(details)/>
        <Prose html=markup::render(&about.description)/>
        <h3>"Getting in and taking part"</h3>
        <AccessList rows=access/>
        {enquiries}
    }
    .into_any()
}

/// What only the desk sees: whom to write to and to phone.
pub fn host_facts(details: &EventDetails) -> Vec<KeyFact> {
    let host = &details.host;
    let mut lines = vec![host.contact_name.clone(), host.contact_email.as_str().to_owned()];
    lines.extend(host.contact_phone.as_ref().map(|phone| phone.as_str().to_owned()));
    let mut facts = vec![KeyFact { label: "Contact".into(), lines, link: None }];
    if let Some(joining) = &details.place.joining {
        facts.push(KeyFact::new("For people who hold a place", joining.clone()));
    }
    if let Some(venue) = details.place.venue.as_ref().filter(|v| v.private) {
        facts.push(KeyFact { label: "Private address".into(), lines: vec![venue.name.clone(), venue.address.clone(), venue.postcode.clone()], link: None });
    }
    facts
}

fn facts(details: &EventDetails) -> Vec<KeyFact> {
    vec![
        KeyFact { label: "When".into(), lines: when(&details.when), link: None },
        KeyFact { label: "Where".into(), lines: place(details), link: None },
        KeyFact { label: "Booking".into(), lines: booking(details), link: None },
        KeyFact { label: "Cost".into(), lines: cost(details), link: None },
        KeyFact::new("Kind", details.about.kind.words()),
        KeyFact::new("Host’s nation", details.host.nation.words()),
    ]
}

fn when(when: &When) -> Vec<String> {
    match (when.start(), when.end()) {
        (Some(start), Some(end)) => vec![date_and_time(start), format!("until {}", clock_time(end))],
        (Some(start), None) => vec![date_and_time(start)],
        _ => vec!["Any time".to_owned()],
    }
}

fn place(details: &EventDetails) -> Vec<String> {
    let place = &details.place;
    let mut lines = vec![place.format.words().to_owned()];
    if let Some(venue) = &place.venue {
        match venue.private {
            true => lines.push("Address given when people book".to_owned()),
            false => lines.extend([venue.name.clone(), venue.address.clone(), venue.postcode.clone()]),
        }
        lines.extend(venue.directions.clone().filter(|_| !venue.private));
    }
    lines.extend(place.platform.clone());
    lines.extend(place.watch_link.as_ref().map(|link| link.as_str().to_owned()));
    lines
}

fn booking(details: &EventDetails) -> Vec<String> {
    let booking = &details.booking;
    let mut lines = vec![booking.kind.words().to_owned()];
    lines.extend(booking.capacity.map(|n| domain::text::counted(u64::from(n), "place", "places")));
    lines.extend(booking.link.as_ref().map(|link| link.as_str().to_owned()));
    lines
}

fn cost(details: &EventDetails) -> Vec<String> {
    let booking = &details.booking;
    let mut lines = vec![booking.cost.words().to_owned()];
    lines.extend(booking.cost_note.clone());
    lines.extend(booking.expenses.as_ref().map(|words| format!("Expenses: {words}")));
    lines
}

fn icon(fact: AccessFact) -> IconName {
    match fact {
        AccessFact::StepFree => IconName::StepFree,
        AccessFact::Toilet => IconName::Toilet,
        AccessFact::HearingLoop => IconName::HearingLoop,
        AccessFact::Bsl => IconName::Bsl,
        AccessFact::Captions => IconName::Captions,
        AccessFact::EasyRead => IconName::EasyRead,
        AccessFact::QuietSpace => IconName::QuietSpace,
        AccessFact::Breaks => IconName::Breaks,
        AccessFact::SupportWorker => IconName::SupportWorker,
        AccessFact::CameraOff => IconName::CameraOff,
    }
}

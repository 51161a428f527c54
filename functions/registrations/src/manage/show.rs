//! How a registration stands, and what only people who hold a place learn.

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use domain::event::EventState;
use domain::registration::{AccessRequest, FAIRNESS, OFFER_RULE, RegistrationRecord, RegistrationState as Is};
use domain::text::counted;
use domain::time::date_and_time;
use frontend::components::{AnswerRow, KeyFact, TagKind};
use frontend::pages::registration::{Offer, RegistrationPage, registration};
use web::ics::{CONTENT_TYPE, EventParts, event_ics};
use web::{Answer, Problem, Purpose, file, private_page};

use super::Own;
use crate::{State, events, shell};

/// The registration's own page.
pub(crate) async fn show(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let own = Own::granted(&state, &headers, &id).await?;
    let record = &own.record;
    let needs = state.access.of(&record.event, &record.id, state.context.now()).await?;
    let ahead = match record.turn {
        Some(_) if record.state == Is::Waiting => state.registrations.ahead(record).await?,
        _ => 0,
    };
    let listed = own.event.state == EventState::Published;
    let active = record.state.is_active() && listed;
    let (heading, words) = if listed { words(record, ahead) } else { called_off(&own) };
    let link = state.context.link(Purpose::Registration, &own.id, record.generation);
    let page = RegistrationPage {
        event: events::line(&own.page),
        heading: heading.clone(),
        tag: if listed { tag(record.state) } else { ("Event cancelled".into(), TagKind::Stopped) },
        words,
        offer: record.until.filter(|_| record.state == Is::Offered && listed).map(|until| Offer {
            until: format!("{}, UK time", date_and_time(until)),
            accept: own.button(&state, "accept"),
            decline: own.button(&state, "decline"),
        }),
        rules: if listed { rules(record.state) } else { Vec::new() },
        reason: record.reason.clone(),
        joining: if record.state == Is::Confirmed && listed { joining(&own) } else { Vec::new() },
        answers: answers(record, needs.as_ref()),
        needs_kept: needs
            .map(|_| "What would help is seen by this event’s host only. It is deleted 14 days after the event, or when you clear it.".into()),
        calendar: own.page.when.start().filter(|_| active).map(|_| format!("{}/calendar.ics", own.path())),
        change: active.then(|| format!("{}/change", own.path())),
        cancel: active.then(|| format!("{}/cancel", own.path())),
        private_link: active.then(|| state.context.absolute(&link)),
    };
    Ok(private_page(&state.context, StatusCode::OK, shell::of_week(own.event.week, heading, false), || registration(page)))
}

/// The event for a calendar: nothing in it is private, calendars are shared.
pub(crate) async fn calendar(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let own = Own::granted(&state, &headers, &id).await?;
    let parts = EventParts::of(&own.page, &state.context.settings().origin).ok_or(Problem::NotFound)?;
    let name = format!("{}.ics", own.page.slug);
    Ok(file(&state.context, CONTENT_TYPE, Some(&name), false, event_ics(&parts)))
}

fn words(record: &RegistrationRecord, ahead: usize) -> (String, Vec<String>) {
    let until = record.until.map(|until| format!("{}, UK time", date_and_time(until))).unwrap_or_default();
    let (heading, words) = match record.state {
        Is::Unconfirmed => (
            "Confirm your email address",
            vec![format!("A place is held for you until {until}. Press the button behind the link we sent you, and the place is yours.")],
        ),
        Is::Confirmed => ("You have a place", vec!["Can’t come after all? Cancel your booking, and somebody else can have the place.".into()]),
        Is::Waiting => ("You are on the waiting list", waiting(record, ahead, &until)),
        Is::Offered => {
            ("A place is held for you", vec!["What came free is enough for you, and nobody it is enough for is before you. Do you want it?".into()])
        }
        Is::Cancelled if record.reason.is_some() => ("The host cancelled your booking", vec!["You can register again on the event’s page.".into()]),
        Is::Cancelled => ("You cancelled your booking", vec!["Changed your mind? You can register again on the event’s page.".into()]),
        Is::Lapsed => {
            ("The time ran out", vec!["The place went back, so that somebody else can come. You can register again on the event’s page.".into()])
        }
        Is::Declined => ("You turned the place down", vec!["It goes to the next person. You can register again on the event’s page.".into()]),
    };
    (heading.into(), words)
}

fn waiting(record: &RegistrationRecord, ahead: usize, until: &str) -> Vec<String> {
    let turn = match ahead {
        0 => "You are first in the queue.".to_owned(),
        n => format!("{} before you in the queue.", counted(n as u64, "person is", "people are")),
    };
    let how = match record.person.email {
        Some(_) => "When a place is offered to you, we write to you. We can’t say when, or whether, that happens.",
        None => "When a place is offered to you, the host calls you. We can’t say when, or whether, that happens.",
    };
    let confirm = (!record.address_confirmed).then(|| format!("Press the button behind the link we sent you by {until}, or you lose your turn."));
    confirm.into_iter().chain([turn, how.to_owned()]).collect()
}

/// The rules that matter where it stands now.
fn rules(state: Is) -> Vec<String> {
    match state {
        Is::Waiting => FAIRNESS.iter().map(|rule| (*rule).to_owned()).chain([OFFER_RULE.to_owned()]).collect(),
        Is::Offered => vec![OFFER_RULE.to_owned()],
        _ => Vec::new(),
    }
}

fn called_off(own: &Own) -> (String, Vec<String>) {
    let mut words = vec!["You don’t need to do anything.".to_owned()];
    words.extend(own.event.cancel_words.clone().map(|said| format!("The host says: {said}")));
    ("This event was cancelled".into(), words)
}

fn tag(state: Is) -> (String, TagKind) {
    let (label, kind) = match state {
        Is::Confirmed => ("Place booked", TagKind::Good),
        Is::Offered => ("Place offered", TagKind::Good),
        Is::Unconfirmed => ("Place held", TagKind::Mind),
        Is::Waiting => ("Waiting list", TagKind::Mind),
        Is::Cancelled => ("Cancelled", TagKind::Stopped),
        Is::Lapsed => ("Ran out", TagKind::Stopped),
        Is::Declined => ("Turned down", TagKind::Stopped),
    };
    (label.into(), kind)
}

/// Address and joining details, the private ones too: only for people who have a place.
fn joining(own: &Own) -> Vec<KeyFact> {
    let Some(published) = &own.event.published else { return Vec::new() };
    let place = &published.details.place;
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let mut facts = Vec::new();
    if let Some(venue) = &place.venue {
        let address = [vec![venue.name.clone()], lines(&venue.address), vec![venue.postcode.clone()]].concat();
        facts.push(KeyFact { label: "Address".into(), lines: address, link: None });
        facts.extend(venue.directions.as_deref().map(|d| KeyFact { label: "Finding the door".into(), lines: lines(d), link: None }));
    }
    facts.extend(place.platform.as_deref().map(|platform| KeyFact::new("You join with", platform)));
    facts.extend(place.joining.as_deref().map(|joining| KeyFact { label: "How to join online".into(), lines: lines(joining), link: None }));
    facts
}

fn answers(record: &RegistrationRecord, needs: Option<&AccessRequest>) -> Vec<AnswerRow> {
    let row = |label: &str, value: Option<String>| AnswerRow { label: label.into(), value, change: None };
    vec![
        row("Full name", Some(record.person.name.clone())),
        row("Email address", record.person.email.as_ref().map(|e| e.as_str().to_owned())),
        row("Phone number", record.person.phone.as_ref().map(|p| p.as_str().to_owned())),
        row("Places", Some(record.party.words())),
        row("What would help you", needs.map(|n| n.lines().join("\n"))),
    ]
}

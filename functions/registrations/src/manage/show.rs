//! How a registration stands, and what only people who hold a place learn.

mod words;

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use domain::event::{EventRecord, Format};
use domain::registration::{AccessRequest, RegistrationRecord, RegistrationState as Is};
use domain::time::date_and_time;
use frontend::components::{AnswerRow, KeyFact, Link, QrDrawing, TagKind};
use frontend::pages::registration::{Offer, RegistrationPage, registration};
use web::ics::{CONTENT_TYPE, event_ics};
use web::{Answer, Problem, Purpose, file, private_page, qr};

use super::Own;
use crate::{State, events, shell};
use words::{called_off, past, put_off, rules, tag, words};

/// The registration's own page.
pub(crate) async fn show(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let own = Own::granted(&state, &headers, &id).await?;
    let now = state.context.now();
    // An offer that ran out a moment ago has no button, though nobody has noted it yet.
    let record = &RegistrationRecord { state: own.record.stands_at(now), ..own.record.clone() };
    let needs = state.access.of(&record.event, &record.id, now).await?;
    let ahead = match record.turn {
        Some(_) if record.state == Is::Waiting => state.registrations.ahead(record).await?,
        _ => 0,
    };
    let listed = own.event.state.goes_ahead();
    let active = record.state.is_active() && listed;
    let to_come = listed && !own.page.is_over(now);
    let (heading, mut words) = match (listed, to_come) {
        (false, _) => called_off(&own),
        (_, true) => words(record, ahead),
        (_, false) => past(record),
    };
    words.splice(0..0, put_off(&own).filter(|_| active));
    let link = state.context.link(Purpose::Registration, &own.id, record.generation);
    let page = RegistrationPage {
        event: events::line(&own.page),
        heading: heading.clone(),
        tag: if listed { tag(record.state) } else { ("Event cancelled".into(), TagKind::Stopped) },
        words,
        offer: record.until.filter(|_| record.state == Is::Offered && to_come).map(|until| Offer {
            until: format!("{}, UK time", date_and_time(until)),
            accept: own.button(&state, "accept"),
            decline: own.button(&state, "decline"),
        }),
        rules: if to_come { rules(record) } else { Vec::new() },
        reason: record.reason.clone(),
        joining: if record.state == Is::Confirmed && to_come { facts_for_a_place(&own.event) } else { Vec::new() },
        door: door(&state, &own).filter(|_| record.state == Is::Confirmed && to_come),
        answers: answers(record, events::party(&own.page, &record.party), needs.as_ref()),
        needs_kept: needs
            .map(|_| "What would help is seen by this event’s host only. It is deleted 14 days after the event, or when you clear it.".into()),
        calendar: own.page.when.start().filter(|_| active && to_come).map(|_| format!("{}/calendar.ics", own.path())),
        change: active.then(|| format!("{}/change", own.path())),
        cancel: (active && own.can_leave(&state)).then(|| Link::new(own.leaving(), format!("{}/cancel", own.path()))),
        held: format!("{}/held", own.path()),
        private_link: active.then(|| state.context.absolute(&link)),
    };
    Ok(private_page(&state.context, StatusCode::OK, shell::of_week(own.event.week, heading, false), || registration(page)))
}

/// The event for a calendar: nothing in it is private, calendars are shared.
pub(crate) async fn calendar(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let own = Own::granted(&state, &headers, &id).await?;
    let text = event_ics(&own.page, &state.context.settings().origin).ok_or(Problem::NotFound)?;
    let name = format!("{}.ics", own.page.slug);
    Ok(file(&state.context, CONTENT_TYPE, Some(&name), false, text))
}

/// What the host's phone reads at the door: the address of their page of this booking, which only they can open.
fn door(state: &State, own: &Own) -> Option<QrDrawing> {
    let in_a_room = matches!(own.page.format, Format::InPerson | Format::Hybrid);
    let host_page = format!("/manage/event/{}/registrations/{}", own.record.event, own.record.id);
    in_a_room.then(|| qr::drawing(&state.context.absolute(&host_page)))
}

/// Address and joining details, the private ones too: only for people who have a place.
pub(crate) fn facts_for_a_place(event: &EventRecord) -> Vec<KeyFact> {
    let Some(published) = &event.published else { return Vec::new() };
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

pub(super) fn answers(record: &RegistrationRecord, places: String, needs: Option<&AccessRequest>) -> Vec<AnswerRow> {
    let row = |label: &str, value: Option<String>| AnswerRow { label: label.into(), value, change: None };
    vec![
        row("Full name", Some(record.person.name.clone())),
        row("Email address", record.person.email.as_ref().map(|e| e.as_str().to_owned())),
        row("Phone number", record.person.phone.as_ref().map(|p| p.as_str().to_owned())),
        row("Places", Some(places)),
        row("What would help you", needs.map(|n| n.standing_lines().join("\n"))),
    ]
}

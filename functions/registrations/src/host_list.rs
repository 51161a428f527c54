//! The host's list: who is coming, and what access to arrange. Every view is audited.

use std::collections::HashMap;

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use domain::access::AccessNeed;
use domain::event::EventPage;
use domain::ids::{EventId, RegistrationId};
use domain::registration::{AccessRequest, Places, RegistrationRecord, RegistrationState as Is};
use domain::time::{date_and_time, local, long_date};
use frontend::components::{KeyFact, TagKind};
use frontend::pages::host_list::{Guest, HostList, host_list};
use jiff::{SignedDuration, Timestamp};
use web::{Answer, Problem, Purpose, private_page};

use crate::{State, events, returned, shell};

type Needs = HashMap<RegistrationId, AccessRequest>;

/// The list, for this event's host alone.
pub(crate) async fn show(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let id = EventId::parse(&id).ok_or(Problem::NotFound)?;
    let generation = state.context.granted(&headers, Purpose::Event, id.as_str()).ok_or(Problem::LinkStale)?;
    let event = state.registrations.event(&id).await?.ok_or(Problem::NotFound)?;
    if event.generation != generation {
        return Err(Problem::LinkStale);
    }
    let page = event.page().ok_or(Problem::NotFound)?;
    let now = state.context.now();
    let needs: Needs = state.access.for_host(&id, now, &state.context.mark()).await?.into_iter().collect();
    let all = state.registrations.of_event(&id).await?;
    let places = state.registrations.places(&id).await?;
    let mut view = list(&page, &id, places.as_ref(), all, &needs, now);
    returned::note(&state, &mut view).await?;
    let shell = shell::of_week(event.week, format!("Who is coming - {}", page.title), false);
    Ok(private_page(&state.context, StatusCode::OK, shell, || host_list(view)))
}

fn list(page: &EventPage, id: &EventId, places: Option<&Places>, all: Vec<RegistrationRecord>, needs: &Needs, now: Timestamp) -> HostList {
    let (mut waiting, mut coming): (Vec<_>, Vec<_>) = all.into_iter().filter(|r| r.state.is_active()).partition(|r| r.state == Is::Waiting);
    waiting.sort_by_key(|r| r.turn);
    coming.sort_by_key(|r| (r.person.name.to_lowercase(), r.created));
    let guests = |records: &[RegistrationRecord]| records.iter().map(|r| guest(r, needs.get(&r.id))).collect::<Vec<_>>();
    let to_arrange = AccessNeed::ALL.iter().filter_map(|need| {
        let people = coming.iter().filter(|r| needs.get(&r.id).is_some_and(|n| n.needs.contains(need))).count();
        (people > 0).then(|| (need.words().to_owned(), people))
    });
    HostList {
        event: events::line(page),
        back: format!("/manage/event/{id}"),
        counts: counts(places),
        to_arrange: to_arrange.collect(),
        needs_until: needs_until(page),
        made: format!("{}, UK time", date_and_time(now)),
        coming: guests(&coming),
        waiting: guests(&waiting),
    }
}

fn counts(places: Option<&Places>) -> Vec<KeyFact> {
    let Some(places) = places else { return Vec::new() };
    let free = places.free().map_or("No limit".to_owned(), |free| free.to_string());
    vec![
        KeyFact::new("Have a place", places.confirmed.to_string()),
        KeyFact::new("Held, not confirmed yet", places.held.to_string()),
        KeyFact::new("On the waiting list", places.waiting.to_string()),
        KeyFact::new("Free places", free),
    ]
}

fn needs_until(page: &EventPage) -> String {
    match page.when.end() {
        Some(end) => format!("It is deleted on {}.", long_date(local(end + SignedDuration::from_hours(14 * 24)).date())),
        None => "It is deleted 90 days after each person told us.".into(),
    }
}

fn guest(record: &RegistrationRecord, needs: Option<&AccessRequest>) -> Guest {
    let until = record.until.map(|until| format!("until {}", date_and_time(until)));
    let (label, kind, note) = match record.state {
        Is::Confirmed => ("Has a place", TagKind::Good, None),
        Is::Offered => ("Place offered", TagKind::Mind, until),
        Is::Unconfirmed => ("Place held", TagKind::Mind, until),
        _ => ("Waiting", TagKind::Plain, None),
    };
    let email = record.person.email.iter().map(|e| e.as_str().to_owned());
    let phone = record.person.phone.iter().map(|p| p.as_str().to_owned());
    Guest {
        name: record.person.name.clone(),
        state: (label.into(), kind),
        note,
        contact: email.chain(phone).collect(),
        needs: needs.map(AccessRequest::lines).unwrap_or_default(),
    }
}

//! The host's list: who is coming, and what access to arrange. Every view is audited.

use std::collections::HashMap;

use axum::extract::{Path, Query, State as Given};
use axum::http::{HeaderMap, StatusCode};
use domain::access::AccessNeed;
use domain::event::EventPage;
use domain::ids::RegistrationId;
use domain::registration::{AccessRequest, Places, RegistrationRecord, RegistrationState as Is};
use domain::time::{date_and_time, local, long_date};
use frontend::components::{KeyFact, TagKind};
use frontend::pages::host_list::{Guest, HostList, host_list};
use jiff::Timestamp;
use store::registrations::{AtEvent, Seen};
use web::{Answer, private_page};

use super::Hosted;
use super::calls::Calls;
use super::door::Asked;
use super::search::Search;
use crate::{State, events, returned, shell};

type Needs = HashMap<RegistrationId, AccessRequest>;

/// The list, for this event's host alone.
pub(crate) async fn show(Given(state): Given<State>, Path(id): Path<String>, Query(asked): Query<Asked>, headers: HeaderMap) -> Answer {
    let hosted = Hosted::granted(&state, &headers, &id).await?;
    let id = &hosted.id;
    let now = state.context.now();
    let needs: Needs = state.access.for_host(id, Seen::OnScreen, now, &state.context.mark()).await?.into_iter().collect();
    let all = state.registrations.at_event(&hosted.record, now).await?;
    let places = state.registrations.places(id).await?;
    let calls = Calls::to(&state, &hosted, &all.shown).await?;
    let to_call = all.shown.iter().filter_map(|of| calls.line(of)).collect();
    let mut view = HostList { to_call, ..list(&hosted, places.as_ref(), all, &needs, &Search::new(&asked.q), now) };
    returned::note(&state, &mut view).await?;
    let shell = shell::of_week(hosted.page.week, format!("Who is coming - {}", hosted.page.title), false);
    Ok(private_page(&state.context, StatusCode::OK, shell, || host_list(view)))
}

fn list(hosted: &Hosted, places: Option<&Places>, all: AtEvent, needs: &Needs, search: &Search, now: Timestamp) -> HostList {
    let Hosted { id, page, .. } = hosted;
    let came = all.came + places.map_or(0, Places::gone_came);
    let all = all.shown;
    let (mut waiting, mut coming): (Vec<_>, Vec<_>) = all.into_iter().filter(|r| r.state.is_active()).partition(|r| r.state == Is::Waiting);
    waiting.sort_by_key(|r| r.turn);
    coming.sort_by_key(|r| (r.person.name.to_lowercase(), r.created));
    let absent = came > 0 && page.ends().is_some_and(|end| end <= now);
    let guests = |records: &[RegistrationRecord]| {
        records.iter().filter(|r| search.fits(&r.person)).map(|r| guest(hosted, r, needs.get(&r.id), absent)).collect::<Vec<_>>()
    };
    HostList {
        event: events::line(page),
        here: hosted.list(),
        query: search.query.clone(),
        back: format!("/manage/event/{id}"),
        counts: counts(places).into_iter().chain(arrivals(places, came, absent)).collect(),
        places: places.map(|_| format!("{}/places", hosted.list())),
        to_call: Vec::new(),
        to_arrange: to_arrange(&coming, needs),
        asked: coming.iter().chain(&waiting).any(|r| needs.contains_key(&r.id)),
        counted: places.is_some_and(Places::counts_somebody),
        needs_until: needs_until(page),
        made: format!("{}, UK time", date_and_time(now)),
        coming: guests(&coming),
        waiting: guests(&waiting),
    }
}

/// What these people asked for, and how many of them did.
fn to_arrange(people: &[RegistrationRecord], needs: &Needs) -> Vec<(String, usize)> {
    let asked = |asks: &dyn Fn(&AccessRequest) -> bool| people.iter().filter(|r| needs.get(&r.id).is_some_and(asks)).count();
    let ticked = AccessNeed::ALL.iter().map(|need| (need.words(), asked(&|n| n.needs.contains(need))));
    let typed = ("In their own words", asked(&|n| !n.other.is_empty()));
    ticked.chain([typed]).filter(|(_, people)| *people > 0).map(|(words, people)| (words.to_owned(), people)).collect()
}

fn counts(places: Option<&Places>) -> Vec<KeyFact> {
    let Some(places) = places else { return Vec::new() };
    let mut facts = Vec::new();
    for way in places.ways() {
        let pool = places.of(*way);
        let name = |words: &str| if places.online.is_some() { format!("{}: {}", way.words(), words) } else { words.to_owned() };
        facts.push(KeyFact::new(name("Have a place"), pool.confirmed.to_string()));
        facts.push(KeyFact::new(name("Held, not confirmed yet"), pool.held.to_string()));
        facts.push(KeyFact::new(name("On the waiting list"), (pool.waiting + pool.gone.waited).to_string()));
        facts.push(KeyFact::new(name("Free places"), pool.free().map_or("No limit".to_owned(), |free| free.to_string())));
        if pool.beside > 0 {
            facts.push(KeyFact::new(name("Support workers, companions, interpreters"), pool.beside.to_string()));
        }
    }
    facts
}

pub(super) fn needs_until(page: &EventPage) -> String {
    match page.ends() {
        Some(end) => format!("It is deleted on {}.", long_date(local(domain::retention::needs_until(Some(end), end)).date())),
        None => "It is deleted 90 days after each person told us.".into(),
    }
}

/// How a registration stands, in a word or two.
pub(super) fn stands(record: &RegistrationRecord) -> (String, TagKind) {
    let (label, kind) = match record.state {
        Is::Confirmed if record.came.is_some() => ("Came", TagKind::Good),
        Is::Confirmed => ("Has a place", TagKind::Good),
        Is::Offered => ("Place offered", TagKind::Mind),
        Is::Unconfirmed => ("Place held", TagKind::Mind),
        Is::Waiting => ("Waiting", TagKind::Plain),
        Is::Cancelled => ("Cancelled", TagKind::Stopped),
        Is::Lapsed => ("Ran out", TagKind::Stopped),
        Is::Declined => ("Turned down", TagKind::Stopped),
    };
    (label.into(), kind)
}

/// Who came, who did not, and who came without a booking: once somebody was noted. `absent`: the event is over, and those who came
/// were noted.
fn arrivals(places: Option<&Places>, came: u32, absent: bool) -> Vec<KeyFact> {
    let (placed, walk_ins) = places.map_or((0, 0), |places| (places.placed(), places.walk_ins));
    let fact = |words: &str, n: u32, shown: bool| shown.then(|| KeyFact::new(words, n.to_string()));
    [fact("Came", came, came > 0), fact("Did not come", placed.saturating_sub(came), absent), fact("Came without a booking", walk_ins, walk_ins > 0)]
        .into_iter()
        .flatten()
        .collect()
}

fn guest(hosted: &Hosted, record: &RegistrationRecord, needs: Option<&AccessRequest>, absent: bool) -> Guest {
    let until = record.until.filter(|_| record.state.holds()).map(|until| format!("until {}", date_and_time(until)));
    let group = (record.party != Default::default()).then(|| hosted.party(&record.party));
    let email = record.person.email.iter().map(|e| e.as_str().to_owned());
    let phone = record.person.phone.iter().map(|p| p.as_str().to_owned());
    Guest {
        name: record.person.name.clone(),
        href: format!("{}/{}", hosted.list(), record.id),
        state: if absent && record.state == Is::Confirmed && record.came.is_none() {
            ("Did not come".into(), TagKind::Plain)
        } else {
            stands(record)
        },
        note: [group, until].into_iter().flatten().reduce(|a, b| format!("{a}, {b}")),
        contact: email.chain(phone).collect(),
        needs: needs.map(AccessRequest::standing_lines).unwrap_or_default(),
    }
}

//! One person on the host's list: calls to note, moves by hand with a reason, checking in.

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use domain::access::AccessNeed;
use domain::answers::Answers;
use domain::event::EventState;
use domain::field::Errors;
use domain::ids::RegistrationId;
use domain::registration::{Arranging, CallOutcome, OTHER, RegistrationRecord, RegistrationState as Is};
use domain::text::passage;
use domain::time::date_and_time;
use frontend::form::FormPage;
use frontend::pages::host_person::{HostPerson, host_person};
use jiff::Timestamp;
use web::{Answer, Form, Problem, private_page, see_other};

use super::calls::Calls;
use super::list::stands;
use super::{Hosted, deed};
use crate::{State, events, problems, shell};

/// One person, and what the host can do.
pub(crate) async fn ask(Given(state): Given<State>, Path((id, who)): Path<(String, String)>, headers: HeaderMap) -> Answer {
    let (hosted, record) = found(&state, &headers, &id, &who).await?;
    show(&state, &hosted, &record, Answers::new(), Errors::default()).await
}

/// Does it.
pub(crate) async fn act(Given(state): Given<State>, Path((id, who)): Path<(String, String)>, headers: HeaderMap, form: Form) -> Answer {
    let arranging: Vec<String> = arrangeable().map(|name| field_of(&name)).collect();
    form.only(&[&["act".to_owned(), "reason".into(), "outcome".into(), "seen".into()][..], &arranging[..]].concat())?;
    let (hosted, record) = found(&state, &headers, &id, &who).await?;
    let (event, id, now) = (&hosted.id, &record.id, state.context.now());
    let store = &state.registrations;
    let mut errors = Errors::default();
    let reason = || passage(form.answers.get("reason"), 300, "Enter the reason. The person will read it", "The reason");
    let done = match form.answers.get("act") {
        "offer" if cannot_be_offered(&hosted, now) => return Err(problems::no_more_offers(&hosted.back())),
        "offer" => match errors.keep("reason", reason()) {
            Some(reason) => store.offer_by_hand(event, id, &reason, now).await,
            None => return show(&state, &hosted, &record, form.answers, errors).await,
        },
        "remove" => match errors.keep("reason", reason()) {
            Some(reason) => store.remove(event, id, &reason, now).await,
            None => return show(&state, &hosted, &record, form.answers, errors).await,
        },
        "call" => {
            let to_say = Calls::to(&state, &hosted, std::slice::from_ref(&record)).await?.about(&record);
            let about: Vec<_> = to_say.iter().map(|one| one.about).collect();
            let seen = form.answers.get("seen").parse::<Timestamp>().ok();
            if seen.is_some_and(|seen| to_say.iter().any(|one| one.at > seen)) {
                errors.add("outcome", "Something new has to be said since you opened this page. Read it, then note the call again");
                return show(&state, &hosted, &record, form.answers, errors).await;
            }
            let outcome = errors.keep("outcome", CallOutcome::parse(form.answers.get("outcome"), "Choose what came of the call"));
            match outcome {
                _ if about.is_empty() => return Ok(see_other(&hosted.list())),
                Some(outcome) if CallOutcome::of(&about).contains(&outcome) => store.note_call(event, id, &about, outcome, now).await,
                _ => return show(&state, &hosted, &record, form.answers, errors).await,
            }
        }
        "arrange" => {
            let noted = arrangeable().filter_map(|name| Some((name.clone(), Arranging::from_value(form.answers.get(&field_of(&name)))?)));
            state.access.arrange(event, id, &noted.collect(), &deed(&state)).await?;
            return Ok(see_other(&format!("{}/{id}", hosted.list())));
        }
        "came" => store.check_in(event, id, true, now).await,
        "did-not-come" => store.check_in(event, id, false, now).await,
        _ => return Err(Problem::UnknownFields),
    };
    done.map_err(|e| problems::of_host(e, &hosted.back()))?;
    Ok(see_other(&hosted.list()))
}

pub(super) async fn found(state: &State, headers: &HeaderMap, id: &str, who: &str) -> Result<(Hosted, RegistrationRecord), Problem> {
    let hosted = Hosted::granted(state, headers, id).await?;
    let who = RegistrationId::parse(who).ok_or(Problem::NotFound)?;
    let record = state.registrations.load(&hosted.id, &who).await?.ok_or(Problem::NotFound)?;
    if state.registrations.is_over(&record, &hosted.record, state.context.now()).await? {
        return Err(Problem::NotFound);
    }
    Ok((hosted, record))
}

/// The names of everything that can be arranged.
fn arrangeable() -> impl Iterator<Item = String> {
    AccessNeed::ALL.iter().map(|need| need.value()).chain([OTHER]).map(str::to_owned)
}

fn field_of(name: &str) -> String {
    format!("arrange_{name}")
}

/// Whether no place of this event is offered any more: it has begun, or was cancelled.
fn cannot_be_offered(hosted: &Hosted, now: Timestamp) -> bool {
    hosted.record.state == EventState::Cancelled || hosted.page.has_begun(now)
}

async fn show(state: &State, hosted: &Hosted, record: &RegistrationRecord, values: Answers, errors: Errors) -> Answer {
    let needs = match record.has_needs {
        true => state.access.of_one_for_host(&hosted.id, &record.id, state.context.now(), &state.context.mark()).await?,
        false => None,
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = FormPage { values, ..state.context.form(format!("{}/{}", hosted.list(), record.id)) };
    let cancelled = hosted.record.state == EventState::Cancelled;
    let to_call = Calls::to(state, hosted, std::slice::from_ref(record)).await?.call(record);
    let contact = record.person.email.iter().map(|e| e.as_str().to_owned()).chain(record.person.phone.iter().map(|p| p.as_str().to_owned()));
    let page = HostPerson {
        event: events::line(&hosted.page),
        back: hosted.list(),
        name: record.person.name.clone(),
        state: stands(record),
        party: hosted.party(&record.party),
        contact: contact.collect(),
        calls: record.calls.iter().map(|call| format!("{}: {}. {}", date_and_time(call.at), call.about.words(), call.outcome.words())).collect(),
        to_arrange: needs.map(|needs| needs.to_arrange()).unwrap_or_default(),
        on_behalf: record.on_behalf.as_ref().map(|by| {
            let who = if by.coordinator.is_some() { "A coordinator" } else { "You" };
            format!("{who} registered them on {}. They asked {}, and agreed to it.", date_and_time(by.at), by.asked_by.words().to_lowercase())
        }),
        letter: record.state.is_active().then(|| format!("{}/{}/letter", hosted.list(), record.id)),
        to_call,
        reason: record.reason.clone(),
        offers: record.state == Is::Waiting && !cannot_be_offered(hosted, state.context.now()),
        removes: record.state.is_active() && !cancelled,
        came: (record.state == Is::Confirmed).then_some(record.came.is_some()),
        here_since: record.came.map(|at| format!("They were noted as here on {}, UK time.", date_and_time(at))),
        form: form.wrong(errors),
    };
    let shell = shell::of_week(hosted.page.week, format!("{} - who is coming", page.name), status.is_client_error());
    Ok(private_page(&state.context, status, shell, || host_person(page)))
}

//! A host registers somebody who phoned, wrote or came by, and who agreed to it.

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::answers::Answers;
use domain::field::Errors;
use domain::ids::FormKey;
use domain::registration::{CONSENT_WORDS, ON_BEHALF_WORDS, OnBehalf, Party, Person, Places, needs_support, parse_needs};
use frontend::form::FormPage;
use frontend::pages::host_add::{HostAdd, host_add};
use store::registrations::{NewRegistration, Registered};
use web::{Answer, Form, private_page, see_other};

use super::Hosted;
use crate::{State, events, problems, shell};

const FIELDS: [&str; 10] = ["asked_by", "agreed", "name", "email", "phone", "way", "places", "beside", "needs_other", "more_time"];

/// The form.
pub(crate) async fn ask(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let hosted = Hosted::granted(&state, &headers, &id).await?;
    let places = open(&state, &hosted).await?;
    Ok(show(&state, &hosted, &places, Answers::new(), Errors::default(), state.context.new_form_key()))
}

/// Registers them. Nothing is left to confirm: the host spoke with them.
pub(crate) async fn add(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only_with_many(&[&FIELDS[..], &["needs_consent"]].concat(), &["needs"])?;
    let hosted = Hosted::granted(&state, &headers, &id).await?;
    let now = state.context.now();
    let met = |e| problems::of_host(e, &hosted.list());
    let form_use = form.form_use()?;
    // A repeat gets its first answer, even where bookings have closed since.
    if let Some(first) = state.registrations.sent_before::<Registered>(&form_use).await.map_err(met)? {
        return Ok(see_other(&format!("{}/{}", hosted.list(), first.registration)));
    }
    let places = open(&state, &hosted).await?;
    let key = form.key.clone().unwrap_or_else(|| state.context.new_form_key());
    let answers = form.answers.clone();
    let mut errors = Errors::default();
    let on_behalf = errors.join(OnBehalf::parse(&answers, now));
    let person = errors.join(Person::parse_on_behalf(&answers));
    let party = errors.join(Party::parse(&answers, places.online.is_some()));
    let needs = errors.join(parse_needs(&answers, now));
    let (Some(on_behalf), Some(person), Some(mut party), Some(needs)) = (on_behalf, person, party, needs) else {
        return Ok(show(&state, &hosted, &places, answers, errors, key));
    };
    party.support = needs_support(&answers, needs.as_ref());
    let contacts = person.contacts().iter().map(|contact| state.context.contact_hash(contact)).collect();
    let id = state.context.new_registration_id();
    let new = NewRegistration { id, person, party, contacts, needs, on_behalf: Some(on_behalf), event_ends: hosted.page.when.end(), form: form_use };
    let done = state.registrations.register(&hosted.id, &new, now).await.map_err(met)?;
    if !done.is_new {
        // The host sees everybody anyway, so this tells them nothing new. The form's key is used up: the next try needs another.
        errors.add("name", "Somebody with this address or number is registered already. Look at the list");
        return Ok(show(&state, &hosted, &places, answers, errors, state.context.new_form_key()));
    }
    Ok(see_other(&format!("{}/{}", hosted.list(), done.registration)))
}

async fn open(state: &State, hosted: &Hosted) -> Result<Places, web::Problem> {
    let places = state.registrations.places(&hosted.id).await?;
    problems::open_for(&hosted.page, places, state.context.now())
}

fn show(state: &State, hosted: &Hosted, places: &Places, values: Answers, errors: Errors, key: FormKey) -> Response {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let now = state.context.now();
    let form = FormPage { action: format!("{}/add", hosted.list()), form_key: key.to_string(), values, ..FormPage::default() };
    let page = HostAdd {
        event: events::line(&hosted.page),
        back: hosted.list(),
        places: places.public(now).words(),
        full: places.ways().iter().all(|way| !places.has_room(*way, Party::default().ask(), now)),
        both: places.online.is_some(),
        agreed: ON_BEHALF_WORDS.into(),
        consent: CONSENT_WORDS.into(),
        form: form.wrong(errors),
    };
    let shell = shell::of_week(hosted.page.week, "Register somebody", status.is_client_error());
    private_page(&state.context, status, shell, || host_add(page))
}

//! Changing name, number and what would help.

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::answers::Answers;
use domain::field::Errors;
use domain::ids::FormKey;
use domain::registration::{AccessRequest, CONSENT_WORDS, Party, Person, RegistrationRecord, RegistrationState, needs_support, parse_needs};
use frontend::form::FormPage;
use frontend::pages::registration::{ChangePage, change as page};
use web::{Answer, Form, Problem, private_page, see_other};

use super::Own;
use crate::{State, events, problems, shell};

/// The form, with what is there now.
pub(crate) async fn ask(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let own = Own::granted(&state, &headers, &id).await?;
    if !own.record.state.is_active() {
        return Ok(see_other(&own.path()));
    }
    let needs = state.access.of(&own.record.event, &own.record.id, state.context.now()).await?;
    let answers = typed(&own.record, needs.as_ref());
    let both = both(&state, &own).await?;
    Ok(show(&state, &own, both, answers, Errors::default(), state.context.new_form_key()))
}

/// Saves it.
pub(crate) async fn change(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only_with_many(&["name", "phone", "way", "places", "beside", "needs_other", "needs_consent", "more_time"], &["needs"])?;
    let own = Own::granted(&state, &headers, &id).await?;
    let now = state.context.now();
    let (event, id) = (&own.record.event, &own.record.id);
    let mut errors = Errors::default();
    let mut whole = form.answers.clone();
    if let Some(email) = &own.record.person.email {
        whole.set("email", email.as_str());
    }
    let person = errors.join(Person::parse(&whole).map_err(beside_the_number));
    let needs = errors.join(parse_needs(&whole, now));
    let both = both(&state, &own).await?;
    // A page that was opened before they had a place or a turn doesn't ask whom they bring.
    let asked = both.filter(|_| whole.iter().any(|(name, _)| name == "places"));
    let party = errors.join(asked.map(|both| Party::parse(&whole, both)).transpose());
    let (Some(person), Some(needs), Some(party)) = (person, needs, party) else {
        let key = form.key.clone().unwrap_or_else(|| state.context.new_form_key());
        return Ok(show(&state, &own, both, form.answers, errors, key));
    };
    let met = |e| problems::of(e, &own.page.path());
    let support = needs_support(&whole, needs.as_ref());
    let mut said = own.record.party.support;
    // First what may be refused: then nothing else was changed. Whoever comes with more and says that they need support says both at once.
    if let Some(party) = party
        && (Party { support: said, ..party.clone() } != own.record.party)
    {
        state.registrations.change_party(event, id, &Party { support, ..party }, now).await.map_err(met)?;
        said = support;
    }
    if person != own.record.person {
        let contacts: Vec<String> = person.contacts().iter().map(|c| state.context.contact_hash(c)).collect();
        state.registrations.change_person(event, id, &person, &contacts, now).await.map_err(met)?;
    }
    let before = state.access.of(event, id, now).await?;
    match needs {
        Some(needs) if !said || before.as_ref().is_none_or(|b| b.needs != needs.needs || b.other != needs.other) => {
            state.registrations.change_needs(event, id, &needs, own.page.ends(), now).await.map_err(met)?;
        }
        None if own.record.has_needs || said != support => {
            state.registrations.erase_needs(event, id, support, now).await.map_err(met)?;
        }
        _ => {}
    }
    Ok(see_other(&own.path()))
}

/// The form has no field for an address, so what is wrong with having neither stands beside the number.
fn beside_the_number(errors: Errors) -> Errors {
    let mut out = Errors::default();
    for error in errors.0 {
        match error.field.as_str() {
            "email" => out.add("phone", "Enter a phone number"),
            _ => out.add(error.field, error.sentence),
        }
    }
    out
}

/// Whether there are two ways to take part; none where whom they bring can't be changed now.
async fn both(state: &State, own: &Own) -> Result<Option<bool>, Problem> {
    if !matches!(own.record.state, RegistrationState::Confirmed | RegistrationState::Waiting) {
        return Ok(None);
    }
    let places = state.registrations.places(&own.record.event).await?;
    Ok(places.map(|places| places.online.is_some()))
}

/// What saying that they need support does where they stand, and what taking it back does.
fn support_words(is: RegistrationState) -> &'static str {
    match is {
        RegistrationState::Waiting => {
            "If you tick something here, places that are held back for people who need support are for you too. \
             If you clear everything, we forget that you need support, and you keep your turn."
        }
        RegistrationState::Offered => {
            "The offer that you have now keeps its time. If you clear everything, we forget that you need support, and the place stays held for you."
        }
        _ => "If you clear everything, we forget that you need support, and you keep your place.",
    }
}

/// What is there now. Who said what would help is known to need support by that; else they ticked it.
fn typed(record: &RegistrationRecord, needs: Option<&AccessRequest>) -> Answers {
    let mut answers = Answers::new();
    let (person, party) = (&record.person, &record.party);
    answers.set("way", party.way.value());
    answers.set("places", party.places.to_string());
    answers.set("beside", party.beside.to_string());
    answers.set("name", &person.name);
    answers.set("phone", person.phone.as_ref().map_or("", |p| p.as_str()));
    if let Some(needs) = needs {
        needs.needs.iter().for_each(|need| answers.add("needs", need.value()));
        answers.set("needs_other", &needs.other);
        answers.set("needs_consent", "yes");
    } else if party.support {
        answers.set("more_time", "yes");
    }
    answers
}

fn show(state: &State, own: &Own, both: Option<bool>, values: Answers, errors: Errors, key: FormKey) -> Response {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = FormPage { action: format!("{}/change", own.path()), form_key: key.to_string(), values, ..FormPage::default() };
    let view = ChangePage {
        event: events::line(&own.page),
        email: own.record.person.email.as_ref().map(|e| e.as_str().to_owned()),
        party: both,
        support: support_words(own.record.state).into(),
        consent: CONSENT_WORDS.into(),
        back: own.path(),
        form: form.wrong(errors),
    };
    let shell = shell::of_week(own.event.week, "Change your booking", status.is_client_error());
    private_page(&state.context, status, shell, || page(view))
}

//! Somebody who phoned, wrote or came by is registered by who spoke with them: the event's host, or a coordinator.

use axum::http::StatusCode;
use axum::response::Response;
use domain::answers::Answers;
use domain::event::EventPage;
use domain::field::Errors;
use domain::ids::{FormKey, RegistrationId, StaffId};
use domain::registration::{CONSENT_WORDS, ON_BEHALF_WORDS, OnBehalf, Party, Person, Places, needs_support, parse_needs};
use frontend::components::Link;
use frontend::form::FormPage;
use frontend::pages::host_add::{HostAdd, host_add};
use store::registrations::{NewRegistration, Registered};
use web::{Answer, Form, Problem, private_page, see_other};

use crate::{State, events, problems, register, shell};

const FIELDS: [&str; 10] = ["asked_by", "agreed", "name", "email", "phone", "way", "places", "beside", "needs_other", "more_time"];

/// Who fills the form in, for which event, and where they go on.
pub(super) struct Assisting<'a> {
    pub event: &'a EventPage,
    /// The coordinator; none is the host.
    pub coordinator: Option<&'a StaffId>,
    /// Where the form is sent.
    pub action: String,
    /// The way back.
    pub back: Link,
    /// Whether they see everybody who is registered.
    pub sees_list: bool,
}

impl Assisting<'_> {
    /// The empty form.
    pub async fn ask(&self, state: &State) -> Answer {
        let places = self.open(state).await?;
        Ok(self.show(state, &places, Answers::new(), Errors::default(), state.context.new_form_key()))
    }

    /// Registers them and goes on to `done`. Nothing is left to confirm: somebody spoke with them.
    pub async fn add(&self, state: &State, form: Form, done: impl Fn(&RegistrationId) -> String) -> Answer {
        form.only_with_many(&[&FIELDS[..], &["needs_consent"]].concat(), &["needs"])?;
        let now = state.context.now();
        let met = |e| problems::of_host(e, &self.back);
        let form_use = form.form_use()?;
        // A repeat gets its first answer, even where bookings have closed since.
        if let Some(first) = state.registrations.sent_before::<Registered>(&form_use).await.map_err(met)? {
            return Ok(see_other(&done(&first.registration)));
        }
        let places = self.open(state).await?;
        let key = form.key.clone().unwrap_or_else(|| state.context.new_form_key());
        let answers = form.answers.clone();
        let mut errors = Errors::default();
        let on_behalf = errors.join(OnBehalf::parse(&answers, self.coordinator, now));
        let person = errors.join(Person::parse_on_behalf(&answers));
        let party = errors.join(Party::parse(&answers, places.online.is_some()));
        let needs = errors.join(parse_needs(&answers, now));
        let (Some(on_behalf), Some(person), Some(mut party), Some(needs)) = (on_behalf, person, party, needs) else {
            return Ok(self.show(state, &places, answers, errors, key));
        };
        party.support = needs_support(&answers, needs.as_ref());
        let contacts = register::counted(state, &person).await?;
        let id = state.context.new_registration_id();
        let new =
            NewRegistration { id, person, party, contacts, needs, on_behalf: Some(on_behalf), event_ends: self.event.when.end(), form: form_use };
        let registered = state.registrations.register(&self.event.id, &new, now).await.map_err(met)?;
        if !registered.is_new {
            let next = if self.sees_list { "Look at the list" } else { "The link was sent to them again if they have an email address" };
            errors.add("name", format!("Somebody with this address or number is registered already. {next}"));
            // The form's key is used up: the next try needs another.
            return Ok(self.show(state, &places, answers, errors, state.context.new_form_key()));
        }
        Ok(see_other(&done(&registered.registration)))
    }

    async fn open(&self, state: &State) -> Result<Places, Problem> {
        let places = state.registrations.places(&self.event.id).await?;
        problems::open_for(self.event, places, state.context.now())
    }

    fn show(&self, state: &State, places: &Places, values: Answers, errors: Errors, key: FormKey) -> Response {
        let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let now = state.context.now();
        let form = FormPage { action: self.action.clone(), form_key: key.to_string(), values, ..FormPage::default() };
        let page = HostAdd {
            event: events::line(self.event),
            back: self.back.clone(),
            places: places.public(now).words(),
            full: places.ways().iter().all(|way| !places.has_room(*way, Party::default().ask(), now)),
            both: places.online.is_some(),
            agreed: ON_BEHALF_WORDS.into(),
            consent: CONSENT_WORDS.into(),
            form: form.wrong(errors),
        };
        let shell = shell::of_week(self.event.week, "Register somebody", status.is_client_error());
        private_page(&state.context, status, shell, || host_add(page))
    }
}

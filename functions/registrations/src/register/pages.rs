use axum::response::Response;
use domain::answers::Answers;
use domain::event::EventPage;
use domain::field::Errors;
use domain::ids::FormKey;
use domain::registration::{CONSENT_WORDS, Party, Places, needs_support, parse_needs};
use domain::time::{local, long_date};
use frontend::form::FormPage;
use frontend::pages::register::{RegisterPage, access, check, details};
use frontend::shell::Shell;
use jiff::Timestamp;
use web::private_page;

use super::{parse_details, status};
use crate::{State, events, shell};

/// A page of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Details,
    Access,
    Check,
}

impl Step {
    /// The fields that people see on it; the others travel hidden.
    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Details => &["name", "email", "phone", "way", "places", "beside"],
            Self::Access => &["needs", "needs_other", "needs_consent", "more_time"],
            Self::Check => &[],
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Details => "Your details",
            Self::Access => "What would help you take part?",
            Self::Check => "Check your answers",
        }
    }
}

/// What every page of the form is made from.
pub(super) struct Pages<'a> {
    pub state: &'a State,
    pub event: &'a EventPage,
    pub places: &'a Places,
    pub key: FormKey,
}

impl Pages<'_> {
    /// One page, with what was typed and what is wrong.
    pub fn show(&self, step: Step, answers: Answers, errors: Errors) -> Response {
        let status = status(&errors);
        let mut hidden: Vec<(String, String)> = Vec::new();
        for (name, values) in answers.iter().filter(|(name, _)| !step.fields().contains(name)) {
            hidden.extend(values.iter().map(|value| (name.to_owned(), value.clone())));
        }
        match step {
            Step::Details => hidden.push(("step".into(), "details".into())),
            Step::Access => hidden.push(("step".into(), "access".into())),
            Step::Check => {}
        }
        let now = self.state.context.now();
        let party = parse_details(&answers, self.places).ok().map(|(_, party)| party);
        let full = full(self.places, party.as_ref(), &answers, now);
        let needs = parse_needs(&answers, now).ok().flatten().map(|n| n.lines()).unwrap_or_default();
        let action = format!("{}/register", self.event.path());
        let form = FormPage { action, form_key: self.key.to_string(), hidden, values: answers, ..FormPage::default() };
        let places = self.places.public(now);
        let page = RegisterPage {
            event: events::line(self.event),
            places: places.words(),
            capacity: places.small_words().unwrap_or_default(),
            full,
            both: self.places.online.is_some(),
            party: party.map(|party| party.words()).unwrap_or_default(),
            kept_until: kept_until(self.places, now),
            consent: CONSENT_WORDS.into(),
            needs,
            form: form.wrong(errors),
        };
        let title = format!("{} - {}", step.title(), self.event.title);
        let shell = Shell { islands: step == Step::Details, ..shell::of_week(self.event.week, title, status.is_client_error()) };
        let context = &self.state.context;
        match step {
            Step::Details => private_page(context, status, shell, || details(page)),
            Step::Access => private_page(context, status, shell, || access(page)),
            Step::Check => private_page(context, status, shell, || check(page)),
        }
    }
}

/// Whether a newcomer would wait: with what they asked for where that is known, else whoever asks for the least.
fn full(places: &Places, party: Option<&Party>, answers: &Answers, now: Timestamp) -> bool {
    match party {
        Some(party) => {
            let needs = parse_needs(answers, now).ok().flatten();
            let party = Party { support: needs_support(answers, needs.as_ref()), ..party.clone() };
            !places.has_room(party.way, party.ask(), now)
        }
        None => places.ways().iter().all(|way| !places.has_room(*way, Party::default().ask(), now)),
    }
}

/// Until when places are held back that somebody who needs support would get, in words.
fn kept_until(places: &Places, now: Timestamp) -> Option<String> {
    places.kept_for_support(now).map(|until| long_date(local(until).date()))
}

//! The list as a file for a spreadsheet. What would help people is in a file of its own, asked for by a separate act (quality-bar P-03).

use std::collections::HashMap;

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::answers::Answers;
use domain::field::Errors;
use domain::ids::RegistrationId;
use domain::registration::{AccessRequest, RegistrationRecord};
use domain::time::date_and_time;
use frontend::form::FormPage;
use frontend::pages::host_download::{HostDownload, host_download};
use store::registrations::Seen;
use web::{Answer, Form, Problem, csv, file, private_page};

use super::Hosted;
use super::list::{needs_until, stands};
use crate::{State, events, shell};

type Needs = HashMap<RegistrationId, AccessRequest>;

/// The page with both forms.
pub(crate) async fn ask(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let hosted = Hosted::granted(&state, &headers, &id).await?;
    Ok(show(&state, &hosted, Answers::new(), Errors::default()))
}

/// One of the files.
pub(crate) async fn download(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&["act", "care"])?;
    let hosted = Hosted::granted(&state, &headers, &id).await?;
    let now = state.context.now();
    let needs: Option<Needs> = match form.answers.get("act") {
        "list" => {
            state.access.note_list(&hosted.id, now, &state.context.mark()).await?;
            None
        }
        "access" if form.answers.ticked("care") => {
            Some(state.access.for_host(&hosted.id, Seen::InAFile, now, &state.context.mark()).await?.into_iter().collect())
        }
        "access" => {
            let mut errors = Errors::default();
            errors.add("care", "Tick the box if you need it and will delete the file");
            return Ok(show(&state, &hosted, form.answers, errors));
        }
        _ => return Err(Problem::UnknownFields),
    };
    let mut all = state.registrations.at_event(&hosted.record, now).await?.shown;
    all.retain(|record| record.state.is_active());
    all.sort_by_key(|record| (record.turn, record.person.name.to_lowercase(), record.created));
    // A file that lies about says of which day it is.
    let what = if needs.is_some() { "who-is-coming-and-what-helps" } else { "who-is-coming" };
    let name = format!("{what}-{}.csv", state.context.today());
    Ok(file(&state.context, csv::CONTENT_TYPE, Some(&name), false, table(&all, needs.as_ref())))
}

/// The columns that are always there.
const HEAD: [&str; 12] = [
    "Name",
    "Stands",
    "Held until",
    "Email address",
    "Phone number",
    "Taking part",
    "Places",
    "Support workers and others",
    "Registered",
    "Registered by",
    "How they asked",
    "Came",
];

/// Who wrote the registration down.
fn registered_by(record: &RegistrationRecord) -> &'static str {
    match record.on_behalf.as_ref().map(|by| &by.coordinator) {
        None => "Themselves",
        Some(None) => "The host",
        Some(Some(_)) => "A coordinator",
    }
}

fn table(all: &[RegistrationRecord], needs: Option<&Needs>) -> String {
    let mut head = HEAD.to_vec();
    if needs.is_some() {
        head.push("What would help");
    }
    let row = |record: &RegistrationRecord| {
        let person = &record.person;
        let mut row = vec![
            person.name.clone(),
            stands(record).0,
            record.until.filter(|_| record.state.holds()).map(date_and_time).unwrap_or_default(),
            person.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
            person.phone.as_ref().map(|phone| phone.as_str().to_owned()).unwrap_or_default(),
            record.party.way.words().to_owned(),
            record.party.places.to_string(),
            record.party.beside.to_string(),
            date_and_time(record.created),
            registered_by(record).to_owned(),
            record.on_behalf.as_ref().map(|by| by.asked_by.words().to_owned()).unwrap_or_default(),
            record.came.map(date_and_time).unwrap_or_default(),
        ];
        row.extend(needs.map(|needs| needs.get(&record.id).map(|asked| asked.standing_lines().join("; ")).unwrap_or_default()));
        row
    };
    csv::table(&head, all.iter().map(row))
}

fn show(state: &State, hosted: &Hosted, values: Answers, errors: Errors) -> Response {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = FormPage { values, ..state.context.form(format!("{}/download", hosted.list())) };
    let page =
        HostDownload { event: events::line(&hosted.page), back: hosted.list(), needs_until: needs_until(&hosted.page), form: form.wrong(errors) };
    let shell = shell::of_week(hosted.page.week, "Download the list", status.is_client_error());
    private_page(&state.context, status, shell, || host_download(page))
}

//! Telling the coordinators about a worry. Numbers to call stand first, then when it is read; nothing of it leaves a public trace.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State as Of};
use axum::http::StatusCode;
use axum::response::Response;
use domain::concern::{Concern, READ_WHEN};
use domain::contact::Email;
use domain::ids::ConcernId;
use domain::week::WeekId;
use frontend::form::FormPage;
use frontend::pages::concern::{ConcernPage, concern, concern_sent};
use frontend::shell::Shell;
use jiff::SignedDuration;
use store::rate::Bucket;
use web::{Answer, Form, Problem, Sender, private_page, see_other};

use crate::State;

/// Where it is told.
const HERE: &str = "/report-a-concern";

/// How many one network may send in an hour.
const AN_HOUR: u32 = 20;

/// Where somebody comes from.
#[derive(Debug, Default, serde::Deserialize)]
pub(crate) struct From {
    page: Option<String>,
    week: Option<String>,
}

/// `GET /report-a-concern`
pub(crate) async fn show(Of(hub): Of<State>, from: Result<Query<From>, QueryRejection>) -> Answer {
    let from = from.map(|Query(from)| from).unwrap_or_default();
    let mut form = hub.context.form(HERE);
    form.values.set("page", from.page.unwrap_or_default());
    form.values.set("week", from.week.unwrap_or_default());
    page(&hub, form).await
}

/// `POST /report-a-concern`
pub(crate) async fn send(Of(hub): Of<State>, sender: Sender, sent: Form) -> Answer {
    sent.only(&["about", "words", "reach", "page", "week"])?;
    let told = match Concern::parse(&sent.answers, ConcernId::from_random(hub.context.random()), hub.context.now()) {
        Ok(told) => told,
        Err(errors) => return page(&hub, FormPage { values: sent.answers, ..hub.context.form(HERE) }.wrong(errors)).await,
    };
    let done = format!("{HERE}/sent");
    if sent.is_bot {
        return Ok(see_other(&done));
    }
    let whom = sender.hash(&hub.context, "concern");
    let bucket = Bucket { what: "concern", whom: &whom, most: AN_HOUR, window: SignedDuration::from_hours(1) };
    if !hub.rates.take(&bucket, hub.context.now()).await? {
        return Err(Problem::TooMany);
    }
    let tell = Email::parse(&hub.context.settings().contact.email).ok();
    hub.concerns.raise(&told, &sent.form_use()?, tell).await?;
    Ok(see_other(&done))
}

/// `GET /report-a-concern/sent`
pub(crate) async fn sent(Of(hub): Of<State>) -> Answer {
    Ok(private_page(&hub.context, StatusCode::OK, shell(false), concern_sent))
}

async fn page(hub: &State, mut form: FormPage) -> Result<Response, Problem> {
    let week = match WeekId::parse(form.values.get("week")) {
        Some(id) => hub.weeks.week(id).await?,
        None => None,
    };
    for name in ["page", "week"] {
        form.hidden.push((name.into(), form.value(name)));
    }
    let wrong = !form.errors.is_empty();
    let read = week.and_then(|week| week.concerns_read).unwrap_or_else(|| READ_WHEN.to_owned());
    let page = ConcernPage { read, contact: hub.context.settings().contact.clone(), form };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(private_page(&hub.context, status, shell(wrong), || concern(page)))
}

fn shell(error: bool) -> Shell {
    Shell { title: "Tell us about a worry".into(), error, ..Shell::default() }
}

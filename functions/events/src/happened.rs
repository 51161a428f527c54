//! When an event is over: its host tells what happened, and gives slides, a report, a recording.

use axum::extract::{self, Path};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::answers::Answers;
use domain::event::{EventAct, EventRecord, happened_errors, happened_fields};
use domain::field::Errors;
use frontend::form::FormPage;
use frontend::pages::list_event::check_path;
use frontend::pages::manage_event::{self, HappenedPage};
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::mine::{home, or_standing, shell};

/// The most bytes that are kept while something is wrong with them.
const MOST_BYTES: usize = 40_000;

/// The event, where its host may tell now; else the way to how it stands.
async fn telling(state: &State, headers: &HeaderMap, id: &str) -> Result<Result<EventRecord, Response>, Problem> {
    let record = state.mine(headers, id).await?;
    let week = state.week_of(&record).await?;
    let may = record.has_happened(&week, state.context.now())
        && record.sent_change().is_none()
        && record.state.after(EventAct::BeginChange, true).is_some();
    Ok(if may { Ok(record) } else { Err(see_other(&home(&record.id))) })
}

/// GET: what was told so far.
pub(crate) async fn show(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = match telling(&state, &headers, &id).await? {
        Ok(record) => record,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut values = Answers::new();
    values.take(&happened_fields(), record.working());
    Ok(page(&state, &record, values, Errors::default()))
}

/// POST: keeps it in a change of the event, and leads to what is different.
pub(crate) async fn save(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&happened_fields())?;
    let record = match telling(&state, &headers, &id).await? {
        Ok(record) => record,
        Err(elsewhere) => return Ok(elsewhere),
    };
    if form.is_bot {
        return Err(Problem::TooMany);
    }
    let errors = happened_errors(&form.answers);
    let bytes: usize = form.answers.iter().flat_map(|(_, values)| values).map(String::len).sum();
    if bytes > MOST_BYTES {
        return Ok(page(&state, &record, form.answers, errors));
    }
    match state.events.tell_what_happened(&record, &form.answers, &state.deed(&record)).await {
        Ok(_) if errors.is_empty() => Ok(see_other(&check_path(&record.id))),
        Ok(saved) => Ok(page(&state, &saved, form.answers, errors)),
        Err(error) => or_standing(&record.id, error),
    }
}

fn page(state: &State, record: &EventRecord, values: Answers, errors: Errors) -> Response {
    let wrong = !errors.is_empty();
    let form = FormPage { values, ..state.context.form(format!("{}/happened", home(&record.id))) };
    let page = HappenedPage { title: record.title(), back: home(&record.id), form: form.wrong(errors) };
    let mut shell = shell(record, "What happened");
    shell.error = wrong;
    shell.islands = true;
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    private_page(&state.context, status, shell, || manage_event::happened(page))
}

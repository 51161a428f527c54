//! Details of a published event that its host changes at once: how to join, how to find it, the numbers that visitors and coordinators call.

use axum::extract::{self, Path};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::answers::Answers;
use domain::event::{AT_ONCE, EventAct, EventRecord};
use domain::field::Errors;
use frontend::form::FormPage;
use frontend::pages::manage_event::{self, DetailsPage};
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::mine::{home, or_standing, shell};

/// GET: the details as they are.
pub(crate) async fn show(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = state.mine(&headers, &id).await?;
    if record.state.after(EventAct::ChangeAtOnce, true).is_none() {
        return Ok(see_other(&home(&record.id)));
    }
    Ok(page(&state, &record, record.at_once(), Errors::default()))
}

/// POST: changes them. The same press again finds nothing to change.
pub(crate) async fn change(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&AT_ONCE)?;
    let record = state.mine(&headers, &id).await?;
    if form.is_bot {
        return Err(Problem::TooMany);
    }
    let done = see_other(&format!("{}?changed=yes", home(&record.id)));
    match record.changed_at_once(&form.answers) {
        Err(errors) => Ok(page(&state, &record, form.answers, errors)),
        Ok(None) => Ok(done),
        Ok(Some(changed)) => match state.events.change_at_once(&record, &changed, &state.deed(&record)).await {
            Ok(_) => Ok(done),
            Err(error) => or_standing(&record.id, error),
        },
    }
}

fn page(state: &State, record: &EventRecord, values: Answers, errors: Errors) -> Response {
    let wrong = !errors.is_empty();
    let form = FormPage { values, ..state.context.form(format!("{}/details", home(&record.id))) };
    let fields = record.at_once_fields();
    let page = DetailsPage {
        title: record.title(),
        back: home(&record.id),
        joining: fields.contains(&"joining"),
        directions: fields.contains(&"directions"),
        enquiries: fields.contains(&"enquiries_phone"),
        form: form.wrong(errors),
    };
    let mut shell = shell(record, "Change details");
    shell.error = wrong;
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    private_page(&state.context, status, shell, || manage_event::details(page))
}

//! Where an author is reached: seen, changed and deleted by their private link or code, wherever their story stands.

use axum::extract::{Path, State as Of};
use axum::http::{HeaderMap, StatusCode};
use domain::answers::Answers;
use domain::contact::Email;
use domain::field::Errors;
use domain::story::{StoryAct, StoryRecord};
use frontend::pages::manage_story::{AddressPage, address};
use store::stories::StoryError;
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::author::{path, problem, shell};
use crate::contact::contact;

/// How often it is tried anew when the desk does something at the same moment.
const TRIES: usize = 10;

/// `GET /manage/story/{id}/address`
pub(crate) async fn show(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = hub.author(&headers, &id).await?;
    if record.state.after(StoryAct::ChangeAddress).is_none() {
        return Ok(see_other(&path(&record, "")));
    }
    let mut typed = Answers::new();
    if let Some(email) = hub.addresses.of(&record.id).await? {
        typed.set("email", email.as_str());
    }
    page(&hub, &record, typed, Errors::default())
}

/// `POST /manage/story/{id}/address`: an empty field deletes what was there.
pub(crate) async fn change(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap, sent: Form) -> Answer {
    sent.only(&["email"])?;
    let mut errors = Errors::default();
    let email = errors.keep_if_given(&sent.answers, "email", Email::parse);
    for _ in 0..TRIES {
        let record = hub.author(&headers, &id).await?;
        if !errors.is_empty() {
            return page(&hub, &record, sent.answers, errors);
        }
        let new = email.clone().map(|email| contact(&hub, email));
        match hub.stories.change_address(&record, new.as_ref(), hub.context.now()).await {
            Ok(_) | Err(StoryError::NotNow(_)) => return Ok(see_other(&path(&record, ""))),
            Err(StoryError::Changed) => {}
            Err(error) => return Err(problem(error)),
        }
    }
    Err(Problem::Busy)
}

fn page(hub: &State, record: &StoryRecord, values: Answers, errors: Errors) -> Answer {
    let wrong = !errors.is_empty();
    let mut form = hub.context.form(path(record, "/address")).wrong(errors);
    form.values = values;
    let page = AddressPage { title: record.title(), given: record.has_contact, back: path(record, ""), form };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(private_page(&hub.context, status, shell(record, "Your email address", wrong), || address(page)))
}

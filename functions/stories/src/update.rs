//! Adding something to a story that is public: it is shown after a coordinator's yes.

use axum::extract::{Path, State as Of};
use axum::http::{HeaderMap, StatusCode};
use domain::field::Errors;
use domain::story::{StoryRecord, StoryState, give_aways_in, update_words};
use domain::time::long_date;
use frontend::form::FormPage;
use frontend::pages::manage_story::{UpdateLine, UpdatePage, update};
use store::stories::StoryError;
use web::{Answer, Form, private_page, see_other};

use crate::State;
use crate::author::{path, problem, shell};
use crate::give_away::hit;

/// `GET /manage/story/{id}/update`
pub(crate) async fn show(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = hub.author(&headers, &id).await?;
    page(&hub, &record, hub.context.form(path(&record, "/update")))
}

/// `POST /manage/story/{id}/update`: where something in it could give somebody away, that is shown first, and its author decides.
pub(crate) async fn send(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap, sent: Form) -> Answer {
    sent.only(&["update", "sure"])?;
    let record = hub.author(&headers, &id).await?;
    let mut errors = Errors::default();
    let words = errors.keep("update", update_words(sent.answers.get("update")));
    if words.as_ref().is_some_and(|words| !give_aways_in(words).is_empty()) && !sent.answers.ticked("sure") {
        errors.add("sure", "Tick this box if you want to keep these words, or change your update");
    }
    let Some(words) = words.filter(|_| errors.is_empty()) else {
        let form = FormPage { values: sent.answers, ..hub.context.form(path(&record, "/update")) };
        return page(&hub, &record, form.wrong(errors));
    };
    // Pressed twice, it is sent once.
    let done = record.updates.last().is_some_and(|last| last.words == words);
    if done || sent.is_bot {
        return Ok(see_other(&path(&record, "/update")));
    }
    match hub.stories.write_update(&record, words, &hub.deed(&headers, &record)).await {
        Ok(_) | Err(StoryError::Changed) => Ok(see_other(&path(&record, "/update"))),
        Err(error) => Err(problem(error)),
    }
}

fn page(hub: &State, record: &StoryRecord, form: FormPage) -> Answer {
    if record.state != StoryState::Live {
        return Ok(see_other(&path(record, "")));
    }
    let wrong = !form.errors.is_empty();
    let line = |of: &domain::story::Update| UpdateLine {
        words: of.words.clone(),
        stands: format!("{}, {}", of.state.words(), long_date(of.day)),
        reason: of.reason.clone(),
    };
    let found = form.values.get("update").to_owned();
    let page = UpdatePage {
        title: record.title(),
        before: record.updates.iter().map(line).collect(),
        hits: give_aways_in(&domain::text::many_lines(&found)).into_iter().map(hit).collect(),
        form: record.may_update().then_some(form),
        back: path(record, ""),
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut shell = shell(record, "Add an update", wrong);
    shell.privacy = page.form.is_some() && page.hits.is_empty();
    Ok(private_page(&hub.context, status, shell, || update(page)))
}

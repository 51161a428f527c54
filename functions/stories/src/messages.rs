//! Ending messages from readers: one page, one button. The story stays as it is.

use axum::extract::{Path, State as Of};
use axum::http::{HeaderMap, StatusCode};
use domain::story::{StoryRecord, StoryState};
use frontend::pages::press::{Press, press};
use frontend::pages::share_story::with_help;
use store::stories::StoryError;
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::author::{path, problem, shell};

/// How often it is tried anew when something else happens at the same moment.
const TRIES: usize = 10;

/// Whether readers can write now.
pub(crate) fn are_taken(record: &StoryRecord) -> bool {
    record.state == StoryState::Live && record.relay().is_some()
}

/// `GET /manage/story/{id}/messages`
pub(crate) async fn show(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = hub.author(&headers, &id).await?;
    if !are_taken(&record) {
        return Ok(see_other(&path(&record, "")));
    }
    let page = Press {
        heading: "End messages from readers".into(),
        words: vec![
            "What you ask of readers leaves your story at once, and nobody can write by it any more. Your story stays.".into(),
            "We delete the address that messages went to. To take messages again, share your story anew.".into(),
        ],
        label: "End messages".into(),
        form: hub.context.form(path(&record, "/messages")).head(),
        back: Some(path(&record, "")),
        ..Press::default()
    };
    let shell = shell(&record, "End messages from readers", false);
    Ok(private_page(&hub.context, StatusCode::OK, shell, || with_help(press(page))))
}

/// `POST /manage/story/{id}/messages`
pub(crate) async fn end(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap, sent: Form) -> Answer {
    sent.only(&[] as &[&str])?;
    for _ in 0..TRIES {
        let record = hub.author(&headers, &id).await?;
        if !are_taken(&record) {
            return Ok(see_other(&path(&record, "")));
        }
        let excerpt = record.live.as_ref().map(|live| live.details.excerpt()).unwrap_or_default();
        match hub.stories.end_messages(&record, excerpt, &hub.deed(&headers, &record)).await {
            Ok(_) | Err(StoryError::NotNow(_)) => return Ok(see_other(&path(&record, ""))),
            Err(StoryError::Changed) => {}
            Err(error) => return Err(problem(error)),
        }
    }
    Err(Problem::Busy)
}

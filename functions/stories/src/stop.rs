//! Stopping a story that would go live: one page, one button.

use axum::extract::{Path, State as Of};
use axum::http::{HeaderMap, StatusCode};
use domain::story::StoryState;
use frontend::pages::press::{Press, press};
use frontend::pages::share_story::with_help;
use store::stories::StoryError;
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::author::{path, problem, shell};

/// How often it is tried anew when something else happens at the same moment: a stop never loses.
const TRIES: usize = 10;

/// `GET /manage/story/{id}/stop`
pub(crate) async fn show(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = hub.author(&headers, &id).await?;
    if record.state != StoryState::Scheduled {
        return Ok(see_other(&path(&record, "")));
    }
    let page = Press {
        heading: "Stop your story".into(),
        words: vec![
            "It is not published. It is your draft again: you can change it and send it again, or leave it.".into(),
            "You don’t have to say why.".into(),
        ],
        label: "Stop it".into(),
        form: hub.context.form(path(&record, "/stop")).head(),
        back: Some(path(&record, "")),
        ..Press::default()
    };
    let shell = shell(&record, "Stop your story", false);
    Ok(private_page(&hub.context, StatusCode::OK, shell, || with_help(press(page))))
}

/// `POST /manage/story/{id}/stop`. Where it went live in this very moment, its page says so, with the way to take it back.
pub(crate) async fn stop(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap, sent: Form) -> Answer {
    sent.only(&[] as &[&str])?;
    for _ in 0..TRIES {
        let record = hub.author(&headers, &id).await?;
        match hub.stories.stop(&record, &hub.deed(&headers, &record)).await {
            Ok(_) | Err(StoryError::NotNow(_)) => return Ok(see_other(&path(&record, ""))),
            Err(StoryError::Changed) => {}
            Err(error) => return Err(problem(error)),
        }
    }
    Err(Problem::Busy)
}

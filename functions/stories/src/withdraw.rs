//! Taking a story back: one page, one button, no reason asked.

use axum::extract::{Path, State as Of};
use axum::http::{HeaderMap, StatusCode};
use domain::story::StoryState;
use frontend::pages::manage_story::{WithdrawPage, withdraw as withdraw_page};
use frontend::shell::Shell;
use store::stories::StoryError;
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::author::{copy, path, problem, shell};

/// How often it is tried anew when the desk does something at the same moment: a withdrawal never loses.
const TRIES: usize = 10;

/// `GET /manage/story/{id}/withdraw`
pub(crate) async fn show(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = hub.author(&headers, &id).await?;
    if record.state == StoryState::Withdrawn {
        return Ok(see_other(&path(&record, "")));
    }
    let page = WithdrawPage {
        title: record.title(),
        is_public: record.state == StoryState::Live,
        copy: copy(&record),
        back: path(&record, ""),
        form: hub.context.form(path(&record, "/withdraw")),
    };
    let shell = Shell { privacy: true, ..shell(&record, "Withdraw your story", false) };
    Ok(private_page(&hub.context, StatusCode::OK, shell, || withdraw_page(page)))
}

/// `POST /manage/story/{id}/withdraw`
pub(crate) async fn withdraw(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap, sent: Form) -> Answer {
    sent.only(&[] as &[&str])?;
    for _ in 0..TRIES {
        let record = hub.author(&headers, &id).await?;
        match hub.stories.withdraw(&record, &hub.deed(&headers, &record)).await {
            // Withdrawn before is withdrawn.
            Ok(_) | Err(StoryError::NotNow(_)) => return Ok(see_other(&path(&record, ""))),
            Err(StoryError::Changed) => {}
            Err(error) => return Err(problem(error)),
        }
    }
    Err(Problem::Busy)
}

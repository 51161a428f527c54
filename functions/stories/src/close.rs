//! Closing a story on a device: whoever uses it next needs the private link or the code, as strangers do.

use axum::extract::{Path, State as Of};
use axum::http::{HeaderMap, StatusCode};
use domain::ids::StoryId;
use frontend::pages::manage_story::{ClosePage, close as close_page};
use frontend::shell::{Section, Shell};
use web::grants::{Granted, with};
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::author::address;

/// `GET /manage/story/{id}/close`: the button, where this browser has the story open; else that it is closed, whether or not there is
/// such a story.
pub(crate) async fn show(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let id = StoryId::parse(&id).ok_or(Problem::NotFound)?;
    let is_open = hub.opened(&headers, &id).is_some();
    let page =
        ClosePage { copy: address(&id, "/write"), back: address(&id, ""), form: is_open.then(|| hub.context.form(address(&id, "/close")).head()) };
    let title = if is_open { "Close your story on this device" } else { "Your story is closed on this device" };
    let shell = Shell { title: title.into(), section: Section::ShareYourStory, privacy: true, ..Shell::default() };
    Ok(private_page(&hub.context, StatusCode::OK, shell, || close_page(page)))
}

/// `POST /manage/story/{id}/close`: takes this browser's grants back. Nothing is read or written, so it works while mail and tables
/// are down.
pub(crate) async fn close(Of(hub): Of<State>, Path(id): Path<String>, sent: Form) -> Answer {
    sent.only(&[] as &[&str])?;
    let id = StoryId::parse(&id).ok_or(Problem::NotFound)?;
    let grants = [Granted::Story, Granted::Entered].map(|what| hub.context.ungrant(what, id.as_str()));
    Ok(grants.into_iter().fold(see_other(&address(&id, "/close")), with))
}

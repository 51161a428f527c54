//! Where a story stands, and the page after it was sent.

use axum::extract::{Path, State as Of};
use axum::http::{HeaderMap, StatusCode};
use domain::story::{StoryRecord, StoryState, StoryStep};
use domain::time::long_date;
use domain::week::Week;
use frontend::form::FormHead;
use frontend::pages::manage_story::{StatePage, state};
use frontend::pages::share_story::{SentPage, sent as sent_page};
use frontend::shell::Shell;
use jiff::Timestamp;
use web::{Answer, private_page, see_other};

use crate::State;
use crate::author::{copy, path, private_link, shell};
use crate::wrote::wrote;
use crate::{code, messages};

/// `GET /manage/story/{id}`
pub(crate) async fn show(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = hub.author(&headers, &id).await?;
    let week = hub.week_of(&record).await?;
    let page = StatePage {
        title: record.title(),
        state: record.state,
        desk_words: record.desk_words.clone(),
        go_on: path(&record, &format!("/{}", go_on(&record, &week, hub.context.now()))),
        check: path(&record, "/check"),
        public: record.page().map(|page| page.path()),
        edits: path(&record, "/edits"),
        wrote: wrote(&record),
        goes_live: record.goes_live.as_ref().map(|at| long_date(at.day)),
        stop: path(&record, "/stop"),
        update: (record.state == StoryState::Live).then(|| path(&record, "/update")),
        messages: messages::are_taken(&record).then(|| path(&record, "/messages")),
        withdraw: path(&record, "/withdraw"),
        private_link: private_link(&hub.context, &record),
        agreed: (!record.consents.is_empty() || record.live.is_some()).then(|| path(&record, "/agreed")),
        code: path(&record, "/code"),
        has_contact: record.has_contact,
        address: path(&record, "/address"),
        copy: copy(&record),
        close: close(&hub, &record),
        ran_out: record.ran_out(),
    };
    let shell = Shell { privacy: true, ..shell(&record, record.state.words(), false) };
    Ok(private_page(&hub.context, StatusCode::OK, shell, || state(page)))
}

/// `GET /manage/story/{id}/sent`
pub(crate) async fn sent(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = hub.author(&headers, &id).await?;
    if record.state != StoryState::Queued {
        return Ok(see_other(&path(&record, "")));
    }
    let page = SentPage {
        title: record.title(),
        code: code::shown(&hub, &record),
        typed_at: code::typed_at(&hub),
        kept: code::act(&hub, &record, "kept"),
        private_link: private_link(&hub.context, &record),
        has_contact: record.has_contact,
        copy: copy(&record),
        close: close(&hub, &record),
        manage: path(&record, ""),
    };
    let shell = Shell { privacy: true, ..shell(&record, "We have your story", false) };
    Ok(private_page(&hub.context, StatusCode::OK, shell, || sent_page(page)))
}

/// The button that closes it on this device.
fn close(hub: &State, record: &StoryRecord) -> FormHead {
    hub.context.form(path(record, "/close")).head()
}

/// The page to go on with: the first that lacks something, the text when a change was asked for, or the last.
fn go_on(record: &StoryRecord, week: &Week, now: Timestamp) -> &'static str {
    if record.state == StoryState::ChangesAsked {
        return StoryStep::Write.value();
    }
    let lacking = StoryStep::ALL.iter().find(|step| !step.errors(&record.answers, week, now).is_empty());
    lacking.map_or("check", |step| step.value())
}

//! How an event stands, for its host.

use axum::extract::{self, Path, Query};
use axum::http::{HeaderMap, StatusCode};
use domain::event::EventState;
use frontend::pages::list_event::{check_path, step_path};
use frontend::pages::manage_event::{self, StatePage};
use serde::Deserialize;
use web::{Answer, private_page};

use crate::State;
use crate::mine::{home, missing, shell};

/// Whether details were just changed.
#[derive(Debug, Deserialize)]
pub(crate) struct Where {
    changed: Option<String>,
}

/// GET: where it stands and what its host can do.
pub(crate) async fn show(
    extract::State(state): extract::State<State>,
    Path(id): Path<String>,
    Query(at): Query<Where>,
    headers: HeaderMap,
) -> Answer {
    let record = state.mine(&headers, &id).await?;
    let week = state.week_of(&record).await?;
    let first_missing = missing(&record, &state.rules(&record, &week)).first().map(|(step, _)| *step);
    let public = record.page();
    let waits = record.state == EventState::Queued || record.sent_change().is_some();
    let usually = if waits { state.events.usually_takes(record.week).await? } else { None };
    let again = !state.weeks_for_again(&record, &week).await?.is_empty();
    let page = StatePage {
        id: record.id.clone(),
        state: record.state,
        changed: at.changed.is_some(),
        title: record.title(),
        email: record.answers.get("contact_email").trim().to_owned(),
        change_waits: record.sent_change().is_some(),
        usually,
        change_open: record.open_change().is_some(),
        desk_words: record.desk_words.clone(),
        cancel_words: public.as_ref().and_then(|page| page.cancel_words.clone()),
        to_come: public.as_ref().and_then(|page| page.when.start()).is_some_and(|start| start > state.context.now()),
        over: record.has_happened(&week, state.context.now()),
        again,
        told: public.as_ref().is_some_and(|page| page.more.happened.is_some()),
        through_hub: public.as_ref().is_some_and(|page| page.through_hub),
        public: public.map(|page| page.path()),
        go_on: first_missing.map_or_else(|| check_path(&record.id), |step| step_path(&record.id, step)),
        link: state.context.form(format!("{}/link", home(&record.id))),
    };
    let title = format!("{}: {}", record.title(), record.state.words());
    Ok(private_page(&state.context, StatusCode::OK, shell(&record, title), || manage_event::state(page)))
}

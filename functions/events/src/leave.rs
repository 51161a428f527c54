//! Taking an event back: cancelled once it is public, withdrawn before.

use axum::extract::{self, Path};
use axum::http::{HeaderMap, StatusCode};
use domain::event::{EventAct, EventRecord};
use domain::text::many_lines;
use frontend::pages::manage_event::{self, CancelPage};
use frontend::pages::press::{Press, press};
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::mine::{home, or_standing, shell};

/// How many characters a host may say about a cancellation or a postponement.
pub(crate) const WORDS: usize = 500;

/// Whether an act may be done as the event stands.
fn may(record: &EventRecord, act: EventAct) -> bool {
    record.state.after(act, false).is_some()
}

/// GET: what cancelling does.
pub(crate) async fn show_cancel(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = state.mine(&headers, &id).await?;
    if !may(&record, EventAct::Cancel) {
        return Ok(see_other(&home(&record.id)));
    }
    Ok(cancel_page(&state, &record, None))
}

fn cancel_page(state: &State, record: &EventRecord, refused: Option<(&Form, String)>) -> axum::response::Response {
    let mut shell = shell(record, "Cancel this event");
    let mut form = state.context.form(format!("{}/cancel", home(&record.id)));
    let mut status = StatusCode::OK;
    if let Some((sent, sentence)) = refused {
        form.values = sent.answers.clone();
        form.errors = vec![("words".into(), sentence)];
        shell.error = true;
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let through_hub = record.page().is_some_and(|page| page.through_hub);
    let page = CancelPage { title: record.title(), back: home(&record.id), through_hub, form };
    private_page(&state.context, status, shell, || manage_event::cancel(page))
}

/// POST: cancels.
pub(crate) async fn cancel(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&["words"])?;
    let record = state.mine(&headers, &id).await?;
    if form.is_bot {
        return Err(Problem::TooMany);
    }
    let words = many_lines(form.answers.get("words"));
    let count = words.chars().count();
    if count > WORDS {
        let sentence = format!("What you tell people must be {WORDS} characters or fewer. It has {count}");
        return Ok(cancel_page(&state, &record, Some((&form, sentence))));
    }
    match state.events.cancel(&record, &words, &state.deed(&record)).await {
        Ok(_) => Ok(see_other(&home(&record.id))),
        Err(error) => or_standing(&record.id, error),
    }
}

/// GET: what withdrawing does.
pub(crate) async fn show_withdraw(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = state.mine(&headers, &id).await?;
    if !may(&record, EventAct::Withdraw) {
        return Ok(see_other(&home(&record.id)));
    }
    let page = Press {
        heading: "Withdraw this event".into(),
        words: vec![
            format!("“{}” will not be published, and you can’t go on with it.", record.title()),
            "You can list another event at any time.".into(),
        ],
        label: "Withdraw my event".into(),
        takes_away: true,
        form: state.context.form(format!("{}/withdraw", home(&record.id))).head(),
        back: Some(home(&record.id)),
        ..Press::default()
    };
    Ok(private_page(&state.context, StatusCode::OK, shell(&record, "Withdraw this event"), || press(page)))
}

/// POST: withdraws.
pub(crate) async fn withdraw(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&[] as &[&str])?;
    let record = state.mine(&headers, &id).await?;
    if form.is_bot {
        return Err(Problem::TooMany);
    }
    match state.events.withdraw(&record, &state.deed(&record)).await {
        Ok(_) => Ok(see_other(&home(&record.id))),
        Err(error) => or_standing(&record.id, error),
    }
}

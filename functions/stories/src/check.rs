//! Check your answers, and send.

use axum::extract::{Path, State as Of};
use axum::http::{HeaderMap, StatusCode};
use domain::field::Errors;
use domain::story::{StoryRecord, StoryState, StoryStep, story_missing};
use domain::week::Week;
use frontend::components::Link;
use frontend::pages::share_story::{CheckPage, Place, check};
use store::stories::StoryError;
use web::{Answer, Form, private_page, see_other};

use crate::State;
use crate::author::{path, private_link, problem, shell};
use crate::code;
use crate::plainer;
use crate::rows;
use crate::step::preview;

/// `GET /manage/story/{id}/check`
pub(crate) async fn show(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = hub.author(&headers, &id).await?;
    if !record.state.is_editable() {
        return Ok(see_other(&path(&record, "")));
    }
    page(&hub, &record, StatusCode::OK).await
}

/// `POST /manage/story/{id}/check`: sends the story. Pressed twice, it is sent once.
pub(crate) async fn send(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap, sent: Form) -> Answer {
    sent.only(&[] as &[&str])?;
    let mut record = hub.author(&headers, &id).await?;
    if sent.is_bot {
        return Ok(see_other(&path(&record, "")));
    }
    if record.state.is_editable() {
        let week = hub.week_of(&record).await?;
        if !story_missing(&record.answers, &week, hub.context.now()).is_empty() {
            return page(&hub, &record, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        if record.code.is_none() {
            record = match code::give(&hub, &record).await {
                // Pressed twice at once: the other press gave it.
                Err(StoryError::Changed) => hub.author(&headers, &id).await?,
                given => given.map_err(problem)?,
            };
        }
    }
    match hub.stories.send(&record, &sent.form_use()?, &hub.deed(&headers, &record)).await {
        Ok(_) => Ok(see_other(&path(&record, "/sent"))),
        Err(StoryError::NotNow(_)) => Ok(see_other(&path(&record, ""))),
        Err(error) => Err(problem(error)),
    }
}

async fn page(hub: &State, record: &StoryRecord, status: StatusCode) -> Answer {
    let week = hub.week_of(record).await?;
    let email = hub.addresses.of(&record.id).await?.map(|email| email.as_str().to_owned());
    let messages = hub.messages_go_to(record).await?;
    let missing = story_missing(&record.answers, &week, hub.context.now());
    let page = CheckPage {
        place: Place {
            step: StoryStep::ALL.len() + 1,
            back: Some(Link::new("Back", path(record, &format!("/{}", StoryStep::Consent.value())))),
            private_link: Some(private_link(&hub.context, record)),
            close: Some(path(record, "/close")),
            asked: record.desk_words.clone().filter(|_| record.state == StoryState::ChangesAsked),
            on_behalf: record.entered_by.is_some(),
        },
        story: rows::story(record, &week),
        agreed: rows::agreed(record, email, messages),
        missing: links(record, missing),
        preview: preview(record),
        plainer: plainer::offers(record),
        change: path(record, "/write?from=check#body"),
        promised: promised(&week),
        form: hub.context.form(path(record, "/check")),
    };
    let shell = shell(record, "Check your answers", status != StatusCode::OK);
    Ok(private_page(&hub.context, status, shell, || check(page)))
}

/// What its week promises to authors.
fn promised(week: &Week) -> Vec<String> {
    let rules = week.story_rules;
    let second = "A reviewer with lived experience reads it too, and looks for whatever could give somebody away.";
    let notice = "Before it is published you have at least 24 hours in which you can stop it.";
    [(rules.two_keys, second), (rules.notice, notice)].into_iter().filter(|(asked, _)| *asked).map(|(_, words)| words.to_owned()).collect()
}

/// Each thing that is missing, as a link to its field.
fn links(record: &StoryRecord, missing: Errors) -> Vec<Link> {
    let to = |field: &str| StoryStep::of_field(field).map(|step| path(record, &format!("/{}?from=check#{field}", step.value())));
    missing.0.into_iter().filter_map(|error| Some(Link::new(error.sentence, to(&error.field)?))).collect()
}

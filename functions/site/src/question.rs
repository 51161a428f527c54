//! Everything that answers a question: in its own week, and in the other weeks that asked the same.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State as From};
use domain::calendar::Listed;
use domain::text::counted;
use domain::week::{QuestionId, Week, linked_questions};
use frontend::components::Link;
use frontend::pages::question::{AnswersOfWeek, QuestionPage, question};
use frontend::pages::stories::StoryLine;
use frontend::shell::Section;
use web::{Answer, Problem, public_page};

use crate::calendar::query;
use crate::links;
use crate::memory::WeekInMemory;
use crate::state::State;

/// The most events on one page (quality-bar S-43).
const PAGE: usize = 50;

pub async fn show(From(state): From<State>, Path((nation, year, number)): Path<(String, String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let number: u8 = number.parse().map_err(|_| Problem::NotFound)?;
    let asked = week.question(number).ok_or(Problem::NotFound)?.clone();
    let own = QuestionId { week: week.id, number };
    let weeks = state.weeks().await?;
    let today = state.context.today();
    let mut there: Vec<(QuestionId, &Week, Arc<WeekInMemory>)> = Vec::new();
    for id in linked_questions(&weeks, own) {
        if let Some(of) = weeks.iter().find(|week| week.id == id.week) {
            there.push((id, of, state.cards(id.week).await?));
        }
    }
    let all: usize = there.iter().map(|(id, _, cards)| events(*id, cards).count()).sum();
    let pages = all.div_ceil(PAGE).max(1);
    let page = query(raw.as_deref()).get("page").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let at = |n: usize| format!("{}?page={n}", own.path());
    let mut before = 0;
    let mut weeks_shown = Vec::new();
    for (id, of, cards) in &there {
        let count = events(*id, cards).count();
        // What stands on earlier pages is passed over, and what is left of this page is filled.
        let first = ((page - 1) * PAGE).saturating_sub(before).min(count);
        let last = (page * PAGE).saturating_sub(before).min(count);
        before += count;
        let stories = cards.stories.iter().filter(|story| page == 1 && story.questions.contains(&id.number));
        weeks_shown.push(AnswersOfWeek {
            name: links::week_name(of),
            asked: of.question(id.number).filter(|_| *id != own).map(|q| Link::new(q.text.clone(), id.path())),
            stories: stories.map(StoryLine::of).collect(),
            count: counted(count as u64, "event", "events"),
            events: events(*id, cards).take(last).skip(first).map(|event| links::row_with_day(event, cards, today)).collect(),
        });
    }
    weeks_shown.retain(|of| !of.stories.is_empty() || !of.events.is_empty());
    let mut shell = links::shell(&week, format!("Question {number}: {}", asked.text), Section::Questions);
    shell.canonical = Some(state.context.absolute(&own.path()));
    shell.description = Some("Events and stories that answer this question, of every week that asked it.".into());
    let view = QuestionPage {
        number,
        text: asked.text,
        week: Some(links::week_link(&week)),
        several: there.len() > 1,
        weeks: weeks_shown,
        before: (page > 1).then(|| Link::new("Earlier", at(page - 1))),
        after: (page < pages).then(|| Link::new("Later", at(page + 1))),
        place: (pages > 1).then(|| format!("Page {page} of {pages}")),
        answer: format!("/share-your-story?week={}&question={number}", week.id),
    };
    Ok(public_page(&state.context, shell, move || question(view)))
}

fn events(id: QuestionId, cards: &WeekInMemory) -> impl Iterator<Item = &Listed> {
    cards.events.iter().filter(move |event| event.questions.contains(&id.number))
}

//! Everything that answers a question.

use axum::extract::{Path, State as From};
use frontend::pages::question::{QuestionPage, question};
use frontend::pages::stories::StoryLine;
use frontend::shell::Section;
use web::{Answer, Problem, public_page};

use crate::links;
use crate::state::State;

pub async fn show(From(state): From<State>, Path((nation, year, number)): Path<(String, String, String)>) -> Answer {
    let week = state.week(&nation, &year).await?;
    let number: u8 = number.parse().map_err(|_| Problem::NotFound)?;
    let asked = week.question(number).ok_or(Problem::NotFound)?.clone();
    let cards = state.cards(week.id).await?;
    let mut shell = links::shell(&week, format!("Question {number}: {}", asked.text), Section::Questions);
    shell.canonical = Some(state.context.absolute(&format!("{}/questions/{number}", week.id.path())));
    let view = QuestionPage {
        number,
        text: asked.text,
        week: Some(links::week_link(&week)),
        stories: cards.stories.iter().filter(|s| s.question == Some(number)).map(StoryLine::of).collect(),
        events: cards.events.iter().filter(|e| e.questions.contains(&number)).map(|event| links::row_with_day(event, &cards)).collect(),
        answer: format!("/share-your-story?week={}&question={number}", week.id),
    };
    Ok(public_page(&state.context, shell, move || question(view)))
}

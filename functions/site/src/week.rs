//! A week's own page.

use axum::extract::{Path, State as From};
use domain::calendar::Filter;
use domain::text::counted;
use domain::week::{Phase, Week};
use frontend::components::{KeyFact, Link};
use frontend::pages::calendar::WeekHead;
use frontend::pages::stories::StoryLine;
use frontend::pages::week::{WeekPage, week as week_page};
use frontend::shell::Section;
use web::{Answer, public_page};

use crate::links;
use crate::state::State;

pub async fn show(From(state): From<State>, Path((nation, year)): Path<(String, String)>) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let past = week.phase(state.context.today()) == Phase::After;
    let path = week.id.path();
    let section = if past { Section::PastWeeks } else { Section::None };
    let mut shell = links::shell(&week, format!("{}, {}", week.heading(), links::week_name(&week)), section);
    shell.canonical = Some(state.context.absolute(&path));
    shell.description = Some(format!("{}: {}", links::week_name(&week), week.dates_in_words()));
    let count = |n: usize, one: &str, many: &str| counted(n as u64, one, many);
    let head = links::head(&week, &cards, &Filter::default(), state.context.today());
    let view = WeekPage {
        // Where there are words on what the week offered, the head doesn't say nearly the same.
        head: WeekHead { words: if week.offered.is_empty() { head.words } else { String::new() }, ..head },
        facts: facts(&week),
        offered: week.offered.clone(),
        questions: links::questions(&week, &cards),
        events: cards.events.iter().take(6).map(|card| links::row(card, &cards)).collect(),
        calendar: (!cards.events.is_empty())
            .then(|| Link::new(format!("See the calendar: {}", count(cards.events.len(), "event", "events")), format!("{path}/calendar"))),
        stories: cards.stories.iter().take(6).map(StoryLine::of).collect(),
        all_stories: Some(Link::new(format!("See all: {}", count(cards.stories.len(), "story", "stories")), format!("{path}/stories"))),
        past,
    };
    Ok(public_page(&state.context, shell, move || week_page(view)))
}

/// What is known, and what isn't.
fn facts(week: &Week) -> Vec<KeyFact> {
    let mut theme = vec![week.theme.clone().unwrap_or_else(|| "Not known".into())];
    theme.extend(week.theme_note.clone());
    let mut out = vec![
        KeyFact::new("Dates", week.dates_in_words()),
        KeyFact { label: "Theme".into(), lines: theme, link: None },
        KeyFact::new("Organised by", week.organiser.clone()),
    ];
    out.extend(week.hashtag.clone().map(|tag| KeyFact::new("Hashtag", tag)));
    out.extend(week.source.clone().map(|source| KeyFact {
        label: "Where we read this".into(),
        lines: Vec::new(),
        link: Some(Link::new(source.trim_start_matches("https://").trim_end_matches('/').to_owned(), source.clone())),
    }));
    out
}

//! A week's own page.

use axum::extract::{Path, State as From};
use domain::calendar::{Filter, Listed};
use domain::event::PublicState;
use domain::text::counted;
use domain::time::long_date;
use domain::week::{Phase, Week};
use frontend::components::{EventSummary, KeyFact, Link};
use frontend::pages::calendar::WeekHead;
use frontend::pages::stories::StoryLine;
use frontend::pages::week::{Call, WeekPage, week as week_page};
use frontend::shell::Section;
use jiff::civil::Date;
use web::{Answer, Problem, public_page};

use crate::links;
use crate::memory::WeekInMemory;
use crate::state::State;
use crate::told;

pub async fn show(From(state): From<State>, Path((nation, year)): Path<(String, String)>) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let today = state.context.today();
    let phase = week.phase(today);
    let past = phase == Phase::After;
    let path = week.id.path();
    let section = if past { Section::PastWeeks } else { Section::None };
    let mut shell = links::shell(&week, format!("{}, {}", week.heading(), links::week_name(&week)), section);
    shell.canonical = Some(state.context.absolute(&path));
    shell.description = Some(format!("{}: {}", links::week_name(&week), week.dates_in_words()));
    let count = |n: usize, one: &str, many: &str| counted(n as u64, one, many);
    let head = links::head(&week, &cards, &Filter::default(), today);
    let view = WeekPage {
        // Where there are words on what the week offered, the head doesn't say nearly the same.
        head: WeekHead { words: if week.offered.is_empty() { head.words } else { String::new() }, ..head },
        facts: facts(&week, today),
        offered: week.offered.clone(),
        questions: links::questions(&week, &cards),
        featured: featured(&state, &week, &cards, today).await?,
        heading: heading(phase).to_owned(),
        events: next(&cards, phase, today).take(6).map(|event| row(event, &cards, phase, today)).collect(),
        calendar: (!cards.events.is_empty())
            .then(|| Link::new(format!("See the calendar: {}", count(cards.events.len(), "event", "events")), format!("{path}/calendar"))),
        stories: cards.stories.iter().take(6).map(StoryLine::of).collect(),
        all_stories: Some(Link::new(format!("See all: {}", count(cards.stories.len(), "story", "stories")), format!("{path}/stories"))),
        suggest: week.takes_questions(today).then(|| format!("/suggest-a-question?week={}", week.id)),
        past,
        call: matches!(phase, Phase::Before | Phase::NotKnown).then(|| Call { deadline: deadlines(&week, today).next() }),
    };
    Ok(public_page(&state.context, shell, move || week_page(view)))
}

/// What stands above the events.
fn heading(phase: Phase) -> &'static str {
    match phase {
        Phase::Before | Phase::NotKnown => "Events",
        Phase::During => "Today and next",
        Phase::After => "What happened",
    }
}

/// While the week is on, what is still to come, in order of time, then what has no time. Before and after it, all events; after it
/// first those of which something was told.
fn next(cards: &WeekInMemory, phase: Phase, today: Date) -> impl Iterator<Item = &Listed> {
    let over = |event: &Listed| phase == Phase::During && event.last_day().is_some_and(|day| day < today);
    let mut shown: Vec<&Listed> = cards.events.iter().filter(|event| !over(event)).collect();
    if phase == Phase::After {
        shown.sort_by_key(|event| !told::any(event, cards));
    }
    shown.into_iter()
}

fn row(event: &Listed, cards: &WeekInMemory, phase: Phase, today: Date) -> EventSummary {
    match phase {
        Phase::After => links::row_with_what_was_told(event, cards, today),
        Phase::Before | Phase::During | Phase::NotKnown => links::row_with_day(event, cards, today),
    }
}

/// The events that a coordinator picked out, in their order; one that is cancelled or gone is left out. One that was renamed since is
/// found by the way from its old address.
async fn featured(state: &State, week: &Week, cards: &WeekInMemory, today: Date) -> Result<Vec<EventSummary>, Problem> {
    let mut out = Vec::new();
    for slug in &week.featured {
        let mut card = cards.events.iter().find(|card| card.slug == *slug);
        if card.is_none() {
            let page = state.public.event_wherever(slug).await?;
            card = page.and_then(|page| cards.events.iter().find(|card| card.id == page.id));
        }
        let shown = card.filter(|card| card.state != PublicState::Cancelled);
        out.extend(shown.map(|card| links::row_with_day(card, cards, today)));
    }
    Ok(out)
}

/// What must have come in until when, the next first: what is past is left out.
fn deadlines(week: &Week, today: Date) -> impl Iterator<Item = String> {
    let to_come = week.deadlines.iter().filter(move |deadline| deadline.day >= today);
    to_come.map(|deadline| format!("{}: {}", long_date(deadline.day), deadline.what))
}

/// What is known, and what isn't.
fn facts(week: &Week, today: Date) -> Vec<KeyFact> {
    let mut theme = vec![week.theme.clone().unwrap_or_else(|| "Not known".into())];
    theme.extend(week.theme_note.clone());
    let mut out = vec![
        KeyFact::new("Dates", week.dates_in_words()),
        KeyFact { label: "Theme".into(), lines: theme, link: None },
        KeyFact::new("Organised by", week.organiser.clone()),
    ];
    let lines: Vec<String> = deadlines(week, today).collect();
    out.extend((!lines.is_empty()).then(|| KeyFact { label: "Deadlines".into(), lines, link: None }));
    out.extend(week.hashtag.clone().map(|tag| KeyFact::new("Hashtag", tag)));
    out.extend(week.source.clone().map(|source| KeyFact {
        label: "Where we read this".into(),
        lines: Vec::new(),
        link: Some(Link::new(source.trim_start_matches("https://").trim_end_matches('/').to_owned(), source.clone())),
    }));
    out
}

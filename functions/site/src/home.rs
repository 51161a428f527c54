//! Home: the nearest or current week, and the others.

use axum::extract::State as From;
use domain::calendar::Filter;
use domain::week::{Phase, Week};
use frontend::pages::home::{HomePage, home};
use frontend::pages::stories::StoryLine;
use frontend::shell::Section;
use jiff::civil::Date;
use web::{Answer, Problem, public_page};

use crate::links;
use crate::state::State;

pub async fn show(From(state): From<State>) -> Answer {
    let weeks = state.weeks().await?;
    let today = state.context.today();
    let week = nearest(&weeks, today).ok_or(Problem::NotFound)?;
    let cards = state.cards(week.id).await?;
    let mut others: Vec<&Week> = weeks.iter().filter(|w| w.id != week.id).collect();
    others.sort_by_key(|w| std::cmp::Reverse((w.id.year, w.first)));
    let mut shell = links::shell(week, "Home", Section::None);
    shell.title = "Events and stories of the national weeks".into();
    shell.description = Some("Find an event of a national co-production week, list your own, and share what changed.".into());
    shell.canonical = Some(state.context.absolute("/"));
    let view = HomePage {
        head: links::head(week, &cards, &Filter::default(), today),
        calendar: week.first.is_some().then(|| format!("{}/calendar", week.id.path())),
        questions: links::questions(week, &cards),
        stories: cards.stories.iter().take(3).map(StoryLine::of).collect(),
        all_stories: format!("{}/stories", week.id.path()),
        weeks: others.into_iter().map(links::week_link).collect(),
    };
    Ok(public_page(&state.context, shell, move || home(view)))
}

/// The week that is on; or else the next; or else the last there was.
fn nearest(weeks: &[Week], today: Date) -> Option<&Week> {
    let on = weeks.iter().find(|w| w.phase(today) == Phase::During);
    let next = || weeks.iter().filter(|w| w.phase(today) == Phase::Before).min_by_key(|w| w.first);
    let last = || weeks.iter().max_by_key(|w| (w.id.year, w.first));
    on.or_else(next).or_else(last)
}

//! The stories of a week, fifty a page.

use axum::extract::{Path, RawQuery, State as From};
use domain::text::counted;
use frontend::components::Link;
use frontend::pages::stories::{StoriesPage, StoryLine, stories};
use frontend::shell::Section;
use web::{Answer, public_page};

use crate::calendar::query;
use crate::links;
use crate::state::State;

const PAGE: usize = 50;

pub async fn show(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let mut all: Vec<_> = cards.stories.iter().collect();
    // By month, newest first; within a month by random address, which tells no time (quality-bar P-17).
    all.sort_by(|a, b| b.month.cmp(&a.month).then_with(|| a.slug.cmp(&b.slug)));
    let pages = all.len().div_ceil(PAGE).max(1);
    let page = query(raw.as_deref()).get("page").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let shown = &all[(page - 1) * PAGE..(page * PAGE).min(all.len())];
    let path = format!("{}/stories", week.id.path());
    let mut shell = links::shell(&week, format!("Stories, {}", links::week_name(&week)), Section::Stories);
    shell.canonical = Some(state.context.absolute(&path));
    shell.description = Some("What co-production did in people's lives, in their own words.".into());
    let view = StoriesPage {
        week: Some(links::week_link(&week)),
        when: links::when(&week),
        stories: shown.iter().map(|card| StoryLine::of(card)).collect(),
        count: counted(all.len() as u64, "story", "stories"),
        feed: format!("{path}.atom"),
        before: (page > 1).then(|| Link::new("Newer", format!("{path}?page={}", page - 1))),
        after: (page < pages).then(|| Link::new("Older", format!("{path}?page={}", page + 1))),
    };
    Ok(public_page(&state.context, shell, move || stories(view)))
}

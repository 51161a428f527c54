//! Every week there was.

use axum::extract::State as From;
use domain::week::Phase;
use frontend::pages::weeks::{WeekLine, weeks as weeks_page};
use frontend::shell::{Section, Shell};
use web::{Answer, public_page};

use crate::links;
use crate::state::State;

pub async fn show(From(state): From<State>) -> Answer {
    let all = state.weeks().await?;
    let today = state.context.today();
    let mut past: Vec<_> = all.iter().filter(|w| w.phase(today) == Phase::After).collect();
    past.sort_by_key(|w| std::cmp::Reverse((w.id.year, w.first, w.id)));
    let line = |w: &domain::week::Week| WeekLine {
        href: w.id.path(),
        name: links::week_name(w),
        theme: w.theme.clone().unwrap_or_else(|| "Theme not known".into()),
        dates: w.dates_in_words(),
        organiser: w.organiser.clone(),
    };
    let lines = past.into_iter().map(line).collect();
    let shell = Shell {
        title: "Past weeks".into(),
        section: Section::PastWeeks,
        description: Some("The archive of national co-production weeks: dates, themes, organisers and sources.".into()),
        canonical: Some(state.context.absolute("/weeks")),
        ..Shell::default()
    };
    Ok(public_page(&state.context, shell, move || weeks_page(lines)))
}

//! The calendar: filters in the query, at most fifty events a page.

use std::collections::BTreeMap;

use axum::extract::{Path, RawQuery, State as From};
use domain::access::AccessFact;
use domain::answers::Answers;
use domain::calendar::Filter;
use domain::event::{EventCard, EventKind};
use domain::nation::Nation;
use domain::text::counted;
use domain::time::day_and_month;
use domain::week::{Phase, Week};
use frontend::components::Link;
use frontend::pages::calendar::{CalendarPage, DayOfEvents, Filters, calendar};
use frontend::shell::Section;
use jiff::civil::Date;
use web::{Answer, public_page};

use crate::links;
use crate::memory::WeekInMemory;
use crate::state::State;

/// The most events on one page (quality-bar S-43).
const PAGE: usize = 50;

/// Reads a query string as answers.
pub fn query(raw: Option<&str>) -> Answers {
    web::query(raw.unwrap_or(""))
}

pub async fn show(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let query = query(raw.as_deref());
    let filter = Filter::parse(&query);
    let found: Vec<&EventCard> = cards.found(&filter).collect();
    let pages = found.len().div_ceil(PAGE).max(1);
    let page = query.get("page").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let shown = &found[(page - 1) * PAGE..(page * PAGE).min(found.len())];

    let at = |n: usize| {
        let path = links::calendar_path(&week, "calendar", &filter);
        format!("{path}{}page={n}", if path.contains('?') { '&' } else { '?' })
    };
    let mut shell = links::shell(&week, title(&week, &filter), Section::Calendar);
    shell.islands = !cards.events.is_empty();
    shell.canonical = Some(state.context.absolute(&format!("{}/calendar", week.id.path())));
    shell.description = Some(format!("Every event of {}: when, where, and how you can get in and take part.", links::week_name(&week)));
    let view = CalendarPage {
        head: links::head(&week, &cards, &filter, state.context.today()),
        filters: filters(&week, &cards, query.clone(), &filter),
        count: counted(found.len() as u64, "event", "events"),
        count_more: more(&filter),
        file: links::calendar_path(&week, "calendar.ics", &filter),
        days: days(shown, &cards),
        before: (page > 1).then(|| Link::new("Earlier", at(page - 1))),
        after: (page < pages).then(|| Link::new("Later", at(page + 1))),
        place: (pages > 1).then(|| format!("Page {page} of {pages}")),
        all: format!("{}/calendar", week.id.path()),
        any: !cards.events.is_empty(),
        past: week.phase(state.context.today()) == Phase::After,
    };
    Ok(public_page(&state.context, shell, move || calendar(view)))
}

fn title(week: &Week, filter: &Filter) -> String {
    let name = links::week_name(week);
    match filter.is_empty() {
        true => format!("Calendar, {name}"),
        false => format!("Calendar: {}, {name}", filter.words().join(", ")),
    }
}

fn more(filter: &Filter) -> String {
    match filter.days[..] {
        [day] => format!(" on {}. Times are UK time.", day_and_month(day)),
        _ => ". Times are UK time.".into(),
    }
}

fn filters(week: &Week, cards: &WeekInMemory, query: Answers, filter: &Filter) -> Filters {
    let days = week.days().iter().map(|d| (d.to_string(), day_and_month(*d))).collect();
    let nations = Nation::ALL.iter().copied().filter(|n| cards.events.iter().any(|c| c.nation == *n)).collect();
    let kinds = EventKind::ALL.iter().copied().filter(|k| cards.events.iter().any(|c| c.kind == *k)).collect();
    Filters { action: format!("{}/calendar", week.id.path()), query, words: filter.words(), days, kinds, nations }
}

pub fn days(shown: &[&EventCard], cards: &WeekInMemory) -> Vec<DayOfEvents> {
    let mut by_day: BTreeMap<(bool, Option<Date>), Vec<&EventCard>> = BTreeMap::new();
    for card in shown {
        by_day.entry((card.day().is_none(), card.day())).or_default().push(card);
    }
    let day = |((_, day), events): ((bool, Option<Date>), Vec<&EventCard>)| {
        let bsl = events.iter().filter(|c| c.access.contains(&AccessFact::Bsl)).count();
        let count = counted(events.len() as u64, "event", "events");
        DayOfEvents {
            id: day.map_or("any-time".into(), |d| d.strftime("%A-%-d").to_string().to_lowercase()),
            heading: day.map_or("Any time, on demand".into(), day_and_month),
            small: if bsl > 0 { format!("{count}, {bsl} with BSL") } else { count },
            events: events.into_iter().map(|card| links::row(card, cards)).collect(),
        }
    };
    by_day.into_iter().map(day).collect()
}

//! The calendar: filters in the query, at most fifty events a page.

mod filters;
mod shown;

use axum::extract::{Path, RawQuery, State as From};
use domain::answers::Answers;
use domain::calendar::Filter;
use domain::text::counted;
use domain::time::day_and_month;
use domain::week::{Phase, Week};
use frontend::components::Link;
use frontend::pages::calendar::{CalendarPage, calendar, passed_over};
use frontend::shell::Section;
use web::{Answer, public_page};

use crate::links;
use crate::memory::WeekInMemory;
use crate::my_week;
use crate::state::State;

pub(crate) use shown::{First, Shown, days, in_order};

/// Reads a query string as answers.
pub fn query(raw: Option<&str>) -> Answers {
    web::query(raw.unwrap_or(""))
}

pub async fn show(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let query = query(raw.as_deref());
    let filter = Filter::parse(&query);
    let found = cards.found(&filter).count();
    let Shown { days, before, after, place, whole } =
        Shown::of(cards.meetings(&filter), &cards, &week, &filter, state.context.today(), query.get("page").parse().ok());

    let mut shell = links::shell(&week, title(&week, &filter), Section::Calendar);
    shell.alternates = links::alternates(&week, &filter);
    shell.islands = !cards.events.is_empty();
    shell.canonical = Some(state.context.absolute(&format!("{}/calendar", week.id.path())));
    shell.description = Some(format!("Every event of {}: when, where, and how you can get in and take part.", links::week_name(&week)));
    let view = CalendarPage {
        head: links::head(&week, &cards, &filter, state.context.today()),
        passed_over: passed_over(&Filter::passed_over(&query)),
        filters: filters::filters(&week, &cards, query, &filter),
        count: counted(found as u64, "event", "events"),
        count_more: more(&filter),
        ways: ways(&week, &filter),
        collecting: my_week::collecting(&week),
        days,
        before,
        after,
        place,
        whole,
        all: format!("{}/calendar", week.id.path()),
        any: !cards.events.is_empty(),
        less: if found == 0 { less(&week, &cards, &filter) } else { Vec::new() },
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
    match (&filter.days[..], filter.any_time) {
        (&[day], false) => format!(" on {}. Times are UK time.", day_and_month(day)),
        _ => ". Times are UK time.".into(),
    }
}

/// Of what is asked for together and not there: what there is without one of it. Of a single thing all is left, and that has a link.
fn less(week: &Week, cards: &WeekInMemory, filter: &Filter) -> Vec<Link> {
    let each = filter.each_less();
    let several = each.len() > 1;
    let way = |(words, less): (String, Filter)| {
        let found = cards.found(&less).count() as u64;
        (several && found > 0)
            .then(|| Link::new(format!("Without {words}: {}", counted(found, "event", "events")), links::calendar_path(week, "calendar", &less)))
    };
    each.into_iter().filter_map(way).collect()
}

/// What can be done with the events that were found.
fn ways(week: &Week, filter: &Filter) -> Vec<Link> {
    let to = |words: &str, page: &str| Link::new(words, links::calendar_path(week, page, filter));
    vec![to("Add these to my calendar", "add-to-calendar"), to("Programme to print", "programme")]
}

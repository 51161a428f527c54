//! The events that somebody collected, as a page and as a calendar file. The address names them; nothing is kept here.

use axum::extract::{Path, RawQuery, State as From};
use domain::calendar::{Filter, Listed, Meeting, clashes};
use domain::ids::EventId;
use domain::text::counted;
use domain::time::{clock_time, day_and_month};
use domain::week::Week;
use frontend::components::Link;
use frontend::pages::my_week::{Collecting, MyWeekPage, my_week};
use frontend::shell::Section;
use web::ics::{self, EventParts};
use web::{Answer, file, public_page, qr};

use crate::calendar::{First, days, query};
use crate::links;
use crate::memory::WeekInMemory;
use crate::state::State;

/// The most events that one address may name.
const MOST: usize = 100;

/// The most events whose address a telephone reads off paper: more make the code's squares too small.
const MOST_IN_A_CODE: usize = 12;

/// Which week is collected, for the pages on which events stand.
pub(crate) fn collecting(week: &Week) -> Collecting {
    Collecting { week: week.id.to_string(), path: format!("{}/my-week", week.id.path()) }
}

/// The events that an address names, in order of time, and how many it names that are not in the week.
fn chosen<'a>(cards: &'a WeekInMemory, raw: Option<&str>) -> (Vec<&'a Listed>, usize) {
    let mut names: Vec<EventId> = query(raw).all("e").iter().filter_map(|name| EventId::parse(name)).collect();
    names.sort_unstable();
    names.dedup();
    names.truncate(MOST);
    let found: Vec<&Listed> = cards.events.iter().filter(|event| names.binary_search(&event.id).is_ok()).collect();
    let missing = names.len() - found.len();
    (found, missing)
}

fn address(week: &Week, file: &str, events: &[&Listed]) -> String {
    let query: Vec<String> = events.iter().map(|event| format!("e={}", event.id)).collect();
    format!("{}/{file}?{}", week.id.path(), query.join("&"))
}

/// The most pairs that are named: who collects a whole week knows that they can't be everywhere.
const MOST_PAIRS: usize = 10;

/// Each two that are at the same time, by the moment from which both go on.
fn same_time(meetings: &[Meeting<'_>]) -> Vec<String> {
    let words = |(one, other): (&Meeting<'_>, &Meeting<'_>)| {
        let session = other.session?;
        Some(format!("{}, {}: “{}” and “{}”", day_and_month(session.day()), clock_time(session.start), one.event.title, other.event.title))
    };
    clashes(meetings).into_iter().filter_map(words).take(MOST_PAIRS).collect()
}

pub async fn show(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let (found, missing) = chosen(&cards, raw.as_deref());
    let mut shell = links::shell(&week, format!("My week, {}", links::week_name(&week)), Section::Calendar);
    shell.islands = true;
    shell.noindex = true;
    let here = state.context.absolute(&address(&week, "my-week", &found));
    shell.code = (1..=MOST_IN_A_CODE).contains(&found.len()).then(|| qr::drawing(&here));
    shell.canonical = Some(here);
    let meetings = Filter::default().meetings(found.iter().copied());
    let view = MyWeekPage {
        collecting: collecting(&week),
        when: links::when(&week),
        count: counted(found.len() as u64, "event", "events"),
        missing,
        file: address(&week, "my-week.ics", &found),
        same_time: same_time(&meetings),
        days: days(&week, &meetings, &cards, First::Monday, state.context.today()),
        calendar: Link::new(format!("Calendar of {}", links::week_name(&week)), format!("{}/calendar", week.id.path())),
    };
    Ok(public_page(&state.context, shell, move || my_week(view)))
}

/// The same events as a calendar file.
pub async fn as_file(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let origin = &state.context.settings().origin;
    let (found, _) = chosen(&cards, raw.as_deref());
    let entries: Vec<EventParts> = found.into_iter().flat_map(|event| EventParts::of_card(event, origin)).collect();
    let text = ics::calendar_ics(Some(&format!("My week: {}", links::week_name(&week))), &entries);
    Ok(file(&state.context, ics::CONTENT_TYPE, Some("my-week.ics"), true, text))
}

//! A week inside partners' pages: the one page that may be framed, and the script of the custom element (design §3).

use axum::extract::{Path, RawQuery, State as From};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use domain::calendar::Filter;
use frontend::components::Link;
use frontend::pages;
use frontend::pages::calendar::{DayOfEvents, passed_over};
use frontend::pages::embed::{ELEMENT, EmbedPage, embed, how_to_embed};
use frontend::shell::Shell;
use web::{Answer, MayBeFramed, Problem, file, public_page};

use crate::calendar::{First, days, in_order, query};
use crate::links;
use crate::state::State;

/// The most events in a frame.
const MOST: usize = 50;

/// The events that answer a filter, for a frame.
pub async fn frame(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let query = query(raw.as_deref());
    let filter = Filter::parse(&query);
    let first = First::of(&week, &cards, &filter, state.context.today());
    let mut shown = in_order(cards.meetings(&filter), first);
    shown.truncate(MOST);
    let href = state.context.absolute(&links::calendar_path(&week, "calendar", &filter));
    let page = EmbedPage {
        when: links::when(&week),
        passed_over: passed_over(&Filter::passed_over(&query)),
        days: without_buttons(days(&week, &shown, &cards, first, state.context.today())),
        all: Link::new("See every event on the hub", href),
        demonstration: week.id.is_demonstration(),
    };
    let shell = Shell { title: links::week_name(&week), embedded: true, noindex: true, ..Shell::default() };
    let mut response = public_page(&state.context, shell, move || embed(page));
    response.extensions_mut().insert(MayBeFramed);
    Ok(response)
}

/// In a frame nothing is collected: what a browser keeps there isn't what it keeps on the hub.
fn without_buttons(mut days: Vec<DayOfEvents>) -> Vec<DayOfEvents> {
    days.iter_mut().flat_map(|day| &mut day.events).for_each(|event| event.collect = None);
    days
}

/// The path of the nearest week, as an example.
async fn example(state: &State) -> Result<String, Problem> {
    let weeks = state.weeks().await?;
    let week = weeks.iter().filter(|week| week.is_open(state.context.today())).min_by_key(|week| (week.first.is_none(), week.first));
    Ok(week.map_or_else(|| "/england/2027".to_owned(), |week| week.id.path()))
}

/// The events for other programs, in words.
pub async fn open_data(From(state): From<State>) -> Answer {
    let path = example(&state).await?;
    let shell = Shell { title: "Events for other programs".into(), canonical: Some(state.context.absolute("/open-data")), ..Shell::default() };
    let origin = state.context.settings().origin.clone();
    Ok(public_page(&state.context, shell, move || pages::open_data::open_data(&origin, &path)))
}

/// How to use both.
pub async fn how_to(From(state): From<State>) -> Answer {
    let path = example(&state).await?;
    let shell = Shell { title: "Show the calendar on your website".into(), canonical: Some(state.context.absolute("/embed")), ..Shell::default() };
    let origin = state.context.settings().origin.clone();
    Ok(public_page(&state.context, shell, move || how_to_embed(&origin, &path)))
}

/// The custom element's script.
pub async fn script(From(state): From<State>) -> Answer {
    let mut response = file(&state.context, "text/javascript; charset=utf-8", None, true, ELEMENT.to_owned());
    for_other_sites(&mut response);
    Ok(response)
}

/// Lets pages of other sites read an answer that holds nothing but what is public.
pub(crate) fn for_other_sites(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
}

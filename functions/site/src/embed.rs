//! A week inside partners' pages: the one page that may be framed, and the script of the custom element (design §3).

use axum::extract::{Path, RawQuery, State as From};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use domain::calendar::Filter;
use domain::event::EventCard;
use frontend::components::Link;
use frontend::pages::embed::{ELEMENT, EmbedPage, embed, how_to_embed};
use frontend::shell::Shell;
use web::{Answer, MayBeFramed, file, public_page};

use crate::calendar::{days, query};
use crate::links;
use crate::state::State;

/// The most events in a frame.
const MOST: usize = 50;

/// The events that answer a filter, for a frame.
pub async fn frame(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let filter = Filter::parse(&query(raw.as_deref()));
    let shown: Vec<&EventCard> = cards.found(&filter).take(MOST).collect();
    let href = state.context.absolute(&links::calendar_path(&week, "calendar", &filter));
    let page = EmbedPage {
        when: links::when(&week),
        days: days(&shown, &cards),
        all: Link::new("See every event on the hub", href),
        demonstration: week.id.is_demonstration(),
    };
    let shell = Shell { title: links::week_name(&week), embedded: true, noindex: true, ..Shell::default() };
    let mut response = public_page(&state.context, shell, move || embed(page));
    response.extensions_mut().insert(MayBeFramed);
    Ok(response)
}

/// How to use both.
pub async fn how_to(From(state): From<State>) -> Answer {
    let weeks = state.weeks().await?;
    let week = weeks.iter().filter(|week| week.is_open(state.context.today())).min_by_key(|week| (week.first.is_none(), week.first));
    let path = week.map_or_else(|| "/england/2027".to_owned(), |week| week.id.path());
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

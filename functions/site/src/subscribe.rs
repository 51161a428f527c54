//! The ways into somebody's own calendar, for the events that answer a filter.

use axum::extract::{Path, RawQuery, State as From};
use domain::calendar::Filter;
use domain::text::counted;
use frontend::components::Link;
use frontend::pages::subscribe::{SubscribePage, subscribe};
use frontend::shell::Section;
use web::{Answer, public_page};

use crate::calendar::query;
use crate::links::{self, encode};
use crate::state::State;

pub async fn show(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let filter = Filter::parse(&query(raw.as_deref()));
    let path = links::calendar_path(&week, "calendar.ics", &filter);
    let address = state.context.absolute(&path);
    // The word for “listen to it” that calendar programs agreed on; it is in no standard, so the whole address stands there too.
    let webcal = format!("webcal://{}", address.split_once("://").map_or(address.as_str(), |(_, rest)| rest));
    let name = format!("Co-production Week: {}", links::week_name(&week));
    let ways = vec![
        Link::new("Apple Calendar, or a program on this device", webcal.clone()),
        Link::new("Google Calendar", format!("https://calendar.google.com/calendar/render?cid={}", encode(&webcal))),
        Link::new("Outlook on the web", format!("https://outlook.live.com/calendar/0/addfromweb?url={}&name={}", encode(&address), encode(&name))),
    ];
    let mut shell = links::shell(&week, format!("Add to your calendar, {}", links::week_name(&week)), Section::Calendar);
    shell.alternates = links::alternates(&week, &filter);
    shell.noindex = true;
    let timed = cards.found(&filter).filter(|event| event.start.is_some()).count();
    let view = SubscribePage {
        back: Link::new(format!("Calendar of {}", links::week_name(&week)), links::calendar_path(&week, "calendar", &filter)),
        count: counted(timed as u64, "event", "events"),
        filter: filter.words().join(", "),
        ways,
        address,
        file: path,
    };
    Ok(public_page(&state.context, shell, move || subscribe(view)))
}

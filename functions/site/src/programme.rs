//! A week's programme as a document to print: by day or by area, in usual or in large letters.

use axum::extract::{Path, RawQuery, State as From};
use domain::calendar::{Filter, Meeting};
use domain::choices;
use domain::event::Format;
use domain::text::counted;
use domain::time::{day_and_month, long_date};
use domain::week::Week;
use frontend::components::Link;
use frontend::pages::programme::{Entry, Group, ProgrammePage, programme};
use frontend::shell::Section;
use jiff::civil::Date;
use web::{Answer, public_page, qr};

use crate::calendar::query;
use crate::links;
use crate::state::State;

/// The most events of one document; a longer programme comes in parts.
const PART: usize = 150;

choices! {
    /// How the events are put together.
    By {
        Day = "day", "By day";
        Area = "area", "By area";
    }
}

pub async fn show(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let today = state.context.today();
    let query = query(raw.as_deref());
    let filter = Filter::parse(&query);
    let by = By::from_value(query.get("by")).unwrap_or(By::Day);
    let large = query.get("size") == "large";

    let mut found: Vec<(String, Meeting<'_>)> = cards.meetings(&filter).into_iter().map(|meeting| (group(by, &week, &meeting), meeting)).collect();
    if by == By::Area {
        found.sort_by(|a, b| a.0.cmp(&b.0));
    }
    let parts = found.len().div_ceil(PART).max(1);
    let part = query.get("page").parse::<usize>().unwrap_or(1).clamp(1, parts);
    let shown = &found[(part - 1) * PART..(part * PART).min(found.len())];

    let at = |by: By, large: bool, part: usize| address(&week, &filter, by, large, part);
    let mut shell = links::shell(&week, format!("Programme, {}", links::week_name(&week)), Section::Calendar);
    shell.noindex = true;
    shell.canonical = Some(state.context.absolute(&links::calendar_path(&week, "programme", &filter)));
    let online = state.context.absolute(&links::calendar_path(&week, "calendar", &filter));
    let others = By::ALL.iter().filter(|other| **other != by).map(|other| Link::new(other.words(), at(*other, large, 1)));
    let size = if large { "Usual letters" } else { "Large letters" };
    let view = ProgrammePage {
        heading: week.heading().to_owned(),
        when: links::when(&week),
        count: counted(cards.found(&filter).count() as u64, "event", "events"),
        filter: filter.words().join(", "),
        large,
        groups: grouped(shown, by, today),
        ways: others.chain([Link::new(size, at(by, !large, part))]).collect(),
        parts: if parts > 1 { (1..=parts).map(|n| Link::new(format!("Part {n} of {parts}"), at(by, large, n))).collect() } else { Vec::new() },
        part,
        as_of: long_date(today),
        qr: qr::drawing(&online),
        online,
        back: Link::new(format!("Calendar of {}", links::week_name(&week)), links::calendar_path(&week, "calendar", &filter)),
    };
    Ok(public_page(&state.context, shell, move || programme(view)))
}

/// The heading under which an event stands.
fn group(by: By, week: &Week, meeting: &Meeting<'_>) -> String {
    let event = meeting.event;
    match (by, event.region, event.format) {
        (By::Day, ..) => match meeting.day {
            None => "Any time, on demand".into(),
            Some(day) if week.is_outside(day) => format!("{}, outside the week", day_and_month(day)),
            Some(day) => day_and_month(day),
        },
        (By::Area, Some(region), _) => region.words().to_owned(),
        (By::Area, None, Format::Online | Format::OnDemand) => "Online".to_owned(),
        (By::Area, None, _) => format!("{}, hosts based there", event.nation.words()),
    }
}

fn grouped(shown: &[(String, Meeting<'_>)], by: By, today: Date) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    for (heading, meeting) in shown {
        if out.last().is_none_or(|group| group.heading != *heading) {
            out.push(Group { heading: heading.clone(), entries: Vec::new() });
        }
        if let Some(group) = out.last_mut() {
            group.entries.push(Entry::of(meeting, by == By::Area, today));
        }
    }
    out
}

fn address(week: &Week, filter: &Filter, by: By, large: bool, part: usize) -> String {
    let mut more = vec![format!("by={}", by.value())];
    more.extend(large.then(|| "size=large".to_owned()));
    more.extend((part > 1).then(|| format!("page={part}")));
    let path = links::calendar_path(week, "programme", filter);
    format!("{path}{}{}", if path.contains('?') { '&' } else { '?' }, more.join("&"))
}

//! A week's programme as a document: what a library prints and lays out.

use domain::calendar::Meeting;
use domain::event::{Cost, OpenTo, PublicState};
use domain::time::day_and_month;
use jiff::civil::Date;
use leptos::prelude::*;

use crate::components::{BackLink, EmptyState, Link, Qr, QrDrawing};

/// An event of the programme, all in words.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// `10:00 to 12:00`, with the day where the programme is not by day.
    pub when: String,
    /// The title.
    pub title: String,
    /// Host and place.
    pub who: String,
    /// Up to 40 words; none where it was cancelled.
    pub summary: Option<String>,
    /// Access facts, who can't book or how to, cost, languages.
    pub facts: Vec<String>,
    /// The path of its page.
    pub path: String,
    /// Whether it was cancelled.
    pub cancelled: bool,
}

impl Entry {
    /// From a line of the list by days; `with_day` where the heading above doesn't say the day. As it is today.
    pub fn of(meeting: &Meeting<'_>, with_day: bool, today: Date) -> Self {
        let event = meeting.event;
        let cancelled = event.state == PublicState::Cancelled;
        let hours = meeting.session.map_or_else(|| "Any time".into(), |session| session.hours());
        let hours = meeting.words().map_or(hours.clone(), |words| format!("{hours}. {words}"));
        let when = match meeting.day.filter(|_| with_day) {
            Some(day) => format!("{}, {hours}", day_and_month(day)),
            None => hours,
        };
        let mut facts = vec![event.access.iter().map(|fact| event.access_words(*fact, today)).collect::<Vec<_>>().join(", ")];
        match event.open_to.is_bookable() {
            true => facts.push(event.booking.words().to_owned()),
            false => facts.push(format!("Not open to book: {}", event.open_to.words().to_lowercase())),
        }
        facts.extend((event.open_to == OpenTo::Members).then(|| event.open_to.words().to_owned()));
        facts.push(if event.cost == Cost::Free { "Free".into() } else { event.cost.words().to_owned() });
        facts.extend(event.expenses.then(|| "Expenses paid".to_owned()));
        let languages: Vec<&str> = event.languages.iter().map(|language| language.words()).collect();
        facts.extend((!languages.is_empty()).then(|| format!("Languages: {}", languages.join(", "))));
        facts.retain(|words| !words.is_empty() && !cancelled);
        Self {
            when,
            title: match event.state {
                PublicState::Postponed => format!("Postponed: {}", event.title),
                PublicState::Listed if event.moved => format!("Changed: {}", event.title),
                _ => event.title.clone(),
            },
            who: format!("{}. {}.", event.host.trim_end_matches('.'), event.place),
            summary: (!cancelled).then(|| event.summary.clone()),
            facts,
            path: event.path(),
            cancelled,
        }
    }
}

/// Events under one heading: a day or an area.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The heading.
    pub heading: String,
    /// In order of time.
    pub entries: Vec<Entry>,
}

/// The document.
#[derive(Clone, Debug, Default)]
pub struct ProgrammePage {
    /// The theme, or the name.
    pub heading: String,
    /// Name and dates.
    pub when: String,
    /// `42 events`.
    pub count: String,
    /// What is filtered by, in words; empty is nothing.
    pub filter: String,
    /// In large letters.
    pub large: bool,
    /// The events.
    pub groups: Vec<Group>,
    /// The same in another order or size.
    pub ways: Vec<Link>,
    /// The parts of a long programme; none where there is one.
    pub parts: Vec<Link>,
    /// Which part this is, from 1.
    pub part: usize,
    /// The day on which it is as it says: paper is read for weeks.
    pub as_of: String,
    /// The calendar's address as a code.
    pub qr: QrDrawing,
    /// The calendar's whole address.
    pub online: String,
    /// The calendar.
    pub back: Link,
}

/// The programme. On paper only the document itself is left.
pub fn programme(page: ProgrammePage) -> impl IntoView {
    let class = if page.large { "programme large" } else { "programme" };
    let filter = if page.filter.is_empty() { String::new() } else { format!(": {}", page.filter) };
    let current = page.part;
    let part = (!page.parts.is_empty()).then(|| format!("Part {current} of {}. ", page.parts.len()));
    let parts = page.parts.into_iter().enumerate().map(|(n, link)| {
        view! { <li><a href=link.href aria-current=(n + 1 == current).then_some("page")>{link.label}</a></li> }
    });
    let parts = parts.collect_view();
    let ways = page.ways.into_iter().map(|way| view! { <li><a href=way.href>{way.label}</a></li> }).collect_view();
    let summary = format!(
        "{}{}{filter}. Times are UK time. As of {}. Changes since and places: {}",
        part.unwrap_or_default(),
        page.count,
        page.as_of,
        page.online
    );
    let none = match (page.groups.is_empty(), page.filter.is_empty()) {
        (false, _) => None,
        (true, true) => Some("No events are listed in this week."),
        (true, false) => Some("No events match. Take one thing off the filter in the calendar."),
    };
    view! {
        <div class="no-print">
            <BackLink href=page.back.href label=page.back.label/>
            <p>"This is the programme to print. Use your browser’s “Print”."</p>
            <ul class="result-ways">{ways}</ul>
            <ul class="result-ways">{parts}</ul>
        </div>
        <article class=class>
            <header>
                <div>
                    <h1>{page.heading}</h1>
                    <p class="when">{page.when}</p>
                    <p>{summary}</p>
                </div>
                <Qr drawing=page.qr label="The calendar’s address as a code"/>
            </header>
            {none.map(|words| view! { <EmptyState heading="Nothing to print yet" words/> })}
            {page.groups.into_iter().map(group).collect_view()}
        </article>
    }
}

fn group(group: Group) -> impl IntoView {
    view! {
        <section>
            <h2>{group.heading}</h2>
            {group.entries.into_iter().map(entry).collect_view()}
        </section>
    }
}

fn entry(entry: Entry) -> impl IntoView {
    let class = if entry.cancelled { "entry cancelled" } else { "entry" };
    view! {
        <div class=class>
            <p class="time">{entry.when}</p>
            <h3>{entry.cancelled.then_some("Cancelled: ")}<a href=entry.path>{entry.title}</a></h3>
            <p class="who">{entry.who}</p>
            {entry.summary.map(|words| view! { <p>{words}</p> })}
            {(!entry.facts.is_empty()).then(|| view! { <p class="said">{entry.facts.join(". ")}"."</p> })}
        </div>
    }
}

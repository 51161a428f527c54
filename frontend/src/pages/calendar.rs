//! A week's calendar: the days, the filters, the events that answer them.

mod filters;
mod row;

use leptos::prelude::*;

pub use filters::Filters;
pub use row::{places, row, row_with_day};

use super::my_week::{Collecting, collected};
use crate::components::{Day, DayStrip, EmptyState, EventRow, EventSummary, Link, Notice, Pagination};
use crate::islands::CalendarFilters;

/// What is loudest on every page of a week.
#[derive(Clone, Debug, Default)]
pub struct WeekHead {
    /// The theme, or the name.
    pub heading: String,
    /// Name and dates.
    pub when: String,
    /// A sentence or two.
    pub words: String,
    /// The days; none where they aren't known.
    pub days: Vec<Day>,
}

/// The events of one day that answer the filters.
#[derive(Clone, Debug, Default)]
pub struct DayOfEvents {
    /// Its place on the page: `monday`.
    pub id: String,
    /// `Wednesday 25 November`.
    pub heading: String,
    /// `12 events, 3 with BSL`.
    pub small: String,
    /// In order of time.
    pub events: Vec<EventSummary>,
    /// Where the day has more than stand here.
    pub more: Option<Link>,
}

/// The calendar page.
#[derive(Clone, Debug, Default)]
pub struct CalendarPage {
    /// The week.
    pub head: WeekHead,
    /// What is filtered by.
    pub filters: Filters,
    /// `12 events`.
    pub count: String,
    /// ` on Wednesday 25 November. Times are UK time.`
    pub count_more: String,
    /// Which week's events can be collected here.
    pub collecting: Collecting,
    /// What can be done with the same events: a calendar file, a programme.
    pub ways: Vec<Link>,
    /// That the address asks for something that isn't known.
    pub passed_over: Option<String>,
    /// The events, day by day.
    pub days: Vec<DayOfEvents>,
    /// Where there is more than one page.
    pub before: Option<Link>,
    /// Where there is more than one page.
    pub after: Option<Link>,
    /// `Page 2 of 5`.
    pub place: Option<String>,
    /// From the first events of each day to all of them in one list.
    pub whole: Option<Link>,
    /// The address without filters.
    pub all: String,
    /// Where nothing is found: what there is without one of the things that are asked for.
    pub less: Vec<Link>,
    /// Whether the week has any event at all.
    pub any: bool,
    /// Whether the week is over.
    pub past: bool,
}

/// In whose time the hours of a list are, for pages whose count doesn't say it.
pub fn time_zone() -> impl IntoView {
    view! { <p class="quiet">"Times are UK time."</p> }
}

/// The top of a week's pages.
pub fn week_head(head: WeekHead) -> impl IntoView {
    view! {
        <section class="week">
            <h1>{head.heading}</h1>
            <p class="when">{head.when}</p>
            {(!head.words.is_empty()).then(|| view! { <p class="ask">{head.words}</p> })}
            <div id="days">{(!head.days.is_empty()).then(|| view! { <DayStrip days=head.days/> })}</div>
        </section>
    }
}

/// The calendar. Without script the filters are a form with a button; with it they answer at once. A week without events has
/// nothing to filter.
pub fn calendar(page: CalendarPage) -> impl IntoView {
    let found = !page.days.is_empty();
    let empty = empty(&page);
    let CalendarPage { head, filters, count, count_more, collecting, ways, passed_over, days, before, after, place, whole, any, .. } = page;
    let place = place.unwrap_or_default();
    let pages = match (before, after) {
        (None, None) => None,
        (Some(before), None) => Some(view! { <Pagination before place/> }.into_any()),
        (None, Some(after)) => Some(view! { <Pagination after place/> }.into_any()),
        (Some(before), Some(after)) => Some(view! { <Pagination before after place/> }.into_any()),
    };
    let body = match any {
        false => empty.into_any(),
        true => view! {
            <div class="split">
                <CalendarFilters>{filters::filters(filters)}</CalendarFilters>
                <div>
                    <div class="result">
                        <p id="result-count" role="status"><strong>{count}</strong>{count_more}</p>
                        <ul id="result-ways" class="result-ways">{ways.into_iter().map(|way| view! { <li><a href=way.href>{way.label}</a></li> }).collect_view()}</ul>
                    </div>
                    {collected(collecting)}
                    <div id="results">
                        {passed_over_words(passed_over)} {(!found).then_some(empty)} {days.into_iter().map(day).collect_view()} {pages}
                        {whole.map(|link| view! { <p class="whole"><a href=link.href>{link.label}</a></p> })}
                    </div>
                </div>
            </div>
        }
        .into_any(),
    };
    view! { {week_head(head)} {body} }
}

/// Says that a list was not narrowed by all that its address asks for; none where it was. The address's own words are not repeated:
/// anybody can write them.
pub fn passed_over(headings: &[&'static str]) -> Option<String> {
    let quoted: Vec<String> = headings.iter().map(|heading| format!("“{heading}”")).collect();
    let named = domain::text::and(&quoted.iter().map(String::as_str).collect::<Vec<_>>());
    (!quoted.is_empty()).then(|| format!("The address of this list asks for something that we don’t know, under {named}. The list leaves that out."))
}

pub(super) fn passed_over_words(words: Option<String>) -> impl IntoView {
    words.map(|words| view! { <Notice><p>{words}</p></Notice> })
}

fn empty(page: &CalendarPage) -> impl IntoView + use<> {
    let (heading, words) = match (page.any, page.past) {
        (true, false) => {
            ("Nothing matches all of that", "Take one thing off the filter, or look at another day. Hosts add events until the week begins.")
        }
        (true, true) => ("Nothing matches all of that", "Take one thing off the filter, or look at another day."),
        (false, false) => ("No events yet", "Be the first to put something on. Listing an event takes about ten minutes."),
        (false, true) => ("No events here", "The hub holds no events of this week. The week may be older than the hub."),
    };
    let mut ways_on = match page.past {
        true => vec![Link::new("Share a story of this week", "/share-your-story")],
        false => vec![Link::new("List an event", "/list-an-event")],
    };
    if page.any {
        ways_on.insert(0, Link::new("See every event", page.all.clone()));
        ways_on.splice(0..0, page.less.iter().cloned());
    }
    view! { <EmptyState heading words ways_on/> }
}

pub(super) fn day(day: DayOfEvents) -> impl IntoView {
    view! {
        <section class="day" id=day.id>
            <h2>{day.heading}" "<small>{day.small}</small></h2>
            {day.events.into_iter().map(|event| view! { <EventRow event/> }).collect_view()}
            {day.more.map(|link| view! { <p class="rest"><a href=link.href>{link.label}</a></p> })}
        </section>
    }
}

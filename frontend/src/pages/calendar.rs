//! A week's calendar: the days, the filters, the events that answer them.

mod filters;
mod row;

use leptos::prelude::*;

pub use filters::Filters;
pub use row::{places, row};

use crate::components::{Day, DayStrip, EmptyState, EventRow, EventSummary, Link, Pagination};
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
    /// The calendar file of the same events.
    pub file: String,
    /// The events, day by day.
    pub days: Vec<DayOfEvents>,
    /// Where there is more than one page.
    pub before: Option<Link>,
    /// Where there is more than one page.
    pub after: Option<Link>,
    /// `Page 2 of 5`.
    pub place: Option<String>,
    /// The address without filters.
    pub all: String,
    /// Whether the week has any event at all.
    pub any: bool,
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

/// The calendar. Without script the filters are a form with a button; with it they answer at once.
pub fn calendar(page: CalendarPage) -> impl IntoView {
    let empty = page.days.is_empty();
    let (heading, words) = match page.any {
        true => ("Nothing matches all of that", "Take one thing off the filter, or look at another day. Hosts add events until the week begins."),
        false => ("No events yet", "Be the first to put something on. Listing an event takes about ten minutes."),
    };
    let mut ways_on = vec![Link::new("List an event", "/list-an-event")];
    if page.any {
        ways_on.insert(0, Link::new("See every event", page.all.clone()));
    }
    view! {
        {week_head(page.head)}
        <div class="split">
            <CalendarFilters>{filters::filters(page.filters)}</CalendarFilters>
            <div>
                <div class="result">
                    <p id="result-count" role="status"><strong>{page.count}</strong>{page.count_more}</p>
                    <ul id="result-ways" class="result-ways"><li><a href=page.file>"Add these to my calendar"</a></li></ul>
                </div>
                <div id="results">
                    {empty.then(|| view! { <EmptyState heading words ways_on/> })}
                    {page.days.into_iter().map(day).collect_view()}
                    {match (page.before, page.after, page.place) {
                        (None, None, _) => None,
                        (Some(before), None, place) => Some(view! { <Pagination before place=place.unwrap_or_default()/> }.into_any()),
                        (None, Some(after), place) => Some(view! { <Pagination after place=place.unwrap_or_default()/> }.into_any()),
                        (Some(before), Some(after), place) => Some(view! { <Pagination before after place=place.unwrap_or_default()/> }.into_any()),
                    }}
                </div>
            </div>
        </div>
    }
}

fn day(day: DayOfEvents) -> impl IntoView {
    view! {
        <section class="day" id=day.id>
            <h2>{day.heading}" "<small>{day.small}</small></h2>
            {day.events.into_iter().map(|event| view! { <EventRow event/> }).collect_view()}
        </section>
    }
}

//! The events that somebody collected. The address of the page holds them, so that it can be sent and printed; the device can keep
//! them too.

use leptos::prelude::*;

use super::calendar::{DayOfEvents, day, time_zone};
use crate::components::{BackLink, EmptyState, Link, Notice};
use crate::islands::MyWeek;

/// Which week is collected, and where it is shown.
#[derive(Clone, Debug, Default)]
pub struct Collecting {
    /// Tells the weeks apart on a device: `england/2027`.
    pub week: String,
    /// The page that shows what was collected.
    pub path: String,
}

/// The page of the collected events.
#[derive(Clone, Debug, Default)]
pub struct MyWeekPage {
    /// Which week.
    pub collecting: Collecting,
    /// Name and dates.
    pub when: String,
    /// Each two events that are at the same time, in a line.
    pub same_time: Vec<String>,
    /// The events, day by day.
    pub days: Vec<DayOfEvents>,
    /// `3 events`.
    pub count: String,
    /// How many the address names that are not in this week.
    pub missing: usize,
    /// The same as a calendar file.
    pub file: String,
    /// The calendar.
    pub calendar: Link,
}

/// The link to the collected events, for pages on which events can be collected.
pub fn collected(collecting: Collecting) -> impl IntoView {
    let Collecting { week, path } = collecting;
    let href = path.clone();
    view! {
        <MyWeek>
            <p id="my-week" class="my-week" data-week=week data-path=path>
                <a href=href data-count="">"My week"</a>
                <span class="visually-hidden" role="status"></span>
            </p>
        </MyWeek>
    }
}

/// The collected events.
pub fn my_week(page: MyWeekPage) -> impl IntoView {
    let MyWeekPage { collecting, when, same_time, days, count, missing, file, calendar } = page;
    let none = days.is_empty();
    let gone = match missing {
        0 => None,
        1 => Some("One event of this address is not in this week.".to_owned()),
        many => Some(format!("{many} events of this address are not in this week.")),
    };
    let Collecting { week, path } = collecting;
    view! {
        <BackLink href=calendar.href.clone() label=calendar.label.clone()/>
        <section class="week"><h1>"My week"</h1><p class="when">{when}</p></section>
        <MyWeek>
            <div id="my-week" class="my-week row" data-week=week data-path=path data-shown="">
                <button type="button" class="button" data-act="keep" hidden>"Keep these on this device"</button>
                <button type="button" class="button secondary" data-act="clear" hidden>"Clear my week"</button>
                <p role="status"></p>
            </div>
        </MyWeek>
        {match none {
            true => view! {
                <EmptyState
                    heading="Nothing here yet"
                    words="Press “Add to my week” beside an event in the calendar. Your browser keeps the list on this device, and nobody else sees it. This needs JavaScript. Without it, keep an event’s page as a bookmark."
                    ways_on=vec![calendar]
                />
            }.into_any(),
            false => view! {
                <div class="result">
                    <h2>{count}</h2>
                    <ul class="result-ways"><li><a href=file>"Download as a calendar file"</a></li></ul>
                </div>
                {time_zone()}
                <p class="quiet no-print">"The address of this page holds these events. Send it to somebody, keep it as a bookmark, or print the page."</p>
                {at_once(same_time)}
                {days.into_iter().map(day).collect_view()}
            }.into_any(),
        }}
        {gone.map(|words| view! { <p class="quiet">{words}</p> })}
    }
}

/// What can't be done both: said, and left to whoever collected it. Some go to half of each.
fn at_once(same_time: Vec<String>) -> impl IntoView {
    let any = !same_time.is_empty();
    let lines = same_time.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    any.then(|| view! { <Notice><p>"Some of these are at the same time:"</p><ul>{lines}</ul></Notice> })
}

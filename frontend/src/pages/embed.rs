//! A week's events inside a partner's page, and how partners get it there.

use leptos::prelude::*;

use super::calendar::{DayOfEvents, day, passed_over_words, time_zone};
use crate::components::{EmptyState, Link};

/// The custom element's script, as partners load it.
pub const ELEMENT: &str = include_str!("../../embed/coproduction-week.js");

/// What stands in the frame.
#[derive(Clone, Debug, Default)]
pub struct EmbedPage {
    /// Name and dates of the week.
    pub when: String,
    /// That the frame's address asks for something that isn't known.
    pub passed_over: Option<String>,
    /// The events, day by day.
    pub days: Vec<DayOfEvents>,
    /// The calendar with the same filters.
    pub all: Link,
    /// Whether nothing of it is real.
    pub demonstration: bool,
}

/// The page in the frame. It links out and books nothing.
pub fn embed(page: EmbedPage) -> impl IntoView {
    let EmbedPage { when, passed_over, days, all, demonstration } = page;
    let empty = days.is_empty();
    view! {
        <h1>{when}</h1>
        {demonstration.then(|| view! { <p class="demonstration">"This week is a demonstration: its events and organisations are not real."</p> })}
        {passed_over_words(passed_over)}
        {empty.then(|| view! { <EmptyState heading="No events match" words="There may be others in the whole calendar."/> })}
        {(!empty).then(time_zone)}
        {days.into_iter().map(day).collect_view()}
        <p><a href=all.href>{all.label}</a></p>
    }
}

/// How to show a week on another site. `origin` is the hub's own address, `week` the path of a week as an example.
pub fn how_to_embed(origin: &str, week: &str) -> impl IntoView + use<> {
    let (nation, year) = week.trim_start_matches('/').split_once('/').unwrap_or(("england", "2027"));
    let element = format!(
        "<script type=\"module\" src=\"{origin}/embed.js\"></script>\n<coproduction-week nation=\"{nation}\" year=\"{year}\" access=\"bsl captions\" max=\"10\">\n  \
         <a href=\"{origin}{week}/calendar\">Co-production Week: the calendar</a>\n</coproduction-week>"
    );
    let frame = format!(
        "<iframe src=\"{origin}/embed{week}?access=bsl\" title=\"Events of Co-production Week\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>"
    );
    view! {
        <div class="page">
            <h1>"Show the calendar on your website"</h1>
            <p class="lead">"Your visitors see the week’s events with their access facts. Every title leads to the event’s own page here."</p>
            <p>"Nothing is booked inside your page. We set no cookies there and keep nothing about your visitors."</p>
            <h2>"As part of your page"</h2>
            <p>"Paste these lines where the events should stand. They take your page’s own letters and colours."</p>
            <pre role="group" tabindex="0" aria-label="Lines to paste: part of your page"><code>{element}</code></pre>
            <p>"If the script can’t run, your visitors see the link between the tags."</p>
            <h2>"As a frame"</h2>
            <p>"This needs no script. It looks like the hub."</p>
            <pre role="group" tabindex="0" aria-label="Lines to paste: a frame"><code>{frame}</code></pre>
            <h2>"Choosing events"</h2>
            <p>"Filter the calendar, then copy the part of its address behind the question mark into the frame’s address."</p>
            <p>"The other way takes the same filters as attributes, several values with a space between:"</p>
            <ul>
                <li><code>"format"</code>", "<code>"access"</code>", "<code>"day"</code>", "<code>"time"</code>", "<code>"kind"</code></li>
                <li><code>"region"</code>", "<code>"audience"</code>", "<code>"language"</code>", "<code>"question"</code>", "<code>"host-nation"</code></li>
                <li><code>"free"</code>", "<code>"expenses"</code>", "<code>"places"</code>": without a value"</li>
                <li><code>"search"</code>": words"</li>
                <li><code>"max"</code>": at most so many events, up to 50"</li>
            </ul>
            <p>
                "Each day is a heading of the second level. Where it stands deeper in your page, say so with "<code>"heading"</code>
                ", from 2 to 6: "<code>"heading=\"3\""</code>"."
            </p>
        </div>
    }
}

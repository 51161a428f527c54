//! A week's own page, before, during and long after.

use leptos::prelude::*;

use super::calendar::{WeekHead, time_zone, week_head};
use super::question::{QuestionLine, question_lines};
use super::stories::{StoryLine, story_lines};
use crate::components::{ButtonKind, ButtonLink, EmptyState, EventRow, EventSummary, KeyFact, KeyFacts, Link};

/// What a week's page shows.
#[derive(Clone, Debug, Default)]
pub struct WeekPage {
    /// Theme, dates, days.
    pub head: WeekHead,
    /// Organiser, theme, source: what is known and what isn't.
    pub facts: Vec<KeyFact>,
    /// What the week offered.
    pub offered: String,
    /// Its questions.
    pub questions: Vec<QuestionLine>,
    /// Events that were picked out.
    pub featured: Vec<EventSummary>,
    /// What stands above the events: "Events", "Today and next", "What happened".
    pub heading: String,
    /// Where a question can be suggested, until the week begins.
    pub suggest: Option<String>,
    /// Some of its events: day and row.
    pub events: Vec<EventSummary>,
    /// `42 events`; the calendar's address.
    pub calendar: Option<Link>,
    /// Some of its stories.
    pub stories: Vec<StoryLine>,
    /// All its stories.
    pub all_stories: Option<Link>,
    /// Whether it is over.
    pub past: bool,
    /// While hosts plan: the call to list an event, beside those there are.
    pub call: Option<Call>,
}

/// What asks hosts for events.
#[derive(Clone, Debug, Default)]
pub struct Call {
    /// The next deadline: `Friday 30 October 2026: events for the printed programme`.
    pub deadline: Option<String>,
}

/// The page of a week.
pub fn week(page: WeekPage) -> impl IntoView {
    let no_events = page.events.is_empty();
    let no_stories = page.stories.is_empty();
    let picked = !page.featured.is_empty();
    let has_source = page.facts.iter().any(|fact| fact.link.is_some());
    let no_events_words = match (page.past, has_source) {
        (true, true) => "The hub holds no events of this week. The week may be older than the hub. The source above tells more.",
        (true, false) => "The hub holds no events of this week. The week may be older than the hub.",
        (false, _) => "No events are listed yet. Be the first to put something on.",
    };
    let ways = match page.past {
        true => vec![Link::new("Share a story of this week", "/share-your-story")],
        false => vec![Link::new("List an event", "/list-an-event")],
    };
    view! {
        {week_head(page.head)}
        <div class="beside">
            <div>
                {(!page.offered.is_empty()).then(|| view! { <p class="lead">{page.offered}</p> })}
                <p class="actions">
                    {page.calendar.clone().map(|link| view! { <ButtonLink label=link.label href=link.href/> })}
                    {page.past.then(|| view! { <ButtonLink label="Share a story of this week" href="/share-your-story" kind=ButtonKind::Secondary/> })}
                </p>
            </div>
            <aside aria-label="About this week"><KeyFacts facts=page.facts/></aside>
        </div>
        {page.call.filter(|_| !no_events).map(call)}
        {(!page.questions.is_empty() || page.suggest.is_some()).then(|| view! {
            <section class="section" id="questions">
                <h2>"Questions of the week"</h2>
                {question_lines(page.questions)}
                {page.suggest.map(|href| view! { <p>"What should the week ask? "<a href=href>"Suggest a question"</a>"."</p> })}
            </section>
        })}
        {picked.then(|| view! {
            <section class="section">
                <h2>"Featured"</h2>
                {time_zone()}
                {page.featured.into_iter().map(|event| view! { <EventRow event/> }).collect_view()}
            </section>
        })}
        <section class="section">
            <h2>{page.heading}</h2>
            {match no_events {
                true => view! { <EmptyState heading="No events here" words=no_events_words ways_on=ways/> }.into_any(),
                false => view! {
                    {(!picked).then(time_zone)}
                    {page.events.into_iter().map(|event| view! { <EventRow event/> }).collect_view()}
                    {page.calendar.map(|link| view! { <p><a href=link.href>{link.label}</a></p> })}
                }.into_any(),
            }}
        </section>
        {(!no_stories).then(|| view! {
            <section class="section">
                <h2>"Stories"</h2>
                {story_lines(page.stories)}
                {page.all_stories.map(|link| view! { <p><a href=link.href>{link.label}</a></p> })}
            </section>
        })}
    }
}

fn call(call: Call) -> impl IntoView {
    view! {
        <section class="section">
            <h2>"List an event"</h2>
            <p>"Are you planning something for this week? Listing it takes about ten minutes."</p>
            {call.deadline.map(|words| view! { <p><strong>"Next deadline: "</strong>{words}</p> })}
            <p><ButtonLink label="List an event" href="/list-an-event" kind=ButtonKind::Secondary/></p>
        </section>
    }
}

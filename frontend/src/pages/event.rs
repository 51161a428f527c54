//! An event in full: what it is, when, where, how to get in, how to take part.

mod facts;
mod paper;
mod told;
mod ways_in;

use domain::event::{BookingType, EventPage, PublicState};
use domain::registration::PublicPlaces;
use domain::time::{day_and_month, local, long_date};
use jiff::civil::Date;
use leptos::prelude::*;

use paper::Paper;
pub use ways_in::WaysIn;

use super::stories::{StoryLine, story_lines};
use super::waiting_rules::waiting_rules;
use crate::components::{AccessList, AccessRow, BackLink, ButtonLink, IconName, KeyFacts, Link, Notice, NoticeKind, Tag, TagKind};

/// What the event's page shows.
#[derive(Clone, Debug)]
pub struct EventView {
    /// The event.
    pub event: EventPage,
    /// Its places, as far as known.
    pub places: Option<PublicPlaces>,
    /// The day on which it is shown.
    pub today: Date,
    /// Whether it is over.
    pub past: bool,
    /// The week's name, for the way back.
    pub week: String,
    /// The stories about it.
    pub stories: Vec<StoryLine>,
    /// The week's questions that it answers, each with its page.
    pub questions: Vec<Link>,
    /// How it comes into somebody's own calendar, where it is to take place at a time.
    pub ways_in: Option<WaysIn>,
    /// Shown at the desk before publication: no links that don't lead anywhere yet.
    pub preview: bool,
}

/// The event's page.
pub fn event_page(view_of: EventView) -> impl IntoView {
    let EventView { event, places, today, past, week, stories, questions, ways_in, preview } = view_of;
    let about = (!preview).then(|| reflections(&event, past, stories));
    let cancelled = event.state == PublicState::Cancelled;
    let postponed = event.is_postponed();
    let mut access: Vec<AccessRow> = event
        .access
        .iter()
        .filter(|a| a.fact.applies_to(event.format))
        .map(|a| AccessRow {
            icon: IconName::of_key(a.fact.value()).unwrap_or_default(),
            label: a.fact.words().into(),
            answer: event.interpreting.words(a, today),
            note: Some(a.note.clone()).filter(|n| !n.is_empty()),
        })
        .collect();
    access.extend(told::preparing(&event));
    let paper = Paper::of(&event);
    let back = format!("{}/calendar", event.week.path());
    view! {
        <article class="event-page">
            <header class="event-head">
                {(!preview).then(|| view! { <BackLink href=back label=format!("All events of {week}")/> })}
                {cancelled.then(|| view! { <Tag label="Cancelled" kind=TagKind::Stopped/> })}
                {postponed.then(|| view! { <Tag label="Postponed" kind=TagKind::Mind/> })}
                {(past && !cancelled).then(|| view! { <Tag label="This event is over"/> })}
                <h1>{event.title.clone()}</h1>
                <p class="who">{event.host.clone()}</p>
                <p class="lead">{event.summary.clone()}</p>
                {event.more.local_theme.clone().map(|theme| view! { <p>"Part of the local theme: " <strong>{theme}</strong></p> })}
                {(!postponed).then(|| told::moved(&event))}
                {told::postponed(&event)}
                {(postponed && !past && !preview).then(|| others(&event))}
                {cancelled
                    .then(|| {
                        let words = event.cancel_words.clone();
                        view! {
                            <Notice kind=NoticeKind::Warning>
                                <p>"The host cancelled this event. Everyone who registered is told."</p>
                                {words.map(|w| view! { <p>{w}</p> })}
                            </Notice>
                        }
                    })}
                {(cancelled && !past && !preview).then(|| others(&event))}
            </header>
            <aside aria-label="Key facts">
                <KeyFacts facts=facts::first(&event)/>
                {ways_in.map(ways_in::ways_in)}
                {(!cancelled && !past && !postponed).then(|| book(&event, places, preview))}
                <KeyFacts facts=facts::more(&event)/>
            </aside>
            <div class="event-text">
                {told::content_note(&event)}
                {told::happened(&event, paper, today)}
                {paper.prose(&event.description)}
                {told::questions(questions)}
                {told::speakers(&event)}
                {told::coproduced(&event, paper)}
                {event.more.happened.is_none().then(|| told::resources(&event, today))}
                <h2>"Getting in and taking part"</h2>
                <AccessList rows=access/>
                {told::whom_to_ask(&event, past)}
                {about}
            </div>
        </article>
    }
}

/// The stories about the event, and the way to tell one once it has taken place.
fn reflections(event: &EventPage, past: bool, stories: Vec<StoryLine>) -> impl IntoView + use<> {
    let tell = format!("/share-your-story?week={}&event={}", event.week, event.slug);
    let any = !stories.is_empty();
    let was_there = (any || past) && event.state != PublicState::Cancelled;
    view! {
        {any.then(|| view! { <h2>"Reflections on this event"</h2> {story_lines(stories)} })}
        {was_there.then(|| view! { <p>"Were you there? "<a href=tell>"Share a reflection on this event"</a>"."</p> })}
    }
}

/// The way on for somebody who can't come to this one: what else is on that day.
fn others(event: &EventPage) -> impl IntoView + use<> {
    let day = event.when.day().filter(|_| event.outside.is_none());
    let path = event.week.path();
    day.map(|day| view! { <p><a href=format!("{path}/calendar?day={day}")>{format!("Other events on {}", day_and_month(day))}</a></p> })
}

fn book(event: &EventPage, places: Option<PublicPlaces>, preview: bool) -> AnyView {
    let words = super::calendar::places(event.booking, event.through_hub, places.as_ref());
    let full = places.as_ref().is_some_and(|p| p.is_full());
    let open = places.as_ref().is_none_or(|p| p.open);
    let through_hub = event.through_hub;
    let waits = full && open && through_hub;
    let kept = places.as_ref().and_then(|p| p.kept_until).filter(|_| waits).map(|until| {
        let date = long_date(local(until).date());
        let words = format!("Some places are held back until {date} for people who need support to come. Say so when you register.");
        view! { <p>{words}</p> }
    });
    if !event.open_to.is_bookable() {
        return view! { <p class="live">"Not open to book"</p><p class="quiet">{event.open_to.words()}</p> }.into_any();
    }
    let button = match (event.booking, through_hub, event.booking_link.clone()) {
        (BookingType::NotNeeded | BookingType::OnTheDay, ..) => None,
        (_, true, _) if preview || !open => None,
        (_, true, _) => {
            let label = if full { "Join the waiting list" } else { "Register for a place" };
            Some(view! { <ButtonLink label href=format!("{}/register", event.path())/> }.into_any())
        }
        (_, false, Some(link)) => Some(
            view! {
                <ButtonLink label="Book on the host's site" href=link.as_str().to_owned()/>
                <p class="quiet">"You leave this site. What you type there goes to the host only."</p>
            }
            .into_any(),
        ),
        _ => None,
    };
    view! {
        <p class="live">{words.words}" "<small>{words.small}</small></p>
        {kept}
        {button}
        {waits.then(waiting_rules)}
        {(waits && !preview).then(|| others(event))}
    }
    .into_any()
}

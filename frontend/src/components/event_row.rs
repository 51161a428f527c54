use leptos::prelude::*;

use super::facts::{Fact, Facts};
use super::tag::{Tag, TagKind};

/// When an event starts and ends, on the day it is listed under.
#[derive(Clone, Debug, Default)]
pub struct TimeOfDay {
    /// "10:00", or "Any time".
    pub starts: String,
    /// "to 12:00".
    pub ends: Option<String>,
    /// The start for machines, such as "2026-11-25T10:00:00Z"; none for any time.
    pub machine: Option<String>,
}

/// How the number of places is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlacesTone {
    /// Enough.
    #[default]
    Plain,
    /// Nearly full.
    Few,
    /// None free.
    Waiting,
}

/// How many places there are, in words.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// "41 places", "3 places left", "Waiting list", "Just come".
    pub words: String,
    /// "of 60", "4 people".
    pub small: Option<String>,
    /// How it is said.
    pub tone: PlacesTone,
}

/// An event in a list.
#[derive(Clone, Debug, Default)]
pub struct EventSummary {
    /// The event's page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// When it is.
    pub time: TimeOfDay,
    /// Its host and where it is, as a sentence.
    pub who: String,
    /// What it is, in at most 40 words.
    pub summary: Option<String>,
    /// What was told of it since: "On its page: what happened, materials."
    pub told: Option<String>,
    /// What it offers.
    pub facts: Vec<Fact>,
    /// How many places there are.
    pub places: Option<Places>,
    /// A state that needs saying, such as "Cancelled".
    pub tag: Option<(String, TagKind)>,
    /// Strikes the title through.
    pub cancelled: bool,
    /// Its name, where people can collect it for their own week.
    pub collect: Option<String>,
}

/// An event in a list: when, what, places. Its heading is an `h3`, under the day's `h2`.
#[component]
pub fn EventRow(
    /// The event.
    event: EventSummary,
) -> impl IntoView {
    let class = if event.cancelled { "event cancelled" } else { "event" };
    let collect = event.collect.map(|name| view! { <Collect name title=event.title.clone()/> });
    let TimeOfDay { starts, ends, machine } = event.time;
    let ends = ends.map(|ends| view! { " " <span>{ends}</span> });
    let time = match machine {
        Some(machine) => view! { <time class="time" datetime=machine>{starts}{ends}</time> }.into_any(),
        None => view! { <p class="time">{starts}{ends}</p> }.into_any(),
    };
    view! {
        <article class=class>
            {time}
            <div class="what">
                {event.tag.map(|(label, kind)| view! { <p><Tag label kind/></p> })}
                <h3><a href=event.href>{event.title}</a></h3>
                <p class="who">{event.who}</p>
                {event.summary.map(|words| view! { <p class="summary">{words}</p> })}
                {event.told.map(|words| view! { <p class="told">{words}</p> })}
                <Facts facts=event.facts/>
                {collect}
            </div>
            {event.places.map(|places| view! { <PlacesLeft places/> })}
        </article>
    }
}

/// The button that collects an event. Nothing to see until the page is alive.
#[component]
fn Collect(name: String, title: String) -> impl IntoView {
    view! {
        <p class="collect">
            <button type="button" data-event=name hidden><span>"Add to my week"</span><span class="visually-hidden">": "{title}</span></button>
        </p>
    }
}

#[component]
fn PlacesLeft(places: Places) -> impl IntoView {
    let class = match places.tone {
        PlacesTone::Plain => "places",
        PlacesTone::Few => "places few",
        PlacesTone::Waiting => "places waiting",
    };
    view! { <p class=class>{places.words}{places.small.map(|small| view! { " " <small>{small}</small> })}</p> }
}

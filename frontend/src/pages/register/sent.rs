use leptos::prelude::*;

use super::EventLine;
use crate::components::{Link, Panel};

/// What happened, and what to do now. The same for somebody who was registered already.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// The event.
    pub event: EventLine,
    /// "Check your email".
    pub heading: String,
    /// What happens next, a paragraph each.
    pub next: Vec<String>,
    /// Ways on: the booking, the calendar file, the event.
    pub ways_on: Vec<Link>,
}

/// The page after a form was sent.
pub fn sent(page: Sent) -> impl IntoView {
    let ways_on = page.ways_on.into_iter().map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect_view();
    view! {
        <Panel heading=page.heading>{page.event.lines()}</Panel>
        <div class="page">
            <h2>"What happens next"</h2>
            {page.next.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
            <ul class="links">{ways_on}</ul>
        </div>
    }
}

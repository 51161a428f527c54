//! How events come into somebody's own calendar.

use leptos::prelude::*;

use crate::components::{BackLink, ButtonKind, ButtonLink, Link};

/// What the page offers.
#[derive(Clone, Debug, Default)]
pub struct SubscribePage {
    /// The calendar with the same filter.
    pub back: Link,
    /// How many events it is about: `12 events`.
    pub count: String,
    /// What is filtered by, in words; empty is nothing.
    pub filter: String,
    /// Programs that can listen to it.
    pub ways: Vec<Link>,
    /// The whole address, to copy.
    pub address: String,
    /// The same as a file.
    pub file: String,
}

/// The page.
pub fn subscribe(page: SubscribePage) -> impl IntoView {
    let SubscribePage { back, count, filter, ways, address, file } = page;
    let about = match filter.is_empty() {
        true => format!("{count} with a time."),
        false => format!("{count} with a time: {filter}."),
    };
    view! {
        <BackLink href=back.href label=back.label/>
        <div class="page">
            <h1>"Add to your calendar"</h1>
            <p class="lead">{about}</p>
            <h2>"Follow it"</h2>
            <p>"Your calendar then shows new events, changes and cancellations by itself."</p>
            <ul class="links">{ways.into_iter().map(|way| view! { <li><a href=way.href>{way.label}</a></li> }).collect_view()}</ul>
            <p>"For any other program, copy this address:"</p>
            <pre role="group" tabindex="0" aria-label="The address to copy"><code>{address}</code></pre>
            <p>"Google looks for changes only once or twice a day, others each hour. If you have a place, we also write to you."</p>
            <h2>"Take it once"</h2>
            <p>"A file holds the events as they are now. It doesn’t change by itself."</p>
            <p><ButtonLink label="Download the calendar file" href=file kind=ButtonKind::Secondary/></p>
        </div>
    }
}

use leptos::prelude::*;

use super::link::Link;

/// What a list says when there is nothing in it, and what to do now.
#[component]
pub fn EmptyState(
    /// What is not there, such as "No events match".
    #[prop(into)]
    heading: String,
    /// Why, and what helps.
    #[prop(into)]
    words: String,
    /// Ways on, the best first.
    #[prop(optional)]
    ways_on: Vec<Link>,
) -> impl IntoView {
    let ways_on = (!ways_on.is_empty()).then(|| {
        let links = ways_on.into_iter().map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect_view();
        view! { <ul>{links}</ul> }
    });
    view! { <div class="empty"><h2>{heading}</h2><p>{words}</p>{ways_on}</div> }
}

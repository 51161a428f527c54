//! The calendar's filters, answered while they are chosen.

use leptos::{html, prelude::*};

#[cfg(feature = "hydrate")]
mod address;
#[cfg(feature = "hydrate")]
mod alive;
#[cfg(feature = "hydrate")]
mod history;
#[cfg(feature = "hydrate")]
mod results;

/// Makes the filter form it wraps answer at once.
///
/// The form stays an ordinary `<form method="get">`: its island asks the server for the same address the form would have
/// opened, and takes the parts of that page which depend on the filters (the ids in `results::PARTS`). The address in the
/// browser follows, so that Back, a bookmark and a shared link hold the same filters. A submit button without a name
/// ("Show results") is hidden once the island is alive.
#[island]
pub fn CalendarFilters(
    /// The form. A radio button or an option that stands for "any" has an empty value.
    children: Children,
) -> impl IntoView {
    let filters = NodeRef::<html::Div>::new();
    filters.on_load(wake);
    view! { <div node_ref=filters>{children()}</div> }
}

/// Starts listening. In a browser only.
fn wake(filters: leptos::web_sys::HtmlDivElement) {
    #[cfg(feature = "hydrate")]
    alive::wake(filters);
    #[cfg(not(feature = "hydrate"))]
    let _ = filters;
}

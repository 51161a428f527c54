//! How many places are left, kept true while the page is open.

use leptos::{html, prelude::*};

#[cfg(feature = "hydrate")]
mod alive;

/// Keeps the words about places it wraps up to date. It asks `href` at once and every half a minute while the page is in
/// sight. If the children hold an element with `data-words`, only that element's text is replaced.
#[island]
pub fn LivePlaces(
    /// Where to ask: answers `{"free": 41, "waiting": 0, "words": "41 places left"}`.
    href: String,
    /// The places as they were when the page was made.
    children: Children,
) -> impl IntoView {
    let places = NodeRef::<html::Span>::new();
    places.on_load(move |places| wake(places, href));
    view! { <span node_ref=places>{children()}</span> }
}

/// Starts asking. In a browser only.
fn wake(places: leptos::web_sys::HtmlSpanElement, href: String) {
    #[cfg(feature = "hydrate")]
    alive::wake(places, href);
    #[cfg(not(feature = "hydrate"))]
    let _ = (places, href);
}

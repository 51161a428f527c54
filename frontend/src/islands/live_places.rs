//! How many places are left, kept true while the page is open.

use leptos::{html, prelude::*};

#[cfg(feature = "hydrate")]
mod alive;

/// Keeps the words about places it wraps up to date. It asks `href` at once and every half a minute while the page is in
/// sight, and replaces only the text of the child elements that are marked `data-words` and `data-small`.
#[island]
pub fn LivePlaces(
    /// Where to ask: answers `{"words": "3 places left", "small": "of 60", …}`.
    href: String,
    /// The places as they were when the page was made.
    children: Children,
) -> impl IntoView {
    let places = NodeRef::<html::Div>::new();
    places.on_load(move |places| wake(places, href));
    view! { <div node_ref=places>{children()}</div> }
}

/// Starts asking. In a browser only.
fn wake(places: leptos::web_sys::HtmlDivElement, href: String) {
    #[cfg(feature = "hydrate")]
    alive::wake(places, href);
    #[cfg(not(feature = "hydrate"))]
    let _ = (places, href);
}

//! The events that somebody collects for their own week, kept on their device and nowhere else.

use leptos::{html, prelude::*};

#[cfg(feature = "hydrate")]
mod alive;
#[cfg(feature = "hydrate")]
mod kept;

#[cfg(feature = "hydrate")]
pub use alive::mark;

/// Lets people collect events. Its children hold an element `#my-week` that says which week it is (`data-week`), where the
/// collected ones are shown (`data-path`), and what can be pressed; the buttons of the events themselves (`data-event`) stand anywhere
/// on the page, hidden until this is alive.
#[island]
pub fn MyWeek(
    /// What is shown of the week: a link, or the buttons of its own page.
    children: Children,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    place.on_load(wake);
    view! { <div node_ref=place>{children()}</div> }
}

/// Starts listening. In a browser only.
fn wake(place: leptos::web_sys::HtmlDivElement) {
    #[cfg(feature = "hydrate")]
    alive::wake(&place);
    #[cfg(not(feature = "hydrate"))]
    let _ = place;
}

//! The parts of a page that are alive in a browser. Every one of them also works as plain HTML.
//!
//! An island wraps what the server rendered and watches over it; it never takes the data a second time. Both builds must
//! see the same words inside an `#[island]` function, because Leptos names an island by a hash of them: what only a
//! browser can do is in functions beside it.

mod calendar_filters;
mod live_places;
mod word_count;

#[cfg(feature = "hydrate")]
mod dom;
#[cfg(any(feature = "hydrate", test))]
mod words;

pub use calendar_filters::CalendarFilters;
pub use live_places::LivePlaces;
pub use word_count::WordCount;

/// Called once by `islands.js`, before it wakes the islands one by one.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}

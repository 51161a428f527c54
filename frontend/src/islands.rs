//! The parts of a page that are alive in a browser. Every one of them also works as plain HTML.
//!
//! An island wraps what the server rendered and watches over it; it never takes the data a second time. Both builds must
//! see the same words inside an `#[island]` function, because Leptos names an island by a hash of them: what only a
//! browser can do is in functions beside it.

mod calendar_filters;
mod live_places;
mod my_week;
mod word_count;

#[cfg(feature = "hydrate")]
mod dom;
#[cfg(any(feature = "hydrate", test))]
mod words;

pub use calendar_filters::CalendarFilters;
pub use live_places::LivePlaces;
pub use my_week::MyWeek;
pub use word_count::WordCount;

/// Called once by `islands.js`, before it wakes the islands one by one.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::{assets::Manifest, shell};
    use leptos::prelude::*;

    /// The main part of a page with this body.
    fn page<V: IntoView + 'static>(body: impl FnOnce() -> V) -> String {
        let html = shell::render(&Manifest::default(), shell::Shell::default(), body);
        let (_, main) = html.split_once("<main").expect("a page has a main part");
        main.split_once("</main>").expect("it ends").0.to_owned()
    }

    #[test]
    fn the_filters_keep_the_servers_form_as_it_is() {
        let html = page(|| view! { <CalendarFilters><form method="get"><input name="q"/></form></CalendarFilters> });
        assert!(html.contains("<leptos-children><form method=\"get\"><input name=\"q\"></form></leptos-children>"), "{html}");
    }

    #[test]
    fn the_word_count_says_nothing_before_it_is_alive() {
        let html = page(|| view! { <WordCount limit=40><label for="summary">"Summary"</label></WordCount> });
        assert!(html.contains("data-props=\"{&quot;limit&quot;:40}\""), "{html}");
        assert!(html.contains("<p aria-hidden=\"true\" hidden class=\"word-count\"> </p>"), "{html}");
    }

    #[test]
    fn an_island_inside_anothers_children_is_one_of_its_own() {
        let html = page(|| {
            view! {
                <WordCount limit=40>
                    <LivePlaces href="/events/tea/places".to_owned()>"41 places left"</LivePlaces>
                </WordCount>
            }
        });
        assert_eq!(html.matches("<leptos-island").count(), 2, "{html}");
        assert!(html.contains("<div><leptos-children>41 places left</leptos-children></div>"), "{html}");
    }
}

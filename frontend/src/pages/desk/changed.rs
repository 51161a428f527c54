//! A change of something published: only what is different, and how it would look.

use leptos::prelude::*;

use crate::pages::list_event::{Line, lines};

/// What is different, above the page as it will look. `since` says since what: "since it was published".
pub fn changed(different: Vec<Line>, since: String, after: AnyView) -> AnyView {
    let none = different.is_empty();
    view! {
        <section class="stack">
            <h2>{format!("What is different {since}")}</h2>
            {match none {
                true => view! { <p>"Nothing."</p> }.into_any(),
                false => lines(different).into_any(),
            }}
        </section>
        {after}
    }
    .into_any()
}

//! What could give somebody away, marked in the page while it is typed.

use leptos::prelude::*;

/// Where the page's script lists what could give somebody away. Without it the next page of the form does; `then` says when its author
/// decides.
pub(crate) fn while_writing(then: &'static str) -> impl IntoView {
    view! {
        <section id="give-away" aria-labelledby="give-away-title" hidden>
            <h2 id="give-away-title">"What could give somebody away"</h2>
            <ol class="give-aways"></ol>
            <p class="quiet">"This list is made on your device. "{then}</p>
        </section>
        <p id="give-away-said" class="visually-hidden" role="status"></p>
    }
}

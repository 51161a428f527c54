//! How many words a text has, while it is written.

use leptos::{html, prelude::*};

#[cfg(feature = "hydrate")]
mod alive;

/// What the count shows and what it says aloud.
#[derive(Clone, Copy)]
struct Count {
    /// How many words the text may have.
    limit: u32,
    /// For the eye: follows every key. Empty until the island is alive.
    shown: RwSignal<String>,
    /// For the ear: follows in a pause, so that it doesn't talk over the writing.
    said: RwSignal<String>,
    /// Whether there are too many words.
    over: RwSignal<bool>,
}

/// Counts the words of the text area it wraps: `12 of 40 words used`. Without it the form still says the limit in its hint.
#[island]
pub fn WordCount(
    /// How many words the text may have.
    limit: u32,
    /// The label, the hint and the text area.
    children: Children,
) -> impl IntoView {
    let count = Count { limit, shown: RwSignal::default(), said: RwSignal::default(), over: RwSignal::new(false) };
    let field = NodeRef::<html::Div>::new();
    field.on_load(move |field| wake(field, count));
    view! {
        <div node_ref=field>
            {children()}
            <p
                class="word-count"
                class:over=move || count.over.get()
                aria-hidden="true"
                hidden=move || count.shown.get().is_empty()
            >
                {move || count.shown.get()}
            </p>
            <p class="visually-hidden" role="status">
                {move || count.said.get()}
            </p>
        </div>
    }
}

/// Starts counting. In a browser only.
fn wake(field: leptos::web_sys::HtmlDivElement, count: Count) {
    #[cfg(feature = "hydrate")]
    alive::wake(field, count);
    #[cfg(not(feature = "hydrate"))]
    let _ = (field, count.limit);
}

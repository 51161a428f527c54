use leptos::prelude::*;

/// Somebody's words, set out with whose they are.
#[component]
pub fn Quote(
    /// The words.
    #[prop(into)]
    words: String,
    /// Whose they are.
    #[prop(optional, into)]
    by: Option<String>,
) -> impl IntoView {
    view! {
        <figure class="quote">
            <blockquote><p>{words}</p></blockquote>
            {by.map(|by| view! { <figcaption>{by}</figcaption> })}
        </figure>
    }
}

use leptos::prelude::*;

/// A wide table in a box of its own, which scrolls by touch and by keyboard while the page stays put.
#[component]
pub fn TableBox(
    /// What the table holds, for those who don't see it.
    #[prop(into)]
    label: String,
    /// The table, with its caption.
    children: Children,
) -> impl IntoView {
    view! { <div class="table-box" role="region" aria-label=label tabindex="0">{children()}</div> }
}

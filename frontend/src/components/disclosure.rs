use leptos::prelude::*;

/// More for those who want it.
#[component]
pub fn Disclosure(
    /// What is inside, as a question or a title.
    #[prop(into)]
    summary: String,
    /// Shown open.
    #[prop(optional)]
    open: bool,
    /// What is inside.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="more" open=open>
            <summary>{summary}</summary>
            <div>{children()}</div>
        </details>
    }
}

/// Folded on a narrow screen, always open on a wide one: the filters beside a list.
#[component]
pub fn Fold(
    /// What is inside, and what of it is chosen: "Filter: online, BSL interpreter".
    #[prop(into)]
    summary: String,
    /// Where an island finds the summary, when what is chosen changes.
    #[prop(optional, into)]
    id: Option<String>,
    /// Shown open on a narrow screen too.
    #[prop(optional)]
    open: bool,
    /// What is inside.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="fold" open=open>
            <summary id=id>{summary}</summary>
            <div>{children()}</div>
        </details>
    }
}

use leptos::prelude::*;

/// HTML that the sanitiser made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeHtml(pub String);

/// Long text in its author's own paragraphs. The only place that puts ready-made HTML on a page.
#[component]
pub fn Prose(
    /// The text, made by the sanitiser.
    html: SafeHtml,
) -> impl IntoView {
    view! { <div class="prose" inner_html=html.0></div> }
}

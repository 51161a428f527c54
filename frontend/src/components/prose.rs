use domain::markup::SafeHtml;
use leptos::prelude::*;

/// Long text in its author's own paragraphs. The only place that puts ready-made HTML on a page.
#[component]
pub fn Prose(
    /// The text, made by the sanitiser.
    html: SafeHtml,
) -> impl IntoView {
    view! { <div class="prose" inner_html=html.as_str().to_owned()></div> }
}

use domain::markup::SafeHtml;
use leptos::prelude::*;

/// Long text in its author's own paragraphs. The only place that puts ready-made HTML on a page.
#[component]
pub fn Prose(
    /// The text, made by the sanitiser.
    html: SafeHtml,
    /// Further classes.
    #[prop(optional, into)]
    more: String,
) -> impl IntoView {
    let class = if more.is_empty() { "prose".to_owned() } else { format!("prose {more}") };
    view! { <div class=class inner_html=html.as_str().to_owned()></div> }
}

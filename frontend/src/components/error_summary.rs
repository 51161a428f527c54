use leptos::prelude::*;

/// What is wrong on a form, first on the page, with the focus on it. Shows nothing while nothing is wrong.
#[component]
pub fn ErrorSummary(
    /// The field's name and a sentence, in the order of the page. An empty name gives a sentence without a link.
    errors: Vec<(String, String)>,
) -> impl IntoView {
    (!errors.is_empty()).then(|| {
        let lines = errors
            .into_iter()
            .map(|(field, sentence)| {
                if field.is_empty() {
                    view! { <li>{sentence}</li> }.into_any()
                } else {
                    view! { <li><a href=format!("#{field}")>{sentence}</a></li> }.into_any()
                }
            })
            .collect_view();
        view! {
            <div class="error-summary" id="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="error-summary-title">
                <h2 id="error-summary-title">"There is a problem"</h2>
                <ul>{lines}</ul>
            </div>
        }
    })
}

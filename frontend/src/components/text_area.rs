use leptos::prelude::*;

use super::described::{FieldError, Hint, described_by, group_class, optional_mark};
use crate::form::Field;

/// Several lines of text.
///
/// The one place that writes a `<textarea>`: Leptos 0.8 renders its children raw.
#[component]
pub fn TextArea(
    /// The field, with what was typed.
    field: Field,
    /// The question.
    #[prop(into)]
    label: String,
    /// A line of help.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Lines shown; the box can be made larger.
    #[prop(default = 5)]
    rows: u16,
    /// Adds "(optional)".
    #[prop(optional)]
    optional: bool,
    /// Makes the label the heading of the page.
    #[prop(optional)]
    heading: bool,
) -> impl IntoView {
    let text = contents(&field.value());
    let Field { name, error, .. } = field;
    let wrong = error.is_some();
    let described = described_by(&name, hint.is_some(), wrong);
    let words = format!("{label}{}", optional_mark(optional));
    let label = view! { <label for=name.clone()>{words}</label> };
    view! {
        <div class=group_class(wrong)>
            {if heading { view! { <h1 class="question">{label}</h1> }.into_any() } else { label.into_any() }}
            {hint.map(|words| view! { <Hint name=name.clone() words/> })}
            {error.map(|words| view! { <FieldError name=name.clone() words/> })}
            <textarea
                id=name.clone()
                name=name
                rows=rows.to_string()
                aria-describedby=described
                aria-invalid=wrong.then_some("true")
            >
                {text}
            </textarea>
        </div>
    }
}

/// What stands between the tags: a parser eats one line break at the start, and reads `&` and `<` as markup.
fn contents(typed: &str) -> String {
    format!("\n{}", typed.replace('&', "&amp;").replace('<', "&lt;"))
}

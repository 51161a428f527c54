use leptos::prelude::*;

use super::described::{Label, described_by, labelled};
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
    let wrong = field.error.is_some();
    let described = described_by(&field.name, hint.is_some(), wrong);
    let control = view! {
        <textarea
            id=field.name.clone()
            name=field.name.clone()
            rows=rows.to_string()
            aria-describedby=described
            aria-invalid=wrong.then_some("true")
        >
            {text}
        </textarea>
    };
    labelled(field, Label { words: label, hint, optional, heading }, control)
}

/// What stands between the tags: a parser eats one line break at the start, and reads `&` and `<` as markup.
fn contents(typed: &str) -> String {
    format!("\n{}", typed.replace('&', "&amp;").replace('<', "&lt;"))
}

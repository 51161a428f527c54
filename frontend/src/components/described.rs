use leptos::prelude::*;

use crate::form::Field;

/// The ids of the help and the error that belong to a field, for `aria-describedby`.
pub(super) fn described_by(name: &str, hint: bool, error: bool) -> Option<String> {
    match (hint, error) {
        (true, true) => Some(format!("{name}-hint {name}-error")),
        (true, false) => Some(format!("{name}-hint")),
        (false, true) => Some(format!("{name}-error")),
        (false, false) => None,
    }
}

/// A field with its label, help and error around `control`, the input itself.
pub(super) fn labelled(field: Field, label: Label, control: impl IntoView) -> impl IntoView {
    let Field { name, error, .. } = field;
    let words = format!("{}{}", label.words, if label.optional { " (optional)" } else { "" });
    let heading = label.heading;
    let group = group_class(error.is_some());
    let label_tag = view! { <label for=name.clone()>{words}</label> };
    view! {
        <div class=group>
            {if heading { view! { <h1 class="question">{label_tag}</h1> }.into_any() } else { label_tag.into_any() }}
            {label.hint.map(|words| view! { <Hint name=name.clone() words/> })}
            {error.map(|words| view! { <FieldError name=name.clone() words/> })}
            {control}
        </div>
    }
}

/// What stands above an input.
pub(super) struct Label {
    pub words: String,
    /// A line of help.
    pub hint: Option<String>,
    /// Adds "(optional)".
    pub optional: bool,
    /// Makes the label the heading of the page.
    pub heading: bool,
}

/// The class of a field's group: a coral bar stands beside it while something is wrong.
pub(super) fn group_class(error: bool) -> &'static str {
    if error { "field wrong" } else { "field" }
}

/// Help under a label. `name` is the field's.
#[component]
pub fn Hint(
    /// The field's name.
    #[prop(into)]
    name: String,
    /// The help.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    view! { <p class="hint" id=format!("{name}-hint")>{words}</p> }
}

/// What is wrong with a field, above it. `name` is the field's.
#[component]
pub fn FieldError(
    /// The field's name.
    #[prop(into)]
    name: String,
    /// The sentence, the same as in the summary.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    view! {
        <p class="error" id=format!("{name}-error")>
            <span class="visually-hidden">"Error: "</span>
            {words}
        </p>
    }
}

use leptos::prelude::*;

/// The ids of the help and the error that belong to a field, for `aria-describedby`.
pub(super) fn described_by(name: &str, hint: bool, error: bool) -> Option<String> {
    match (hint, error) {
        (true, true) => Some(format!("{name}-hint {name}-error")),
        (true, false) => Some(format!("{name}-hint")),
        (false, true) => Some(format!("{name}-error")),
        (false, false) => None,
    }
}

/// The class of a field's group: a coral bar stands beside it while something is wrong.
pub(super) fn group_class(error: bool) -> &'static str {
    if error { "field wrong" } else { "field" }
}

/// "(optional)" after a label, for what may be left out.
pub(super) fn optional_mark(optional: bool) -> &'static str {
    if optional { " (optional)" } else { "" }
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

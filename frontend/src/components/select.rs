use leptos::prelude::*;

use super::choice::Choice;
use super::described::{Label, described_by, labelled};
use crate::form::Field;

/// One answer out of many.
#[component]
pub fn Select(
    /// The field, with what was chosen.
    field: Field,
    /// The question.
    #[prop(into)]
    label: String,
    /// A line of help.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The answers; an empty value stands for none.
    choices: Vec<Choice>,
    /// Adds "(optional)".
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let options = choices
        .into_iter()
        .map(|choice| {
            let selected = field.has(&choice.value);
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        })
        .collect_view();
    let wrong = field.error.is_some();
    let described = described_by(&field.name, hint.is_some(), wrong);
    let control = view! {
        <select id=field.name.clone() name=field.name.clone() aria-describedby=described aria-invalid=wrong.then_some("true")>
            {options}
        </select>
    };
    labelled(field, Label { words: label, hint, optional, heading: false }, control)
}

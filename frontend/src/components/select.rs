use leptos::prelude::*;

use super::choice::Choice;
use super::described::{FieldError, Hint, described_by, group_class, optional_mark};
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
    let Field { name, error, .. } = field;
    let wrong = error.is_some();
    let described = described_by(&name, hint.is_some(), wrong);
    let words = format!("{label}{}", optional_mark(optional));
    view! {
        <div class=group_class(wrong)>
            <label for=name.clone()>{words}</label>
            {hint.map(|words| view! { <Hint name=name.clone() words/> })}
            {error.map(|words| view! { <FieldError name=name.clone() words/> })}
            <select id=name.clone() name=name aria-describedby=described aria-invalid=wrong.then_some("true")>
                {options}
            </select>
        </div>
    }
}

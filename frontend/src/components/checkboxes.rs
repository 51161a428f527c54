use leptos::prelude::*;

use super::choice::Choice;
use super::fieldset::{Fieldset, Legend};
use crate::form::Field;

/// As many answers as fit.
#[component]
pub fn Checkboxes(
    /// The field, with what was ticked.
    field: Field,
    /// The question.
    #[prop(into)]
    legend: String,
    /// How loud the question is.
    #[prop(optional)]
    size: Legend,
    /// A line of help.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The answers.
    choices: Vec<Choice>,
) -> impl IntoView {
    let answers = choices
        .into_iter()
        .enumerate()
        .map(|(place, choice)| {
            let id = Choice::id(&field.name, place);
            let help = choice.hint.as_ref().map(|_| format!("{id}-help"));
            let checked = field.has(&choice.value);
            view! {
                <div class="choice">
                    <input type="checkbox" id=id.clone() name=field.name.clone() value=choice.value checked=checked aria-describedby=help.clone()/>
                    <label for=id>{choice.label}</label>
                    {choice.hint.map(|words| view! { <p class="hint" id=help>{words}</p> })}
                </div>
            }
        })
        .collect_view();
    view! {
        <Fieldset name=field.name legend size nostrip:hint=hint nostrip:error=field.error>
            <div class="choices">{answers}</div>
        </Fieldset>
    }
}

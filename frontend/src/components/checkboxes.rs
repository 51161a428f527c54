use leptos::prelude::*;

use super::choice::{Choice, answers};
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
    let answers = answers("checkbox", &field, choices);
    view! {
        <Fieldset name=field.name legend size nostrip:hint=hint nostrip:error=field.error>
            <div class="choices">{answers}</div>
        </Fieldset>
    }
}

use leptos::prelude::*;

use super::choice::{Choice, answers};
use super::fieldset::{Fieldset, Legend};
use crate::form::Field;

/// One answer out of a few.
#[component]
pub fn Radios(
    /// The field, with what was chosen.
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
    /// Sets short answers side by side.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView {
    let answers = answers("radio", &field, choices);
    let class = if inline { "choices inline" } else { "choices" };
    view! {
        <Fieldset name=field.name legend size nostrip:hint=hint nostrip:error=field.error>
            <div class=class>{answers}</div>
        </Fieldset>
    }
}

use leptos::prelude::*;

use crate::form::Field;

/// One answer to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What people read.
    pub label: String,
    /// A line of help under the label.
    pub hint: Option<String>,
}

impl Choice {
    /// An answer without help.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Choice { value: value.into(), label: label.into(), hint: None }
    }

    /// The same answer with a line of help.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The id of the choice at this place. The first has the field's name, so that the error summary finds it.
    pub(crate) fn id(name: &str, place: usize) -> String {
        if place == 0 { name.to_owned() } else { format!("{name}-{}", place + 1) }
    }
}

/// The answers under a question: `kind` is the input's type, `radio` or `checkbox`.
pub(super) fn answers(kind: &'static str, field: &Field, choices: Vec<Choice>) -> impl IntoView + use<> {
    let answer = |(place, choice): (usize, Choice)| {
        let id = Choice::id(&field.name, place);
        let help = choice.hint.as_ref().map(|_| format!("{id}-help"));
        let checked = field.has(&choice.value);
        view! {
            <div class="choice">
                <input type=kind id=id.clone() name=field.name.clone() value=choice.value checked=checked aria-describedby=help.clone()/>
                <label for=id>{choice.label}</label>
                {choice.hint.map(|words| view! { <p class="hint" id=help>{words}</p> })}
            </div>
        }
    };
    choices.into_iter().enumerate().map(answer).collect_view()
}

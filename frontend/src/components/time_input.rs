use leptos::prelude::*;

use super::text_input::{TextInput, Width};
use crate::form::Field;

/// A time of day, typed as people write it: "10:00", "2.30pm".
#[component]
pub fn TimeInput(
    /// The field, with what was typed.
    field: Field,
    /// The question.
    #[prop(into)]
    label: String,
    /// A line of help.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Adds "(optional)".
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let hint = hint.unwrap_or_else(|| "For example, 10:00 or 2.30pm".to_owned());
    view! { <TextInput field label hint optional width=Width::Short/> }
}

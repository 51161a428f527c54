use leptos::prelude::*;

use super::fieldset::{Fieldset, Legend};
use crate::form::Field;

/// A date in three fields, as people know it.
#[component]
pub fn DateInput(
    /// The day of the month.
    day: Field,
    /// The month, as a number or a name.
    month: Field,
    /// The year, in four digits.
    year: Field,
    /// The question.
    #[prop(into)]
    legend: String,
    /// How loud the question is.
    #[prop(optional)]
    size: Legend,
    /// A line of help, such as "For example, 25 11 2026".
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let error = [&day, &month, &year].into_iter().find_map(|part| part.error.clone());
    let group = format!("{}-group", day.name);
    view! {
        <Fieldset name=group legend size nostrip:hint=hint nostrip:error=error>
            <div class="date">
                <Part field=day label="Day" class="digits-2"/>
                <Part field=month label="Month" class="digits-month"/>
                <Part field=year label="Year" class="digits-4"/>
            </div>
        </Fieldset>
    }
}

/// One part of the date. The month may be a word, so only day and year ask for the keyboard of digits.
#[component]
fn Part(field: Field, label: &'static str, class: &'static str) -> impl IntoView {
    let value = field.value();
    let Field { name, error, .. } = field;
    let digits = (class != "digits-month").then_some("numeric");
    view! {
        <div>
            <label for=name.clone()>{label}</label>
            <input
                class=class
                type="text"
                inputmode=digits
                autocomplete="off"
                id=name.clone()
                name=name
                aria-invalid=error.is_some().then_some("true")
                value=value
            />
        </div>
    }
}

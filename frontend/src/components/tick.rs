use leptos::prelude::*;

use super::described::{FieldError, described_by, group_class};
use crate::form::Field;

/// One box to tick, such as a consent. It sends "yes", and is never ticked before somebody does.
#[component]
pub fn Tick(
    /// The field, with "yes" if it was ticked.
    field: Field,
    /// What ticking it says.
    #[prop(into)]
    label: String,
    /// A line of help.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let checked = field.has("yes");
    let Field { name, error, .. } = field;
    let wrong = error.is_some();
    let described = described_by(&name, hint.is_some(), wrong);
    view! {
        <div class=group_class(wrong)>
            {error.map(|words| view! { <FieldError name=name.clone() words/> })}
            <div class="choice">
                <input
                    type="checkbox"
                    id=name.clone()
                    name=name.clone()
                    value="yes"
                    checked=checked
                    aria-describedby=described
                    aria-invalid=wrong.then_some("true")
                />
                <label for=name.clone()>{label}</label>
                {hint.map(|words| view! { <p class="hint" id=format!("{name}-hint")>{words}</p> })}
            </div>
        </div>
    }
}

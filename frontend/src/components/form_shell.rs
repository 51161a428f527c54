use leptos::prelude::*;

use crate::form::FormHead;

/// A form that is sent by plain HTML: its key, its hidden fields, and a trap that only programs fill in.
#[component]
pub fn FormShell(
    /// Where it goes, and the fields nobody sees.
    form: FormHead,
    /// The id, for a button that stands outside.
    #[prop(optional, into)]
    id: Option<String>,
    /// The fields and the button.
    children: Children,
) -> impl IntoView {
    let hidden = form.hidden.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view();
    view! {
        <form class="form" id=id method="post" action=form.action novalidate>
            <input type="hidden" name="form_key" value=form.form_key/>
            {hidden}
            <div class="trap" aria-hidden="true">
                <label>"Leave this empty" <input type="text" name="website" value="" tabindex="-1" autocomplete="off"/></label>
            </div>
            {children()}
        </form>
    }
}

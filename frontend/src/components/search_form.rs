use leptos::prelude::*;

/// One field to search by, in the address: the page that comes can be bookmarked and reloaded.
#[component]
pub fn SearchForm(
    /// The page that answers.
    #[prop(into)]
    action: String,
    /// What to type.
    #[prop(into)]
    label: String,
    /// What was searched for.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    let clear = (!value.is_empty()).then(|| view! { <a href=action.clone()>"Show everybody"</a> });
    view! {
        <form class="form search" role="search" method="get" action=action>
            <label for="q">{label}</label>
            <div class="row">
                <input class="medium" type="search" id="q" name="q" value=value autocomplete="off" spellcheck="false"/>
                <button class="button secondary" type="submit">"Search"</button>
                {clear}
            </div>
        </form>
    }
}

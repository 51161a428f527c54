use leptos::prelude::*;

use super::link::Link;

/// The way to the rest of a long list. Shows nothing where there is one page.
#[component]
pub fn Pagination(
    /// The page before.
    #[prop(optional)]
    before: Option<Link>,
    /// The page after.
    #[prop(optional)]
    after: Option<Link>,
    /// Where you are, such as "Page 2 of 5".
    #[prop(optional, into)]
    place: Option<String>,
) -> impl IntoView {
    (before.is_some() || after.is_some()).then(|| {
        view! {
            <nav class="pages" aria-label="Pages">
                {before.map(|link| view! { <a rel="prev" href=link.href>{link.label}</a> })}
                {place.map(|words| view! { <span>{words}</span> })}
                {after.map(|link| view! { <a rel="next" href=link.href>{link.label}</a> })}
            </nav>
        }
    })
}

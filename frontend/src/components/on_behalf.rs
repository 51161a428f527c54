use leptos::prelude::*;

use super::notice::{Notice, NoticeKind};

/// Stands over every page of a form that a coordinator fills in for somebody who phoned or wrote.
#[component]
pub fn OnBehalf(
    /// Whose words these are: "host", "author".
    whose: &'static str,
) -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Warning>
            <p><strong>{format!("You are entering this for its {whose}.")}</strong></p>
            <p>"“You” on these pages means them. Use their words, and tick only what they agreed to."</p>
        </Notice>
    }
}

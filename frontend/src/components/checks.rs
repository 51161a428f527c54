use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// Something a coordinator would look for, already looked for.
#[derive(Clone, Debug, Default)]
pub struct Check {
    /// Nothing to mind.
    pub good: bool,
    /// What was found, as a sentence.
    pub words: String,
}

/// What was checked, as plain sentences beside the text.
#[component]
pub fn Checks(
    /// What to mind comes first.
    checks: Vec<Check>,
) -> impl IntoView {
    let checks = checks
        .into_iter()
        .map(|check| {
            let (class, icon, word) = if check.good { ("good", IconName::Check, "Fine: ") } else { ("mind", IconName::Warning, "Look: ") };
            view! { <li class=class><Icon name=icon/><span><b>{word}</b>{check.words}</span></li> }
        })
        .collect_view();
    view! { <ul class="checks">{checks}</ul> }
}

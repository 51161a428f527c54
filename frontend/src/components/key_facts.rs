use leptos::prelude::*;

use super::link::Link;

/// One thing to know: when, where, cost.
#[derive(Clone, Debug, Default)]
pub struct KeyFact {
    /// What it is about.
    pub label: String,
    /// The first line is the loudest.
    pub lines: Vec<String>,
    /// A way on, such as a map or a calendar file.
    pub link: Option<Link>,
}

impl KeyFact {
    /// A fact of one line.
    pub fn new(label: impl Into<String>, line: impl Into<String>) -> Self {
        KeyFact { label: label.into(), lines: vec![line.into()], link: None }
    }
}

/// What everybody looks for first, beside or above the text.
#[component]
pub fn KeyFacts(
    /// The facts, the most needed first.
    facts: Vec<KeyFact>,
) -> impl IntoView {
    let facts = facts
        .into_iter()
        .map(|fact| {
            view! {
                <div>
                    <dt>{fact.label}</dt>
                    {fact.lines.into_iter().map(|line| view! { <dd>{line}</dd> }).collect_view()}
                    {fact.link.map(|link| view! { <dd><a href=link.href>{link.label}</a></dd> })}
                </div>
            }
        })
        .collect_view();
    view! { <dl class="key-facts">{facts}</dl> }
}

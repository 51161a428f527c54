use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// One fact in a word or two, with its icon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The icon; it never stands alone.
    pub icon: IconName,
    /// The words.
    pub words: String,
}

impl Fact {
    /// A fact with its icon.
    pub fn new(icon: IconName, words: impl Into<String>) -> Self {
        Fact { icon, words: words.into() }
    }
}

/// What an event offers, as small labels: icon and word.
#[component]
pub fn Facts(
    /// The facts, the most asked for first.
    facts: Vec<Fact>,
) -> impl IntoView {
    (!facts.is_empty()).then(|| {
        let facts = facts.into_iter().map(|fact| view! { <li><Icon name=fact.icon/>{fact.words}</li> }).collect_view();
        view! { <ul class="facts">{facts}</ul> }
    })
}

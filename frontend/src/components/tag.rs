use leptos::prelude::*;

/// What a state means for the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagKind {
    /// A state like any other.
    #[default]
    Plain,
    /// Good: live, confirmed, offered.
    Good,
    /// Mind it: changed, waiting, asked.
    Mind,
    /// Stopped: cancelled, declined, withdrawn.
    Stopped,
}

/// A state in a word or two.
#[component]
pub fn Tag(
    /// The state, such as "Cancelled".
    #[prop(into)]
    label: String,
    /// What it means.
    #[prop(optional)]
    kind: TagKind,
) -> impl IntoView {
    let class = match kind {
        TagKind::Plain => "tag",
        TagKind::Good => "tag good",
        TagKind::Mind => "tag mind",
        TagKind::Stopped => "tag stopped",
    };
    view! { <strong class=class>{label}</strong> }
}

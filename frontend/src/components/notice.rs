use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// What a notice is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Information,
    /// Something went well.
    Success,
    /// Something to mind.
    Warning,
}

impl NoticeKind {
    fn parts(self) -> (&'static str, IconName, &'static str) {
        match self {
            NoticeKind::Information => ("notice", IconName::Information, "Information: "),
            NoticeKind::Success => ("notice success", IconName::Check, "Done: "),
            NoticeKind::Warning => ("notice warning", IconName::Warning, "Important: "),
        }
    }
}

/// A few lines set apart, with an icon and a word for those who don't see it.
#[component]
pub fn Notice(
    /// What it is about.
    #[prop(optional)]
    kind: NoticeKind,
    /// The words.
    children: Children,
) -> impl IntoView {
    let (class, icon, word) = kind.parts();
    view! {
        <div class=class>
            <Icon name=icon/>
            <div><span class="visually-hidden">{word}</span>{children()}</div>
        </div>
    }
}

/// What has been done, as the heading of the page that says so.
#[component]
pub fn Panel(
    /// What has been done, such as "Your place is booked".
    #[prop(into)]
    heading: String,
    /// What it is about, and anything to keep.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="panel">
            <Icon name=IconName::Check/>
            <h1>{heading}</h1>
            <div>{children()}</div>
        </div>
    }
}

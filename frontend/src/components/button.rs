use leptos::prelude::*;

/// How loud a button is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one next act of the page.
    #[default]
    Primary,
    /// Another act.
    Secondary,
    /// An act that takes something away.
    Warning,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            ButtonKind::Primary => "button",
            ButtonKind::Secondary => "button secondary",
            ButtonKind::Warning => "button warning",
        }
    }
}

/// A button that sends its form.
#[component]
pub fn Button(
    /// What pressing it does, such as "Send my booking".
    #[prop(into)]
    label: String,
    /// How loud it is.
    #[prop(optional)]
    kind: ButtonKind,
    /// A field it sends, when a form has several buttons.
    #[prop(optional, into)]
    name: Option<String>,
    /// The value of that field.
    #[prop(optional, into)]
    value: Option<String>,
    /// Another address to send the form to.
    #[prop(optional, into)]
    action: Option<String>,
) -> impl IntoView {
    view! { <button class=kind.class() type="submit" name=name value=value formaction=action>{label}</button> }
}

/// A link that looks like a button: the start of something.
#[component]
pub fn ButtonLink(
    /// The words.
    #[prop(into)]
    label: String,
    /// The address.
    #[prop(into)]
    href: String,
    /// How loud it is.
    #[prop(optional)]
    kind: ButtonKind,
) -> impl IntoView {
    view! { <a class=kind.class() href=href>{label}</a> }
}

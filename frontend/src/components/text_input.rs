use leptos::prelude::*;

use super::described::{Label, described_by, labelled};
use crate::form::Field;

/// What a line of text is, so that keyboards and spell checkers fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Any words.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A phone number.
    Tel,
    /// A web address.
    Url,
    /// A code or number of digits.
    Digits,
}

impl InputKind {
    fn type_(self) -> &'static str {
        match self {
            InputKind::Text | InputKind::Digits => "text",
            InputKind::Email => "email",
            InputKind::Tel => "tel",
            InputKind::Url => "url",
        }
    }

    fn inputmode(self) -> Option<&'static str> {
        (self == InputKind::Digits).then_some("numeric")
    }

    fn spellcheck(self) -> Option<&'static str> {
        (self != InputKind::Text).then_some("false")
    }
}

/// How wide a field is: as wide as the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// As wide as the column.
    #[default]
    Full,
    /// About 20 characters.
    Medium,
    /// About 10 characters, such as a postcode.
    Short,
    /// About 5 characters, such as a number or a time.
    Tiny,
}

impl Width {
    fn class(self) -> &'static str {
        match self {
            Width::Full => "full",
            Width::Medium => "medium",
            Width::Short => "short",
            Width::Tiny => "tiny",
        }
    }
}

/// One line of text.
#[component]
pub fn TextInput(
    /// The field, with what was typed.
    field: Field,
    /// The question.
    #[prop(into)]
    label: String,
    /// A line of help.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What the text is.
    #[prop(optional)]
    kind: InputKind,
    /// How wide the field is.
    #[prop(optional)]
    width: Width,
    /// The `autocomplete` token, for personal details.
    #[prop(optional, into)]
    autocomplete: Option<String>,
    /// Adds "(optional)".
    #[prop(optional)]
    optional: bool,
    /// Makes the label the heading of the page.
    #[prop(optional)]
    heading: bool,
) -> impl IntoView {
    let value = field.value();
    let wrong = field.error.is_some();
    let described = described_by(&field.name, hint.is_some(), wrong);
    let control = view! {
        <input
            class=width.class()
            id=field.name.clone()
            name=field.name.clone()
            type=kind.type_()
            inputmode=kind.inputmode()
            spellcheck=kind.spellcheck()
            autocomplete=autocomplete
            aria-describedby=described
            aria-invalid=wrong.then_some("true")
            value=value
        />
    };
    labelled(field, Label { words: label, hint, optional, heading }, control)
}

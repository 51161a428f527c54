//! What somebody typed, word for word, where it can't be shown as it will look.

use domain::answers::Answers;
use leptos::prelude::*;

use crate::components::{AnswerRow, CheckAnswers};

/// Every answer under the name of its field, under the title as the page's heading.
pub fn as_typed(title: String, answers: &Answers) -> AnyView {
    let rows: Vec<_> = answers
        .iter()
        .map(|(name, values)| AnswerRow { label: name.replace(['_', '-'], " "), value: Some(values.join(", ")), change: None })
        .collect();
    view! { <h1>{title}</h1><h2>"As it was typed"</h2><CheckAnswers rows/> }.into_any()
}

/// In the place of a story that its author has not sent, or has for themselves again.
pub fn authors_alone() -> impl IntoView {
    view! {
        <h1>"This story is with its author"</h1>
        <p>"Its words are with its author. You can read them again when they send it."</p>
    }
}

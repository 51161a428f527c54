//! A story as it will look, beside its checks. Nothing of its author but the byline they chose.

use domain::markup;
use domain::story::{Purpose, StoryDetails};
use leptos::prelude::*;

use crate::components::{Notice, NoticeKind, Prose};

/// The story in the order of its public page, and what its author agreed to. `question` is the one it answers.
pub fn story_preview(details: &StoryDetails, question: Option<String>) -> AnyView {
    let text = details.text.clone();
    let byline = details.byline.words().unwrap_or_else(|| "No name".to_owned());
    let note = text.content_note.map(|note| view! { <Notice kind=NoticeKind::Warning><p>{note}</p></Notice> });
    let purposes = Purpose::ALL
        .iter()
        .map(|p| {
            let agreed = if details.consent.allows(*p) { "Yes" } else { "No" };
            view! { <li>{p.words()}": "<b>{agreed}</b></li> }
        })
        .collect_view();
    view! {
        <p class="who">{text.kind.label()}</p>
        <h2>{text.title}</h2>
        <p class="who">{byline}</p>
        {question.map(|words| view! { <p class="ask-one">{words}</p> })}
        {note}
        <Prose html=markup::render(&text.body)/>
        <h3>"What its author agreed to"</h3>
        <ul>{purposes}</ul>
    }
    .into_any()
}

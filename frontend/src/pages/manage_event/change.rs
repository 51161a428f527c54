use domain::event::EventStep;
use domain::ids::EventId;
use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, FormShell, Notice, NoticeKind, Quote};
use crate::form::FormPage;
use crate::pages::list_event::{Line, lines, section, step_path};

/// A change of a published event, before it is sent.
#[derive(Clone, Debug)]
pub struct ChangePage {
    /// The event.
    pub id: EventId,
    /// Its title, as it is published.
    pub title: String,
    /// The way back.
    pub back: String,
    /// What the desk wrote about it.
    pub desk_words: Option<String>,
    /// What is different.
    pub lines: Vec<Line>,
    /// The pages that need an answer, with how many sentences each.
    pub missing: Vec<(EventStep, usize)>,
    /// The form that sends it.
    pub send: FormPage,
    /// The form that takes it back.
    pub drop: FormPage,
}

/// Only what is different, the pages to change, and sending it.
pub fn change(page: ChangePage) -> impl IntoView {
    let ChangePage { id, title, back, desk_words, lines: different, missing, send, mut drop } = page;
    drop.hidden.push(("act".into(), "drop".into()));
    let none = different.is_empty();
    let pages = EventStep::ALL
        .iter()
        .map(|step| {
            let wrong = missing.iter().any(|(other, _)| other == step);
            let more = wrong.then_some(": something is missing");
            view! { <li><a href=format!("{}?from=check", step_path(&id, *step))>{section(*step)}</a>{more}</li> }
        })
        .collect_view();
    let ready = !none && missing.is_empty();
    view! {
        <BackLink href=back/>
        <div class="page">
            <h1>"Your change"</h1>
            <p><strong>{title}</strong></p>
            {desk_words.map(|words| view! { <Notice><p><strong>"A coordinator wrote:"</strong></p><Quote words/></Notice> })}
            {(!missing.is_empty()).then(|| view! { <Notice kind=NoticeKind::Warning><p>"Something is missing. See below which page."</p></Notice> })}
            <h2>"What is different"</h2>
            {match none {
                true => view! { <p>"Nothing yet. Choose a page and change it."</p> }.into_any(),
                false => lines(different).into_any(),
            }}
            <h2>"Pages of the form"</h2>
            <ul class="links">{pages}</ul>
            {ready
                .then(|| {
                    view! {
                        <FormShell form=send.head()>
                            <p>"A coordinator reads what is different. Until they publish it, the event’s page stays as it is."</p>
                            <div class="row"><Button label="Send my change"/></div>
                        </FormShell>
                    }
                })}
            <FormShell form=drop.head()>
                <div class="row"><Button label="Forget this change" kind=ButtonKind::Secondary/></div>
            </FormShell>
        </div>
    }
}

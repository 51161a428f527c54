//! Calls that a host has to make: what is to be said, in words.

use domain::registration::CallOutcome;
use leptos::prelude::*;

use crate::components::{Button, Choice, FormShell, Link, Notice, NoticeKind, Quote, Radios};
use crate::form::FormPage;

/// One thing to tell.
#[derive(Clone, Debug, Default)]
pub struct ToTell {
    /// What it is, without a full stop.
    pub about: String,
    /// More of it, a sentence or two each.
    pub lines: Vec<String>,
    /// The host's own words.
    pub words: Option<String>,
}

/// Somebody whom only a call can tell something.
#[derive(Clone, Debug, Default)]
pub struct PersonToCall {
    /// Their name, and the page where the call is noted.
    pub person: Link,
    /// What they have to be told.
    pub tell: Vec<ToTell>,
}

/// A call to make.
#[derive(Clone, Debug, Default)]
pub struct CallToMake {
    /// What they have to be told.
    pub tell: Vec<ToTell>,
    /// Why no mail tells them.
    pub why: String,
    /// The number.
    pub phone: String,
    /// What can come of it.
    pub outcomes: Vec<CallOutcome>,
    /// When the last of it happened, as the form carries it.
    pub seen: String,
}

/// Whom to call, on the list.
pub(super) fn people_to_call(people: Vec<PersonToCall>) -> impl IntoView {
    let lines = people.into_iter().map(|one| view! { <li><p><a href=one.person.href>{one.person.label}</a></p>{said(one.tell)}</li> }).collect_view();
    view! {
        <div class="page">
            <h2>"To call"</h2>
            <p>"No email reaches these people. Call them, then note what came of it. We write to you when a place comes free for one of them."</p>
            <ul>{lines}</ul>
        </div>
    }
}

/// The call, and what came of it.
pub(super) fn call_to_make(call: CallToMake, form: &FormPage) -> impl IntoView + use<> {
    let choices: Vec<Choice> = call.outcomes.iter().map(|outcome| Choice::new(outcome.value(), outcome.words())).collect();
    let (mut head, outcome) = (form.head(), form.field("outcome"));
    head.hidden.push(("seen".into(), call.seen));
    view! {
        <div class="page">
            <h2>"Call them"</h2>
            <Notice kind=NoticeKind::Warning>
                <p>{call.why} ", so only you can tell them. The number is " <strong>{call.phone}</strong> "."</p>
            </Notice>
            {said(call.tell)}
        </div>
        <FormShell form=head>
            <Radios field=outcome legend="What came of the call?" choices/>
            <Button label="Note the call" name="act" value="call"/>
        </FormShell>
    }
}

fn said(tell: Vec<ToTell>) -> impl IntoView {
    tell.into_iter()
        .map(|one| {
            view! {
                <p>{one.about} "."</p>
                {one.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                {one.words.map(|words| view! { <Quote words/> })}
            }
        })
        .collect_view()
}

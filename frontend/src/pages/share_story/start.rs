use leptos::prelude::*;

use super::frame::{Place, frame};
use crate::components::{Button, Choice, ErrorSummary, FormShell, Notice, Radios};
use crate::form::FormPage;

/// Before a story is begun.
#[derive(Clone, Debug, Default)]
pub struct StartPage {
    /// The weeks a story can be for, the likeliest first.
    pub weeks: Vec<Choice>,
    /// The question that is being answered, in words, if the person came from one.
    pub question: Option<String>,
    /// Whether they come from an event\'s page.
    pub of_event: bool,
    /// The form.
    pub form: FormPage,
}

/// What to know before telling a story, and which week it is for.
pub fn start(page: StartPage) -> impl IntoView {
    let StartPage { weeks, question, of_event, form } = page;
    let errors = form.errors.clone();
    let body = view! {
        <ErrorSummary errors/>
        <div class="page">
            <h1>"Share your story"</h1>
            <p class="lead">"Tell others what co-production changed: in your life, at work, or in a room where it went well or wrong."</p>
            {question.map(|words| view! {
                <Notice><p>"You are answering this question of the week:"</p><p><strong>{words}</strong></p></Notice>
            })}
            {of_event.then(|| view! { <Notice><p>"You are writing about an event. You can change that later."</p></Notice> })}
            <h2>"Are you all right to do this today?"</h2>
            <p>"There is no hurry. If today is a hard day, another day is fine. You can also talk to somebody first: the numbers are on this page, and on every page of this form."</p>
            <h2>"What happens with your story"</h2>
            <ol>
                <li>"You choose how you want to be named: your full name, your first name, a pen name, what you do, or no name at all."</li>
                <li>"You write. You see how it will look, and what in it could give somebody away, before you send it."</li>
                <li>"You say what we may do with it, one thing at a time."</li>
                <li>"A coordinator reads it. They publish it in your own words, or ask you for a change, or tell you why they can’t publish it. Until then nobody else sees it."</li>
                <li>"Once it is published you can take it back at any time, and you don’t have to say why."</li>
            </ol>
            <h2>"What you need"</h2>
            <ul>
                <li>"You need to be 18 or over."</li>
                <li>"You don’t need an account, and you don’t need an email address. You get a private link and a code that bring you back to your story."</li>
                <li>"We keep nothing about you or your device beside your story."</li>
            </ul>
        </div>
        <FormShell form=form.head()>
            <Radios field=form.field("week") legend="Which week is your story for?" choices=weeks/>
            <Button label="Start my story"/>
        </FormShell>
        <p class="page">"Did you share a story before? "<a href="/manage/story/code">"Open it with your code"</a>"."</p>
    };
    frame(Place::default(), body)
}

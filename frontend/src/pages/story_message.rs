//! Writing to whoever stands behind a story, through the hub.

use leptos::prelude::*;

use crate::components::{BackLink, Button, ErrorSummary, FormShell, InputKind, Link, Notice, Panel, TextArea, TextInput};
use crate::form::FormPage;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct MessagePage {
    /// "Take part", "Get in touch".
    pub heading: String,
    /// What the story asks, in its author's words.
    pub asks: String,
    /// The story, and its page.
    pub story: Link,
    /// Shown once more with what was typed, because it came back too soon for a person, or after a day.
    pub again: bool,
    /// The form, with the fields `words`, `reach`.
    pub form: FormPage,
}

/// What is asked, where a message goes, and the form.
pub fn message(page: MessagePage) -> impl IntoView {
    let MessagePage { heading, asks, story, again, form } = page;
    let errors = form.errors.clone();
    let again = again.then(|| {
        view! {
            <Notice>
                <p><strong>"Look at your message once more, then press the button."</strong></p>
                <p>"It came very quickly, or after a long time. Programs do that. Nothing is lost, and nothing is sent yet."</p>
            </Notice>
        }
    });
    view! {
        <ErrorSummary errors/>
        <BackLink href=story.href label="Back to the story"/>
        <div class="page">
            {again}
            <h1>{heading}</h1>
            <p class="lead">{asks}</p>
            <p>"You are writing to whoever stands behind “"{story.label}"”. The hub passes your message on by email. No address is shown: not theirs, and not yours unless you give it."</p>
            <p>"Leave out what you would not tell somebody you don’t know. We keep your message until it is sent, for seven days at most, and no copy after that."</p>
        </div>
        <FormShell form=form.head()>
            <TextArea field=form.field("words") label="Your message" hint="Up to 2,000 characters." rows=8/>
            <TextInput
                field=form.field("reach")
                label="Your email address"
                kind=InputKind::Email
                autocomplete="email"
                optional=true
                hint="Only if you want an answer. It is passed on with your message, and not kept."
            />
            <Button label="Send my message"/>
        </FormShell>
    }
}

/// After it was sent. `story` is its page.
pub fn message_sent(story: String) -> impl IntoView {
    view! {
        <Panel heading="Your message is on its way"><p>"The hub passes it on by email."</p></Panel>
        <div class="page">
            <p>"If you left your email address, you may be answered there. We can’t say whether or when."</p>
            <p><a href=story>"Back to the story"</a></p>
        </div>
    }
}

//! Telling the coordinators about a worry.

use domain::concern::ConcernAbout;
use leptos::prelude::*;

use super::contact::Contact;
use crate::components::{Button, Choice, ErrorSummary, FormShell, Notice, NoticeKind, Panel, Radios, TextArea, TextInput};
use crate::form::FormPage;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct ConcernPage {
    /// When it is read, in words.
    pub read: String,
    /// Other ways to reach the people who run the hub.
    pub contact: Contact,
    /// The form, with the fields `about`, `words`, `reach`.
    pub form: FormPage,
}

/// Whom to call, first.
fn now() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Warning>
            <p><strong>"Is somebody in danger now? Call "<a href="tel:999">"999"</a>"."</strong></p>
            <p>"Is it urgent, but not an emergency? Call NHS "<a href="tel:111">"111"</a>", day and night. To talk to somebody, call Samaritans on "<a href="tel:116123">"116 123"</a>", or text SHOUT to "<a href="sms:85258">"85258"</a>". Both are free, day and night."</p>
        </Notice>
    }
}

/// The numbers, when it is read, and the form.
pub fn concern(page: ConcernPage) -> impl IntoView {
    let ConcernPage { read, contact, form } = page;
    let kinds = ConcernAbout::ALL.iter().map(|about| Choice::new(about.value(), about.words())).collect();
    let errors = form.errors.clone();
    view! {
        <ErrorSummary errors/>
        <div class="page">
            <h1>"Tell us about a worry"</h1>
            {now()}
            <h2>"Who reads it, and when"</h2>
            <p>{read}</p>
            <p>"Only coordinators read it. It is never shown on a page, and nobody you write about is told. We delete it when it is seen to, after 90 days at the latest."</p>
            <p>"We can’t find out who an author without a name is. So we can take a story off, but we can’t send help to its author."</p>
        </div>
        <FormShell form=form.head()>
            <Radios field=form.field("about") legend="What is it about?" choices=kinds/>
            <TextArea field=form.field("words") label="What are you worried about?" hint="Say which page it is, if it is one. Up to 3,000 characters." rows=6/>
            <TextInput
                field=form.field("reach")
                label="How can we reach you?"
                hint="A phone number or an email address, if you want an answer. You can leave it empty."
                autocomplete="off"
                optional=true
            />
            <Button label="Send it to the coordinators"/>
        </FormShell>
        <div class="page"><h2>"Other ways to reach us"</h2>{contact.ways()}</div>
    }
}

/// After it was sent.
pub fn concern_sent() -> impl IntoView {
    view! {
        <Panel heading="The coordinators have it"><p>"Thank you for telling us."</p></Panel>
        <div class="page">{now()}<p>"If you left a way to reach you, somebody answers there."</p><p><a href="/">"Go to the home page"</a></p></div>
    }
}

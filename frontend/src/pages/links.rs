//! "Send my link again": for hosts, people who registered, and contributors.

use leptos::prelude::*;

use crate::components::{Button, ErrorSummary, FormShell, InputKind, Panel, TextInput};
use crate::form::FormPage;

/// The question.
pub fn links(form: FormPage) -> impl IntoView {
    view! {
        <ErrorSummary errors=form.errors.clone()/>
        <h1>"Send my link again"</h1>
        <p class="lead">"We send all your private links to your email address: for events you list, places you booked and stories you shared."</p>
        <FormShell form=form.head()>
            <TextInput field=form.field("email") label="Email address" hint="The one you gave when you sent the form." kind=InputKind::Email autocomplete="email"/>
            <Button label="Send my links"/>
        </FormShell>
    }
}

/// The answer, the same for everybody.
pub fn links_sent() -> impl IntoView {
    view! {
        <Panel heading="Check your email"><p>"If we know the address, your links are on their way."</p></Panel>
        <div class="page">
            <p>"It can take a few minutes. Look in the folder for unwanted email too."</p>
            <p>"Nothing came? You may have given another address. You can " <a href="/links">"try another one"</a> ", or " <a href="/help">"get help"</a> "."</p>
        </div>
    }
}

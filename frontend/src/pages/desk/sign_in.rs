//! Signing in by a link: asking for it, the page that says it was sent, the page behind it.

use leptos::prelude::*;

use crate::components::{Button, ButtonLink, ErrorSummary, FormShell, InputKind, TextInput, Width};
use crate::form::FormPage;

/// Asks for the address that has an account.
pub fn sign_in(form: FormPage) -> impl IntoView {
    view! {
        <div class="page">
            <ErrorSummary errors=form.errors.clone()/>
            <h1>"Sign in to the desk"</h1>
            <p>"The desk is for coordinators and reviewers of a week. Hosts, people with a place and people who share a story don’t need it: use the link we sent you."</p>
            <FormShell form=form.head()>
                <TextInput field=form.field("email") label="Your email address" kind=InputKind::Email autocomplete="email" hint="We send you a link. There is no password."/>
                <Button label="Send me a link"/>
            </FormShell>
            <p>"Signed in already? "<a href="/desk">"Go to the queue"</a>"."</p>
        </div>
    }
}

/// The same for every address, whether it has an account or not.
pub fn link_sent(code: String) -> impl IntoView {
    view! {
        <div class="page">
            <h1>"Check your email"</h1>
            <p>"If that address has an account at the desk, a link is on its way. It works once, for ten minutes."</p>
            <p>"Open it in this browser and press the button. If it opens in another browser, enter this code there:"</p>
            <p class="code">{code}</p>
            <h2>"Nothing arrived?"</h2>
            <p>"Look in the junk folder. Then "<a href="/desk/sign-in">"ask for a new link"</a>": the older one stops working."</p>
        </div>
    }
}

/// Behind the link. Opening it does nothing; the button signs in. With `code`, another browser asked for the link.
pub fn open_link(form: FormPage, code: bool) -> impl IntoView {
    let field = code.then(|| {
        view! {
            <p>"This is not the browser that asked for the link. Enter the code that it shows."</p>
            <TextInput field=form.field("code") label="6-digit code" kind=InputKind::Digits width=Width::Short autocomplete="one-time-code"/>
        }
    });
    view! {
        <div class="page">
            <ErrorSummary errors=form.errors.clone()/>
            <h1>"Sign in to the desk"</h1>
            <FormShell form=form.head()>
                {field}
                <Button label="Sign in"/>
            </FormShell>
        </div>
    }
}

/// A link that was used, replaced or is too old.
pub fn link_over() -> impl IntoView {
    view! {
        <div class="page">
            <h1>"This link no longer works"</h1>
            <p>"A link works once, for ten minutes, and a newer one takes its place."</p>
            <p><ButtonLink label="Ask for a new link" href="/desk/sign-in"/></p>
            <p>"If you pressed the button twice, you may be signed in: "<a href="/desk">"go to the queue"</a>"."</p>
        </div>
    }
}

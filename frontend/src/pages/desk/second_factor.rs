//! The second step of signing in: a code of an authenticator app, and setting one up.

use leptos::prelude::*;

use crate::components::{Button, ErrorSummary, FormShell, InputKind, Qr, QrDrawing, TextInput, Width};
use crate::form::FormPage;

/// Asks for the code.
pub fn second_factor(form: FormPage) -> impl IntoView {
    view! {
        <div class="page">
            <ErrorSummary errors=form.errors.clone()/>
            <h1>"Enter your code"</h1>
            <p>"Open your authenticator app and find Co-production Week Hub."</p>
            <FormShell form=form.head()>
                <TextInput field=form.field("code") label="6-digit code" hint="The code changes every 30 seconds. You can paste it." kind=InputKind::Digits width=Width::Short autocomplete="one-time-code"/>
                <Button label="Continue"/>
            </FormShell>
            <p class="quiet">"Lost your phone? Ask an administrator to remove your account and invite you again."</p>
        </div>
    }
}

/// Sets the app up at the first sign-in. `secret` is in groups of four, for those who can't scan.
pub fn set_up(form: FormPage, qr: QrDrawing, secret: String) -> impl IntoView {
    view! {
        <div class="page">
            <ErrorSummary errors=form.errors.clone()/>
            <h1>"Set up your second step"</h1>
            <p>"The desk holds people’s stories, so signing in takes two steps: the link, and a code from an app. You do this once."</p>
            <ol>
                <li>"Open an authenticator app on your phone or computer. Any of them will do."</li>
                <li>"Scan this picture with it, or type in the key below."</li>
                <li>"Enter the 6-digit code that the app shows."</li>
            </ol>
            <Qr drawing=qr label="QR code. It holds the same key as the text below."/>
            <p>"Key: "<span class="code">{secret}</span></p>
            <p class="hint">"If the app asks: time-based, 6 digits, 30 seconds."</p>
            <FormShell form=form.head()>
                <TextInput field=form.field("code") label="6-digit code" kind=InputKind::Digits width=Width::Short autocomplete="one-time-code"/>
                <Button label="Finish and go to the desk"/>
            </FormShell>
        </div>
    }
}

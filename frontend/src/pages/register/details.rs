use leptos::prelude::*;

use super::{RegisterPage, party_fields};
use crate::components::{Button, ErrorSummary, FormShell, InputKind, TextInput, Width};

/// Who you are, and how the host can reach you.
pub fn details(page: RegisterPage) -> impl IntoView {
    let form = page.form.clone();
    view! {
        {page.head(1)}
        <ErrorSummary errors=form.errors.clone()/>
        <h1>"Your details"</h1>
        <div class="stack">{page.event.lines()} {page.places()} {page.is_full("Say so on the next page.")}</div>
        <FormShell form=form.head()>
            <TextInput field=form.field("name") label="Full name" hint="The name you go by." autocomplete="name"/>
            <TextInput
                field=form.field("email")
                label="Email address"
                hint="We send a link to it. You need the link to keep your place, change it or cancel it."
                kind=InputKind::Email
                autocomplete="email"
            />
            <TextInput
                field=form.field("phone")
                label="Phone number"
                hint="The host can call you if something changes. If you have no email address, give your phone number and leave the email address empty."
                kind=InputKind::Tel
                width=Width::Medium
                autocomplete="tel"
            />
            {party_fields(&form, page.both)}
            <p class="quiet">"Only the host of this event and the people who run the hub see your details."</p>
            <Button label="Continue"/>
        </FormShell>
    }
}

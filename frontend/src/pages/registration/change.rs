use leptos::prelude::*;

use crate::components::{BackLink, Button, ErrorSummary, FormShell, InputKind, TextInput, Tick, Width};
use crate::form::FormPage;
use crate::pages::register::{EventLine, needs_fields, party_fields};

/// What a person can change: name, number, and what would help.
#[derive(Clone, Debug, Default)]
pub struct ChangePage {
    /// The event.
    pub event: EventLine,
    /// The address the link goes to; it stays.
    pub email: Option<String>,
    /// Whether the group can be changed, and whether there are two ways to take part.
    pub party: Option<bool>,
    /// What saying that they need support does, and taking it back.
    pub support: String,
    /// The words people agree to when they give access needs.
    pub consent: String,
    /// The registration's own page.
    pub back: String,
    /// The form.
    pub form: FormPage,
}

/// The page to change a registration.
pub fn change(page: ChangePage) -> impl IntoView {
    let form = page.form;
    view! {
        <BackLink href=page.back/>
        <ErrorSummary errors=form.errors.clone()/>
        <h1>"Change your booking"</h1>
        <div class="stack">{page.event.lines()}</div>
        <FormShell form=form.head()>
            <TextInput field=form.field("name") label="Full name" autocomplete="name"/>
            {page.email.map(|email| view! { <p>"Email address: " {email} <br/> <span class="quiet">"To use another address, cancel and register again."</span></p> })}
            <TextInput field=form.field("phone") label="Phone number" kind=InputKind::Tel width=Width::Medium autocomplete="tel"/>
            {page.party.map(|both| party_fields(&form, both))}
            <p>"Clear all answers about what would help, and they are deleted at once."</p>
            {needs_fields(&form, page.consent)}
            <Tick field=form.field("more_time") label="I need time to arrange support or travel. Give me longer to answer an offer."/>
            <p class="quiet">{page.support}</p>
            <Button label="Save my changes"/>
        </FormShell>
    }
}

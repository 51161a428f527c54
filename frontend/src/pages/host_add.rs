//! Somebody who phoned, wrote or came by is registered by who spoke with them.

use domain::registration::AskedBy;
use leptos::prelude::*;

use super::register::{EventLine, needs_fields, party_fields};
use crate::components::{BackLink, Button, Choice, ErrorSummary, FormShell, InputKind, Link, Notice, NoticeKind, Radios, TextInput, Tick, Width};
use crate::form::FormPage;

/// The form, and what it leads to.
#[derive(Clone, Debug, Default)]
pub struct HostAdd {
    /// The event.
    pub event: EventLine,
    /// The way back.
    pub back: Link,
    /// How many places there are, in words.
    pub places: String,
    /// Whether a newcomer joins the waiting list.
    pub full: bool,
    /// Whether people choose between the room and online.
    pub both: bool,
    /// The words the person agreed to, so that they may be written down.
    pub agreed: String,
    /// The words people agree to when they give access needs.
    pub consent: String,
    /// The form.
    pub form: FormPage,
}

/// Everything on one page: it is read out and filled in.
pub fn host_add(page: HostAdd) -> impl IntoView {
    let form = page.form;
    let ways: Vec<Choice> = AskedBy::ALL.iter().map(|way| Choice::new(way.value(), way.words())).collect();
    let full = page.full.then(|| {
        view! { <Notice><p>"The event is full. They join the waiting list, and the rules of the list hold for them too."</p></Notice> }
    });
    view! {
        <BackLink href=page.back.href label=page.back.label/>
        <ErrorSummary errors=form.errors.clone()/>
        <h1>"Register somebody"</h1>
        <div class="stack">
            {page.event.lines()}
            <p>{page.places}</p>
            {full}
            <Notice kind=NoticeKind::Warning>
                <p><strong>"You are writing this down for somebody else."</strong></p>
                <p>"“You” on this page means them. Use their words, and write only what they want you to."</p>
            </Notice>
        </div>
        <FormShell form=form.head()>
            <Radios field=form.field("asked_by") legend="How did they ask?" choices=ways/>
            <TextInput field=form.field("name") label="Full name" hint="The name they go by."/>
            <TextInput field=form.field("phone") label="Phone number" kind=InputKind::Tel width=Width::Medium hint="If they have no email address, you call them when something changes."/>
            <TextInput field=form.field("email") label="Email address" kind=InputKind::Email hint="Their link goes to this address. Leave it empty if they have none." optional=true/>
            {party_fields(&form, page.both)}
            {needs_fields(&form, page.consent)}
            <Tick field=form.field("more_time") label="They need time to arrange support or travel. Give them longer to answer an offer."/>
            <Tick field=form.field("agreed") label=page.agreed/>
            <Button label="Register them"/>
        </FormShell>
    }
}

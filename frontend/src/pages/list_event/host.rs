use domain::nation::Nation;
use leptos::prelude::*;

use crate::components::{Choice, InputKind, Radios, TextArea, TextInput, Tick, Width};
use crate::form::FormPage;

/// The organisation, its contact, and whom visitors may ask.
pub(super) fn host(form: &FormPage, amending: bool) -> impl IntoView {
    let nations = Nation::ALL.iter().map(|nation| Choice::new(nation.value(), nation.words())).collect();
    view! {
        <TextInput field=form.field("host") label="Name of your organisation or group" hint="It is shown with the event." autocomplete="organization"/>
        <TextArea
            field=form.field("cohosts")
            label="Who holds it with you?"
            hint="Each name on a line of its own. All are shown as equals."
            rows=3
            optional=true
        />
        <Radios field=form.field("nation") legend="Where is it based?" choices=nations/>
        <h2>"How we reach you"</h2>
        <p>"Only the coordinators see this. It is not shown with the event."</p>
        <TextInput field=form.field("contact_name") label="Your full name" autocomplete="name"/>
        {(!amending).then(|| view! { <TextInput
            field=form.field("contact_email")
            label="Email address"
            hint="We send your private link there. You need it to change or cancel the event."
            kind=InputKind::Email
            autocomplete="email"
        /> })}
        <TextInput field=form.field("contact_phone") label="Phone number" kind=InputKind::Tel autocomplete="tel" width=Width::Medium optional=true/>
        <h2>"Whom visitors can ask"</h2>
        <p>"Everyone can see this. Some people can’t use email, and some use Relay UK."</p>
        <TextInput
            field=form.field("enquiries")
            label="Who answers visitors?"
            hint="A role is enough, such as “Reception, weekdays 9 to 4”."
            optional=true
        />
        <TextInput
            field=form.field("enquiries_phone")
            label="Phone number for visitors"
            kind=InputKind::Tel
            width=Width::Medium
            optional=true
        />
        <Tick
            field=form.field("enquiries_relay")
            label="Coordinators can pass questions on to us"
            hint="For people who can’t phone, or where you have no number to give."
        />
    }
}

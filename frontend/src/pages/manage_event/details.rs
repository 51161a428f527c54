use leptos::prelude::*;

use crate::components::{BackLink, Button, ErrorSummary, FormShell, InputKind, Notice, TextArea, TextInput, Width};
use crate::form::FormPage;

/// The details that change at once.
#[derive(Clone, Debug, Default)]
pub struct DetailsPage {
    /// The event's title.
    pub title: String,
    /// The way back.
    pub back: String,
    /// Whether people join online.
    pub joining: bool,
    /// Whether people come to a room.
    pub directions: bool,
    /// Whether there is a number that visitors ring.
    pub enquiries: bool,
    /// The form.
    pub form: FormPage,
}

/// How people get in, changed without waiting for a coordinator.
pub fn details(page: DetailsPage) -> impl IntoView {
    let DetailsPage { title, back, joining, directions, enquiries, form } = page;
    let amend = format!("{back}/amend");
    view! {
        <BackLink href=back/>
        <ErrorSummary errors=form.errors.clone()/>
        <div class="page">
            <h1>"Change details"</h1>
            <p><strong>{title}</strong></p>
            <Notice>
                <p>"These change at once. If people with a place know another way to find or join the event, we write to them."</p>
                <p>"A coordinator reads anything else before everyone sees it. "<a href=amend>"Change your event"</a></p>
            </Notice>
        </div>
        <FormShell form=form.head()>
            {joining.then(|| view! {
                <TextArea
                    field=form.field("joining")
                    label="How to join online"
                    hint="A link, or numbers to dial. Only people who have a place see it."
                    rows=4
                    optional=true
                />
            })}
            {directions.then(|| view! {
                <TextArea
                    field=form.field("directions")
                    label="How to find it"
                    hint="Such as the room, the door, the bus stop."
                    rows=4
                    optional=true
                />
            })}
            {enquiries.then(|| view! {
                <TextInput
                    field=form.field("enquiries_phone")
                    label="Phone number for visitors"
                    hint="Everyone can see this."
                    kind=InputKind::Tel
                    width=Width::Medium
                />
            })}
            <TextInput
                field=form.field("contact_phone")
                label="Your phone number"
                hint="For the coordinators only."
                kind=InputKind::Tel
                width=Width::Medium
                autocomplete="tel"
                optional=true
            />
            <Button label="Save the details"/>
        </FormShell>
    }
}

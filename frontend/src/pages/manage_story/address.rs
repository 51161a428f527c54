use leptos::prelude::*;

use crate::components::{BackLink, Button, ErrorSummary, FormShell, InputKind, TextInput};
use crate::form::FormPage;
use crate::pages::share_story::HelpAside;

/// Where an author is reached.
#[derive(Clone, Debug, Default)]
pub struct AddressPage {
    /// The story's title.
    pub title: String,
    /// Whether there is an address now.
    pub given: bool,
    /// The way back.
    pub back: String,
    /// The form, with the field `email`.
    pub form: FormPage,
}

/// One field: another address, or none.
pub fn address(page: AddressPage) -> impl IntoView {
    let AddressPage { title, given, back, form } = page;
    let now = match given {
        true => "We write to this address when something happens with your story. Empty the field to delete it: then we don’t write to you any more.",
        false => "We have no address to write to. Give one if you want to hear when something happens with your story.",
    };
    view! {
        <BackLink href=back label="Where your story stands"/>
        <div class="with-help">
            <div class="page">
                <ErrorSummary errors=form.errors.clone()/>
                <h1>"Your email address"</h1>
                <p><strong>{title}</strong></p>
                <p>{now}</p>
                <p>"Your private link and your code open your story with and without an address."</p>
                <FormShell form=form.head()>
                    <TextInput
                        field=form.field("email")
                        label="Your email address"
                        kind=InputKind::Email
                        autocomplete="email"
                        optional=true
                        hint="It is kept apart from your story, and the coordinators don’t see it. We write to no address that was here before."
                    />
                    <Button label="Save"/>
                </FormShell>
            </div>
            <HelpAside/>
        </div>
    }
}

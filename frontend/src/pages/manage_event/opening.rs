use leptos::prelude::*;

use crate::components::{Button, FormShell};
use crate::form::FormPage;

/// What a private link opens, before the button is pressed.
#[derive(Clone, Debug, Default)]
pub struct OpenPage {
    /// The form with the button.
    pub form: FormPage,
}

/// Behind a private link: a button, so that a mail program that looks at links opens nothing.
pub fn open(page: OpenPage) -> impl IntoView {
    view! {
        <div class="page">
            <h1>"Open your event"</h1>
            <p>"Press the button to see and change your event on this device. It stays open for a day."</p>
            <FormShell form=page.form.head()>
                <Button label="Open my event"/>
            </FormShell>
        </div>
    }
}

/// An address to be confirmed.
#[derive(Clone, Debug, Default)]
pub struct ConfirmPage {
    /// The event's title.
    pub title: String,
    /// The form with the button.
    pub form: FormPage,
}

/// Behind the link that confirms: a button, and what it does.
pub fn confirm(page: ConfirmPage) -> impl IntoView {
    view! {
        <div class="page">
            <h1>"Confirm your email address"</h1>
            <p>"Press the button, and your event goes to the coordinators: " <strong>{page.title}</strong> "."</p>
            <FormShell form=page.form.head()>
                <Button label="Confirm and send my event"/>
            </FormShell>
        </div>
    }
}

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
            <h1>"Open your story"</h1>
            <p>"Press the button to see your story on this device. It stays open for a day."</p>
            <p>"On a device that others use, close the browser when you are done."</p>
            <FormShell form=page.form.head()>
                <Button label="Open my story"/>
            </FormShell>
        </div>
    }
}

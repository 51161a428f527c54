use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, ErrorSummary, FormShell, TextArea};
use crate::form::FormPage;

/// Before an event is cancelled.
#[derive(Clone, Debug, Default)]
pub struct CancelPage {
    /// The event's title.
    pub title: String,
    /// The way back.
    pub back: String,
    /// Whether people booked here, who will be told.
    pub through_hub: bool,
    /// The form.
    pub form: FormPage,
}

/// Cancelling a published event: what it does, and room for words.
pub fn cancel(page: CancelPage) -> impl IntoView {
    let CancelPage { title, back, through_hub, form } = page;
    view! {
        <BackLink href=back/>
        <ErrorSummary errors=form.errors.clone()/>
        <div class="page">
            <h1>"Cancel this event"</h1>
            <p><strong>{title}</strong></p>
            <ul>
                <li>"The event’s page stays, and says that it is cancelled."</li>
                <li>"Nobody can book any more."</li>
                {through_hub.then(|| view! { <li>"Everyone who has a place, or waits for one, is told by email."</li> })}
                <li>"It can’t be undone."</li>
            </ul>
            <FormShell form=form.head()>
                <TextArea
                    field=form.field("words")
                    label="What do you want to tell people?"
                    hint="Up to 500 characters. It is shown on the event’s page."
                    rows=4
                    optional=true
                />
                <Button label="Cancel the event" kind=ButtonKind::Warning/>
            </FormShell>
        </div>
    }
}

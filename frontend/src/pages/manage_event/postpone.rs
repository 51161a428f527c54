use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, ErrorSummary, FormShell, TextArea};
use crate::form::FormPage;

/// Before an event is postponed.
#[derive(Clone, Debug, Default)]
pub struct PostponePage {
    /// The event's title.
    pub title: String,
    /// The way back.
    pub back: String,
    /// Whether people booked here, who will be told.
    pub through_hub: bool,
    /// The form.
    pub form: FormPage,
}

/// Postponing a published event: what it does, and room for words.
pub fn postpone(page: PostponePage) -> impl IntoView {
    let PostponePage { title, back, through_hub, form } = page;
    view! {
        <BackLink href=back/>
        <ErrorSummary errors=form.errors.clone()/>
        <div class="page">
            <h1>"Postpone this event"</h1>
            <p><strong>{title}</strong></p>
            <p>"Postpone it when it will take place, and you do not know the new date yet. Do you know the date? Then change the event instead."</p>
            <ul>
                <li>"The event’s page, the calendar and people’s own calendars say that it is postponed."</li>
                {through_hub.then(|| view! { <li>"Everyone who has a place, or waits for one, is told by email. They keep it."</li> })}
                <li>"Nobody can book until there is a new date."</li>
                <li>"When you know the new date, change the event. A coordinator reads it, and everyone is told again."</li>
            </ul>
            <FormShell form=form.head()>
                <TextArea
                    field=form.field("words")
                    label="What do you want to tell people?"
                    hint="Up to 500 characters. It is shown on the event’s page."
                    rows=4
                    optional=true
                />
                <Button label="Postpone the event" kind=ButtonKind::Warning/>
            </FormShell>
        </div>
    }
}

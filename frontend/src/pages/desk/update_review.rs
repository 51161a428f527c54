//! What an author wants to add to a public story.

use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, Check, Checks, ErrorSummary, FormShell, Quote, TextArea};
use crate::form::FormPage;

/// An update that waits.
#[derive(Clone, Debug, Default)]
pub struct UpdateReview {
    /// The story's title.
    pub title: String,
    /// The words.
    pub words: String,
    /// What in them could give somebody away.
    pub checks: Vec<Check>,
    /// Show it.
    pub show: FormPage,
    /// Decline it, with the field `reason`.
    pub decline: FormPage,
    /// The story's page at the desk.
    pub back: String,
}

/// The words, what a program found in them, and the two acts.
pub fn update_review(page: UpdateReview) -> impl IntoView {
    let UpdateReview { title, words, checks, show, decline, back } = page;
    let found = (!checks.is_empty()).then(|| view! { <h2>"What a program found"</h2> <Checks checks/> });
    view! {
        <div class="page">
            <ErrorSummary errors=decline.errors.clone()/>
            <BackLink href=back label="The story"/>
            <h1>"An update to: "{title}</h1>
            <Quote words by="Its author"/>
            {found}
            <FormShell form=show.head()>
                <p>"It stands at the end of the story, with its date."</p>
                <Button label="Publish this update"/>
            </FormShell>
            <FormShell form=decline.head()>
                <TextArea field=decline.field("reason") label="Why is it not shown?" hint="Its author reads it in these words. Say it plainly and kindly." rows=3/>
                <Button label="Decline this update" kind=ButtonKind::Warning/>
            </FormShell>
        </div>
    }
}

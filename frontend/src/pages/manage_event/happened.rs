use domain::event::HAPPENED_WORDS;
use leptos::prelude::*;

use crate::components::{BackLink, Button, ErrorSummary, FormShell, Notice, TextArea};
use crate::form::FormPage;
use crate::islands::WordCount;
use crate::pages::list_event::resources;

/// What a host tells when an event is over.
#[derive(Clone, Debug, Default)]
pub struct HappenedPage {
    /// The event's title.
    pub title: String,
    /// The way back.
    pub back: String,
    /// The form.
    pub form: FormPage,
}

/// What happened, and what there is to read, watch or listen to.
pub fn happened(page: HappenedPage) -> impl IntoView {
    let HappenedPage { title, back, form } = page;
    let field = form.field("happened");
    view! {
        <BackLink href=back/>
        <ErrorSummary errors=form.errors.clone()/>
        <div class="page">
            <h1>"What happened"</h1>
            <p><strong>{title}</strong></p>
            <Notice>
                <p>"The event’s page stays for good. What you write here comes first on it, for people who were not there."</p>
                <p>"A coordinator reads it before everyone sees it."</p>
            </Notice>
        </div>
        <FormShell form=form.head()>
            <WordCount limit=HAPPENED_WORDS as u32>
                <TextArea
                    field
                    label="What happened?"
                    hint="Up to 2,000 words. Who came, what was decided, what comes next. Name only people who agreed to it."
                    rows=14
                    optional=true
                />
            </WordCount>
            {resources(&form)}
            <Button label="Continue"/>
        </FormShell>
    }
}

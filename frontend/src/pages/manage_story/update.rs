use leptos::prelude::*;

use crate::components::{BackLink, Button, ErrorSummary, FormShell, TextArea, Tick};
use crate::form::FormPage;
use crate::pages::share_story::{HelpAside, Hit, hit_lines, while_writing};

/// An update that was written before.
#[derive(Clone, Debug, Default)]
pub struct UpdateLine {
    /// Its words.
    pub words: String,
    /// Where it stands, and since when.
    pub stands: String,
    /// Why it is not shown.
    pub reason: Option<String>,
}

/// Adding something to a public story.
#[derive(Clone, Debug, Default)]
pub struct UpdatePage {
    /// The story's title.
    pub title: String,
    /// What was added before.
    pub before: Vec<UpdateLine>,
    /// What in the words that were typed could give somebody away.
    pub hits: Vec<Hit>,
    /// The form, with the fields `update` and `sure`; none while one waits.
    pub form: Option<FormPage>,
    /// The way back.
    pub back: String,
}

/// What was added before, and a form.
pub fn update(page: UpdatePage) -> impl IntoView {
    let UpdatePage { title, before, hits, form, back } = page;
    let errors = form.as_ref().map(|form| form.errors.clone()).unwrap_or_default();
    let before = before
        .into_iter()
        .map(|line| {
            let reason = line.reason.map(|reason| view! { <p>"The coordinators wrote: "{reason}</p> });
            view! { <li><p class="as-typed">{line.words}</p><p class="quiet">{line.stands}</p>{reason}</li> }
        })
        .collect_view();
    view! {
        <BackLink href=back label="Where your story stands"/>
        <div class="with-help">
            <div>
                <ErrorSummary errors/>
                <h1>"Add an update"</h1>
                <p><b>{title}</b></p>
                <ul class="updates">{before}</ul>
                {match form {
                    Some(form) => write(form, hits).into_any(),
                    None => view! { <p>"A coordinator reads your update before it is shown. You can write another one after that, up to ten in all."</p> }.into_any(),
                }}
            </div>
            <HelpAside/>
        </div>
    }
}

fn write(form: FormPage, hits: Vec<Hit>) -> impl IntoView {
    // One list at a time: what the server found stands with the box to tick.
    let live = hits.is_empty().then(|| while_writing("You decide what stays, before it is sent."));
    let sure = (!hits.is_empty()).then(|| {
        view! {
            <h2>"What could give somebody away"</h2>
            {hit_lines(hits)}
            <Tick field=form.field("sure") label="Send it with these words"/>
        }
    });
    view! {
        <p>"It stands at the end of your story, with its date, once a coordinator has read it. Where your full name is not shown, it has the month only."</p>
        <FormShell form=form.head()>
            <TextArea field=form.field("update") label="What is new?" hint="Up to 1,000 characters." rows=6/>
            {live}
            {sure}
            <Button label="Send my update"/>
        </FormShell>
    }
}

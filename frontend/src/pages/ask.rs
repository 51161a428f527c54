//! The question box of a week.

use leptos::prelude::*;

use crate::components::{BackLink, Button, ErrorSummary, FormShell, Panel, TextArea};
use crate::form::FormPage;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct AskPage {
    /// The week's name.
    pub name: String,
    /// Its address.
    pub week: String,
    /// What it asks already.
    pub asks: Vec<String>,
    /// The form, with the field `question`.
    pub form: FormPage,
}

/// What becomes of a question, what the week asks already, and the form.
pub fn suggest(page: AskPage) -> impl IntoView {
    let AskPage { name, week, asks, form } = page;
    let errors = form.errors.clone();
    view! {
        <ErrorSummary errors/>
        <div class="page">
            <BackLink href=week label=name.clone()/>
            <h1>"Suggest a question"</h1>
            <p class="lead">"What should people talk about in "{name}"? The people who organise the week read every question, and choose some."</p>
            <p>"We don’t ask who you are. A question that is chosen stands on the week’s page as you wrote it. The others are deleted 30 days after the week."</p>
            {(!asks.is_empty()).then(|| view! {
                <h2>"What the week asks already"</h2>
                <ul>{asks.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
            })}
        </div>
        <FormShell form=form.head()>
            <TextArea field=form.field("question") label="Your question" hint="Up to 300 characters. Leave out names of people." rows=3/>
            <Button label="Send my question"/>
        </FormShell>
    }
}

/// After it was sent.
pub fn asked(week: String) -> impl IntoView {
    view! {
        <Panel heading="We have your question"><p>"Thank you."</p></Panel>
        <div class="page">
            <p>"The people who organise the week read it. If they choose it, it stands on the week’s page."</p>
            <p><a href=week>"Go back to the week"</a></p>
        </div>
    }
}

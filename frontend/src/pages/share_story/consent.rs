use domain::story::Purpose;
use leptos::prelude::*;

use super::frame::{Place, frame};
use crate::components::{Button, ErrorSummary, FormShell, InputKind, TextInput, Tick};
use crate::form::FormPage;

/// The page of consents.
#[derive(Clone, Debug, Default)]
pub struct ConsentPage {
    /// Where the person is.
    pub place: Place,
    /// The form.
    pub form: FormPage,
}

/// What may be done with the story: each purpose a box of its own, none ticked beforehand; that its author is an adult; and
/// an address, if they want mail.
pub fn consent(page: ConsentPage) -> impl IntoView {
    let ConsentPage { place, form } = page;
    let boxes = Purpose::ALL
        .iter()
        .map(|purpose| view! { <Tick field=form.field(purpose.field()) label=purpose.words() hint=what_it_means(*purpose)/> })
        .collect_view();
    let errors = form.errors.clone();
    let body = view! {
        <ErrorSummary errors/>
        <h1>"What may we do with it?"</h1>
        <FormShell form=form.head()>
            <p>"Tick only what you want. Your story is yours: you can take it back at any time, and what you leave unticked we don’t do."</p>
            {boxes}
            <h2>"About you"</h2>
            <Tick field=form.field("adult") label="I am 18 or over" hint="We can publish stories by adults only."/>
            <TextInput
                field=form.field("email")
                label="Your email address"
                kind=InputKind::Email
                autocomplete="email"
                optional=true
                hint="Only if you want to hear from us: when your story is published, or when we have a question. It is kept apart from your story, and the coordinators don’t see it. You can leave it empty and use your private link instead."
            />
            <Button label="Save and continue"/>
        </FormShell>
    };
    frame(place, body)
}

fn what_it_means(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Publish => "It gets a page of its own, among the stories of the week. We need this one to go on.",
        Purpose::RoundUp => "A few lines of it may stand in what is written about the week afterwards.",
        Purpose::Partners => "Partners may list it on their own sites, with a link to its page here.",
        Purpose::Social => "We may share its title and a link to its page.",
    }
}

use domain::story::Naming;
use leptos::prelude::*;

use super::frame::{Place, frame};
use super::while_writing::while_writing;
use crate::components::{Button, Choice, ErrorSummary, FormShell, Legend, Radios, TextInput, Width};
use crate::form::FormPage;

/// The first page of the form.
#[derive(Clone, Debug, Default)]
pub struct NamingPage {
    /// Where the person is.
    pub place: Place,
    /// The form.
    pub form: FormPage,
}

/// How the author wants to be named, each way with what it will look like.
pub fn naming(page: NamingPage) -> impl IntoView {
    let NamingPage { place, form } = page;
    let choices = Naming::ALL.iter().map(|naming| Choice::new(naming.value(), naming.words()).hint(looks_like(*naming))).collect();
    let errors = form.errors.clone();
    let body = view! {
        <ErrorSummary errors/>
        <FormShell form=form.head()>
            <Radios
                field=form.field("naming")
                legend="How do you want to be named?"
                size=Legend::Heading
                hint="You can change this until you send your story."
                choices
            />
            <TextInput
                field=form.field("shown_name")
                label="The name to show"
                hint="Exactly as it will stand under your story. Leave it empty if you chose no name at all."
                width=Width::Medium
                autocomplete="off"
            />
            <TextInput
                field=form.field("on_behalf")
                label="Do you speak for a group or organisation?"
                hint="It will say: On behalf of the Tuesday Group. Only with their agreement."
                width=Width::Medium
                autocomplete="off"
                optional=true
            />
            <TextInput
                field=form.field("about")
                label="Is it about somebody or something other than you?"
                hint="It will say: About a walking group in the north."
                autocomplete="off"
                optional=true
            />
            <TextInput
                field=form.field("bio")
                label="A line about you, if you want one"
                hint="It stands under your story, in your words. It can tell readers who you are."
                autocomplete="off"
                optional=true
            />
            {while_writing("You decide what stays, once your story is written.")}
            <Button label="Save and continue"/>
        </FormShell>
    };
    frame(place, body)
}

fn looks_like(naming: Naming) -> &'static str {
    match naming {
        Naming::FullName => "It will say: By Ann Example. Anybody who searches for your name can find your story.",
        Naming::FirstName => "It will say: By Ann.",
        Naming::PenName => "A name you make up. It will say: By Wren.",
        Naming::Role => "It will say: By a carer.",
        Naming::Nothing => "No name stands under your story.",
    }
}

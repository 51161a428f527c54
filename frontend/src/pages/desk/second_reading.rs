//! The second reading: by somebody with lived experience, before a story can be published.

use domain::story::Recognised;
use leptos::prelude::*;

use crate::components::{BackLink, Button, Check, Checks, Choice, ErrorSummary, FormShell, Radios, TextArea};
use crate::form::FormPage;

/// The story as it will look, what a program found in it, and one question.
pub fn second_reading(form: FormPage, checks: Vec<Check>, back: String, preview: AnyView) -> impl IntoView {
    let choices = Recognised::ALL.iter().map(|found| Choice::new(found.value(), found.words())).collect();
    view! {
        <ErrorSummary errors=form.errors.clone()/>
        <BackLink href=back label="The story"/>
        <p class="quiet">"Second reading. Read it as somebody would who knows its author, works on the ward, or lives next door."</p>
        <div class="review">
            <div class="as-shown" role="group" aria-label="As it will look">{preview}</div>
            <div class="beside-it">
                <section><h2>"What a program found"</h2><Checks checks/></section>
                <section class="acts" aria-labelledby="found">
                    <h2 id="found">"What did you find?"</h2>
                    <FormShell form=form.head()>
                        <Radios
                            field=form.field("recognised")
                            legend="Could somebody who knows its author, or anybody in it, recognise them?"
                            choices
                        />
                        <TextArea field=form.field("words") label="By what, or anything else for the coordinators" hint="Only the desk reads it." rows=4 optional=true/>
                        <Button label="Record my reading"/>
                    </FormShell>
                </section>
            </div>
        </div>
    }
}

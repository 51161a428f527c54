use domain::access::AccessNeed;
use leptos::prelude::*;

use super::RegisterPage;
use crate::components::{Button, ButtonKind, Checkboxes, Choice, ErrorSummary, FormShell, Legend, TextArea, Tick};
use crate::form::FormPage;

/// What would help you take part: a step of its own, with its own consent, that can be left out.
pub fn access(page: RegisterPage) -> impl IntoView {
    let form = page.form.clone();
    view! {
        {page.head(2)}
        <ErrorSummary errors=form.errors.clone()/>
        <h1>"What would help you take part?"</h1>
        <p class="lead">"You don’t have to answer. You can still come."</p>
        <FormShell form=form.head()>
            {needs_fields(&form, page.consent.clone())}
            <Tick field=form.field("more_time") label="I need time to arrange support or travel. Give me longer to answer an offer."/>
            {page
                .kept_until
                .clone()
                .map(|date| {
                    view! { <p class="quiet">"Some places are held back until " {date} " for people who tick something on this page."</p> }
                })}
            <div class="row">
                <Button label="Continue"/>
                <Button label="Skip this" kind=ButtonKind::Secondary name="go" value="skip"/>
                <Button label="Back" kind=ButtonKind::Secondary name="go" value="details"/>
            </div>
        </FormShell>
    }
}

/// The questions and the consent, also for changing them later.
pub(in crate::pages) fn needs_fields(form: &FormPage, consent: String) -> impl IntoView + use<> {
    let choices = AccessNeed::ALL.iter().map(|need| Choice::new(need.value(), need.words())).collect::<Vec<_>>();
    view! {
        <Checkboxes field=form.field("needs") legend="Tick what you need" size=Legend::Large hint="You don’t need to say why." choices/>
        <TextArea
            field=form.field("needs_other")
            label="Anything else that would help"
            hint="Such as where you need to sit, or how you take part best. Up to 1,000 characters."
            optional=true
        />
        <Tick field=form.field("needs_consent") label=consent/>
    }
}

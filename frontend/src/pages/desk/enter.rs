//! Entering an event, a story or a registration for somebody who phoned or wrote.

use leptos::prelude::*;

use crate::components::{Button, Choice, ErrorSummary, FormShell, Select, TextArea, TextInput};
use crate::form::FormPage;

/// An event for its host. `weeks` may be past.
pub fn enter_event(form: FormPage, weeks: Vec<Choice>) -> impl IntoView {
    let form = enter(
        form,
        weeks,
        "Enter an event for somebody",
        "event",
        "The form is the one hosts use. Days gone by are fine. When you send it, it goes straight to the queue.",
    );
    view! {
        {form}
        <p>"Is it a whole programme? "<a href="/desk/bring-in">"Bring in many events from a table"</a></p>
    }
}

/// A story for its author. `weeks` may be past.
pub fn enter_story(form: FormPage, weeks: Vec<Choice>) -> impl IntoView {
    enter(
        form,
        weeks,
        "Enter a story for somebody",
        "story",
        "The form is the one authors use. Use their own words, and only the name they chose. Ask about each consent.",
    )
}

/// A registration: which event is it for?
pub fn enter_registration(form: FormPage) -> impl IntoView {
    view! {
        <div class="page">
            <ErrorSummary errors=form.errors.clone()/>
            <h1>"Register somebody"</h1>
            <p>"For somebody who phones or writes and can’t fill in the form. Open the event in the calendar, and copy the address of its page."</p>
            <p>"You write down what they tell you. What would help them is read by the event’s host only, not by the desk."</p>
            <FormShell form=form.head()>
                <TextInput field=form.field("event") label="Address of the event’s page" hint="It begins with the hub’s address and has /events/ in it."/>
                <Button label="Continue to the form"/>
            </FormShell>
        </div>
    }
}

fn enter(form: FormPage, weeks: Vec<Choice>, heading: &'static str, what: &'static str, words: &'static str) -> impl IntoView {
    let how = format!("How did they agree to this {what}?");
    view! {
        <div class="page">
            <ErrorSummary errors=form.errors.clone()/>
            <h1>{heading}</h1>
            <p>{words}</p>
            <FormShell form=form.head()>
                <Select field=form.field("week") label="Which week?" choices=weeks/>
                <TextArea field=form.field("agreed") label=how hint="Such as: by phone on 3 November. Kept in the audit: no names, no numbers, nothing about health." rows=3/>
                <Button label="Continue to the form"/>
            </FormShell>
        </div>
    }
}

//! What people would like a week to ask, for coordinators.

use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, EmptyState, FormShell, Link};
use crate::form::FormPage;

/// One question.
#[derive(Clone, Debug, Default)]
pub struct SuggestedLine {
    /// The question.
    pub text: String,
    /// The day on which it came.
    pub day: String,
    /// Taken up, or taken out.
    pub form: FormPage,
}

/// What was suggested to a week. `room` is whether it can take another question; `open` whether people can still suggest any.
pub fn question_box(week: String, lines: Vec<SuggestedLine>, room: bool, open: bool) -> impl IntoView {
    let none = lines.is_empty().then(|| {
        let words = match open {
            true => "People can suggest questions from the week’s page until it begins.",
            false => "The week has begun, so nobody can suggest one any more.",
        };
        view! { <EmptyState heading="No suggested questions" words ways_on=vec![Link::new("Go to the weeks", "/desk/weeks")]/> }
    });
    view! {
        <BackLink href="/desk/weeks" label="Weeks"/>
        <h1>"Suggested questions, "{week}</h1>
        <p>"Nobody’s name comes with them. A question that you add stands on the week’s page at once, so look whether it names anybody."</p>
        {(!room).then(|| view! { <p>"The week has nine questions, which is the most. To add one, take another out of its settings first."</p> })}
        {none}
        {lines.into_iter().map(|line| one(line, room)).collect_view()}
    }
}

fn one(line: SuggestedLine, room: bool) -> impl IntoView {
    view! {
        <section class="section">
            <h2>{line.text}</h2>
            <p class="quiet">{line.day}</p>
            <FormShell form=line.form.head()>
                <p class="actions">
                    {room.then(|| view! { <Button label="Add it to the week" name="act" value="add"/> })}
                    <Button label="Take it out" kind=ButtonKind::Secondary name="act" value="remove"/>
                </p>
            </FormShell>
        </section>
    }
}

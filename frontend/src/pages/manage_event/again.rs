use domain::week::Week;
use leptos::prelude::*;

use crate::components::{BackLink, Button, Choice, ErrorSummary, FormShell, Radios};
use crate::form::FormPage;

/// Before an event of a past week is listed again.
#[derive(Clone, Debug, Default)]
pub struct AgainPage {
    /// The event's title.
    pub title: String,
    /// The way back.
    pub back: String,
    /// The weeks that take events, those of its nation first. Never empty.
    pub weeks: Vec<Week>,
    /// The form.
    pub form: FormPage,
}

/// Listing it again: in which week, and what is taken over.
pub fn again(page: AgainPage) -> impl IntoView {
    let AgainPage { title, back, weeks, mut form } = page;
    let question = match &weeks[..] {
        // Where there is nothing to choose, nothing is asked.
        [only] => {
            form.hidden.push(("week".into(), only.id.to_string()));
            view! { <p>"It will be part of " <strong>{only.name.clone()}</strong> ", " {only.dates_in_words()} "."</p> }.into_any()
        }
        _ => {
            let choices = weeks.iter().map(|week| Choice::new(week.id.to_string(), week.name.clone()).hint(week.dates_in_words())).collect();
            view! { <Radios field=form.field("week") legend="Which week is it part of?" choices/> }.into_any()
        }
    };
    view! {
        <BackLink href=back/>
        <ErrorSummary errors=form.errors.clone()/>
        <div class="page">
            <h1>"List it again"</h1>
            <p><strong>{title}</strong></p>
            <p>"A new event begins with everything you told of this one. You give the new day, and change what is different."</p>
            <p>"What happened, and its slides and recordings, stay with this event. A coordinator reads only what is different."</p>
            <FormShell form=form.head()>
                {question}
                <Button label="Begin"/>
            </FormShell>
        </div>
    }
}

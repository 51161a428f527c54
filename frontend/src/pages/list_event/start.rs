use domain::week::Week;
use leptos::prelude::*;

use crate::components::{Button, Choice, EmptyState, ErrorSummary, FormShell, Link, Radios};
use crate::form::FormPage;

/// What the start of the form shows.
#[derive(Clone, Debug, Default)]
pub struct StartPage {
    /// The form, with what was chosen.
    pub form: FormPage,
    /// The weeks that take events, the nearest first. Never empty: see [`none_open`].
    pub weeks: Vec<Week>,
}

/// Where the form begins: what to have at hand, how long it takes, which week.
pub fn start(page: StartPage) -> impl IntoView {
    let StartPage { mut form, weeks } = page;
    let question = match &weeks[..] {
        // Where there is nothing to choose, nothing is asked.
        [only] => {
            form.hidden.push(("week".into(), only.id.to_string()));
            view! { <p>"Your event will be part of " <strong>{only.name.clone()}</strong> ", " {only.dates_in_words()} "."</p> }.into_any()
        }
        _ => {
            let choices = weeks.iter().map(|week| Choice::new(week.id.to_string(), week.name.clone()).hint(week.dates_in_words())).collect();
            view! { <Radios field=form.field("week") legend="Which week is it part of?" choices/> }.into_any()
        }
    };
    view! {
        <ErrorSummary errors=form.errors.clone()/>
        <div class="page">
            <h1>"List an event"</h1>
            <p class="lead">"It takes about ten minutes. We save each page, and you can come back on another day."</p>
            <h2>"What you need"</h2>
            <ul>
                <li>"a title, and a summary of up to 40 words"</li>
                <li>"the day and the times, if your event has them"</li>
                <li>"the address of the venue, or how people join online"</li>
                <li>"what you can offer for access, such as a BSL interpreter or a step-free way in"</li>
                <li>"how people book, and how many places there are"</li>
                <li>"an email address: your private link goes there"</li>
            </ul>
            <h2>"What happens next"</h2>
            <ol>
                <li>"You send your event, and confirm your email address."</li>
                <li>"A coordinator of the week reads it. They publish it, or ask you for a change."</li>
                <li>"Your event is in the calendar, and people can book if you want them to."</li>
            </ol>
            <FormShell form=form.head()>
                {question}
                <Button label="Start"/>
            </FormShell>
        </div>
    }
}

/// What is shown while no week takes events.
#[derive(Clone, Debug, Default)]
pub struct NoneOpen {
    /// The nearest week there was, and its address.
    pub latest: Option<Link>,
}

/// While no week takes events: why, and what there is instead.
pub fn none_open(page: NoneOpen) -> impl IntoView {
    let mut ways_on: Vec<Link> = page.latest.into_iter().collect();
    ways_on.push(Link::new("See all past weeks", "/weeks"));
    ways_on.push(Link::new("Share a story", "/share-your-story"));
    view! {
        <div class="page">
            <h1>"List an event"</h1>
            <EmptyState
                heading="No week is open for events now"
                words="You can list an event once the days of the next week are known. Everything from past weeks is still here."
                ways_on
            />
        </div>
    }
}

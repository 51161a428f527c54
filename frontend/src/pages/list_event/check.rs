use domain::answers::Answers;
use domain::event::EventStep;
use domain::ids::EventId;
use leptos::prelude::*;

use super::rows::rows;
use super::{CAPTION, step_path};
use crate::components::{Button, ButtonKind, ButtonLink, CheckAnswers, FormShell, Link, Notice, NoticeKind, StepHeader};
use crate::form::FormPage;

/// The answers before they are sent.
#[derive(Clone, Debug)]
pub struct CheckPage {
    /// The event.
    pub id: EventId,
    /// The form that sends it.
    pub form: FormPage,
    /// The week's name and dates.
    pub week: String,
    /// Everything typed.
    pub answers: Answers,
    /// The pages that still need an answer, with how many sentences each.
    pub missing: Vec<(EventStep, usize)>,
    /// Whether the address is confirmed already, so that sending reaches the desk at once.
    pub confirmed: bool,
    /// Whether a coordinator enters it for somebody.
    pub on_behalf: bool,
}

/// Check your answers, then send.
pub fn check(page: CheckPage) -> impl IntoView {
    let CheckPage { id, form, week, answers, missing, confirmed, on_behalf } = page;
    let back = Link::new("Back", step_path(&id, EventStep::More));
    let sections = EventStep::ALL
        .iter()
        .map(|step| view! { <h2>{section(*step)}</h2> <CheckAnswers rows=rows(*step, &answers, &step_path(&id, *step))/> })
        .collect_view();
    let first_missing = missing.first().map(|(step, _)| format!("{}?from=check", step_path(&id, *step)));
    let end = match first_missing {
        Some(href) => view! { <p><ButtonLink label="Fill in what is missing" href/></p> }.into_any(),
        None => send(form, confirmed, on_behalf).into_any(),
    };
    view! {
        <StepHeader back caption=CAPTION/>
        <h1>"Check your answers"</h1>
        {(!missing.is_empty()).then(|| incomplete(&id, missing))}
        <p>"Part of " <strong>{week}</strong> "."</p>
        {sections}
        {end}
    }
}

fn send(form: FormPage, confirmed: bool, on_behalf: bool) -> impl IntoView {
    let next = match confirmed {
        _ if on_behalf => "It goes into the queue of the desk. Its host gets no email until it is decided.",
        true => "A coordinator reads your event again, and you get an email about it.",
        false => "When you send it, you get an email. Press the button behind its link, and a coordinator reads your event.",
    };
    view! {
        <h2>"Send your event"</h2>
        <p>{next}</p>
        <FormShell form=form.head()>
            <div class="row">
                <Button label="Send my event"/>
                <Button label="Come back later" kind=ButtonKind::Secondary name="later" value="yes"/>
            </div>
        </FormShell>
    }
}

fn incomplete(id: &EventId, missing: Vec<(EventStep, usize)>) -> impl IntoView + use<> {
    let pages = missing
        .into_iter()
        .map(|(step, count)| {
            let words = if count == 1 { "1 answer to look at".to_owned() } else { format!("{count} answers to look at") };
            view! { <li><a href=format!("{}?from=check", step_path(id, step))>{section(step)}</a> ": " {words}</li> }
        })
        .collect_view();
    view! {
        <Notice kind=NoticeKind::Warning>
            <p><strong>"Your event is not complete yet."</strong></p>
            <ul>{pages}</ul>
        </Notice>
    }
}

/// What a page is about, as a heading over its answers.
pub(in crate::pages) fn section(step: EventStep) -> &'static str {
    match step {
        EventStep::About => "About the event",
        EventStep::Host => "Who is holding it",
        EventStep::When => "When it is",
        EventStep::Where => "Where it is",
        EventStep::Access => "Getting in and taking part",
        EventStep::Booking => "Booking",
        EventStep::More => "More about it",
    }
}

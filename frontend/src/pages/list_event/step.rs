use domain::event::EventStep;
use domain::ids::EventId;
use domain::markup::SafeHtml;
use domain::week::Week;
use leptos::prelude::*;

use super::{CAPTION, check_path, step_path};
use crate::components::{Button, ButtonKind, ErrorSummary, FormShell, Link, Notice, NoticeKind, OnBehalf, Quote, StepHeader};
use crate::form::FormPage;

/// One page of the form.
#[derive(Clone, Debug)]
pub struct StepPage {
    /// The event.
    pub id: EventId,
    /// Which page.
    pub step: EventStep,
    /// The form, with what was typed. Its action is set here.
    pub form: FormPage,
    /// The week the event belongs to.
    pub week: Week,
    /// The person came from the answers to check, and goes back there.
    pub from_check: bool,
    /// What a coordinator asked for.
    pub desk_words: Option<String>,
    /// The page was changed elsewhere since it was shown; what was typed here is not saved yet.
    pub changed_elsewhere: bool,
    /// The description as it will look.
    pub preview: Option<SafeHtml>,
    /// A coordinator enters it for its host.
    pub on_behalf: bool,
    /// It is published, and this is a change of it.
    pub amending: bool,
}

impl StepPage {
    /// Where the page is sent to.
    fn action(&self) -> String {
        let path = step_path(&self.id, self.step);
        if self.from_check { format!("{path}?from=check") } else { path }
    }

    fn back(&self) -> Link {
        match self.step.before() {
            _ if self.from_check => Link::new("Back to your answers", check_path(&self.id)),
            Some(before) => Link::new("Back", step_path(&self.id, before)),
            None => Link::new("Back", format!("/manage/event/{}", self.id)),
        }
    }
}

/// A page of the form: one group of questions.
pub fn step(mut page: StepPage) -> impl IntoView {
    page.form.action = page.action();
    let (step, form, week) = (page.step, page.form.clone(), page.week.clone());
    let preview_action = format!("{}#preview", form.action);
    let questions = match step {
        EventStep::About => super::about::about(&form, page.preview.clone()).into_any(),
        EventStep::Host => super::host::host(&form, page.amending).into_any(),
        EventStep::When => super::when::when(&form, &week).into_any(),
        EventStep::Where => super::place::place(&form).into_any(),
        EventStep::Access => super::access::access(&form).into_any(),
        EventStep::Booking => super::booking::booking(&form, page.amending).into_any(),
        EventStep::More => super::more::more(&form, &week).into_any(),
    };
    view! {
        <StepHeader back=page.back() step=step.number() of=EventStep::ALL.len() caption=CAPTION/>
        <ErrorSummary errors=form.errors.clone()/>
        <h1>{step.words()}</h1>
        {page.on_behalf.then(|| view! { <OnBehalf whose="host"/> })}
        {page.changed_elsewhere.then(changed_elsewhere)}
        {page.desk_words.map(asked)}
        <FormShell form=form.head()>
            {questions}
            <div class="row">
                <Button label="Save and continue"/>
                {(step == EventStep::About)
                    .then(|| {
                        view! { <Button label="See how the description will look" kind=ButtonKind::Secondary name="preview" value="yes" action=preview_action/> }
                    })}
                <Button label="Save and come back later" kind=ButtonKind::Secondary name="later" value="yes"/>
            </div>
        </FormShell>
    }
}

fn changed_elsewhere() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Warning>
            <p><strong>"This page was changed in another window or on another device."</strong></p>
            <p>"Here is what you typed. It is not saved yet. Press “Save and continue” to keep it in place of the other."</p>
        </Notice>
    }
}

/// What a coordinator asked for stays in sight while it is being changed.
fn asked(words: String) -> impl IntoView {
    view! {
        <Notice>
            <p><strong>"A coordinator asked for a change:"</strong></p>
            <Quote words/>
        </Notice>
    }
}

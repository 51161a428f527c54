//! A host writes to everybody who registered.

use domain::registration::{Audience, Placeholder};
use leptos::prelude::*;

use super::register::EventLine;
use crate::components::{BackLink, Button, ButtonKind, Choice, Disclosure, ErrorSummary, FormShell, Notice, NoticeKind, Quote, Radios, TextArea};
use crate::form::FormPage;

/// How the message would arrive.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The words, filled in for somebody who does not exist.
    pub words: String,
    /// How many people it goes to, in words.
    pub reach: String,
}

/// The form, and the message as it would arrive.
#[derive(Clone, Debug, Default)]
pub struct HostMessagePage {
    /// The event.
    pub event: EventLine,
    /// The host's list.
    pub back: String,
    /// It was just sent.
    pub sent: bool,
    /// How it would arrive, once it was looked at.
    pub preview: Option<Preview>,
    /// What was written before: when and to whom, and the words.
    pub before: Vec<(String, String)>,
    /// The form.
    pub form: FormPage,
}

/// Write, look at it, send.
pub fn host_message(page: HostMessagePage) -> impl IntoView {
    let form = page.form;
    let seen = page.preview.is_some();
    let audiences: Vec<Choice> = Audience::ALL.iter().map(|audience| Choice::new(audience.value(), audience.words())).collect();
    let fills: Vec<String> = Placeholder::ALL.iter().map(|p| format!("{} for {}", p.value(), p.words())).collect();
    let hint = format!("Up to 2,000 characters, plain text. You can write {}. Write nothing about anybody’s health.", fills.join(", "));
    view! {
        <BackLink href=page.back label="Back to who is coming"/>
        <ErrorSummary errors=form.errors.clone()/>
        <div class="page">
            <h1>"Write to people"</h1>
            {page.event.lines()}
            {page.sent.then(|| view! {
                <Notice kind=NoticeKind::Success><p>"It is on its way. It reaches everybody within a few minutes."</p></Notice>
            })}
            <p>"Everybody gets an email of their own. Nobody sees who else it went to."</p>
            {page.preview.map(preview)}
        </div>
        <FormShell form=form.head()>
            <Radios field=form.field("audience") legend="Whom do you write to?" choices=audiences/>
            <TextArea field=form.field("words") label="Your message" hint rows=8/>
            <div class="row">
                {seen.then(|| view! { <Button label="Send it now" name="act" value="send"/> })}
                <Button
                    label=if seen { "Look at it again" } else { "Look at it before you send" }
                    kind=if seen { ButtonKind::Secondary } else { ButtonKind::Primary }
                    name="act"
                    value="preview"
                />
            </div>
        </FormShell>
        {(!page.before.is_empty()).then(|| before(page.before))}
    }
}

fn preview(preview: Preview) -> impl IntoView {
    view! {
        <h2>"How it arrives"</h2>
        <p>{preview.reach}</p>
        <Quote words=preview.words by="You, as its reader sees it"/>
        <p class="quiet">"The event, the day and their private link stand below it."</p>
    }
}

fn before(messages: Vec<(String, String)>) -> impl IntoView {
    let folds = messages.into_iter().map(|(when, words)| view! { <Disclosure summary=when><p class="typed">{words}</p></Disclosure> }).collect_view();
    view! { <div class="page"><h2>"What you wrote before"</h2>{folds}</div> }
}

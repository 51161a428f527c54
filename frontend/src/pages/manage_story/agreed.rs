use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, Disclosure, FormShell};
use crate::form::FormPage;
use crate::pages::share_story::HelpAside;

/// One thing that was agreed to and stands.
#[derive(Clone, Debug, Default)]
pub struct AgreedLine {
    /// The words beside the box that was ticked.
    pub label: String,
    /// The words under it.
    pub explains: String,
    /// Since when.
    pub since: String,
    /// The last day; none until it is taken back.
    pub until: Option<String>,
    /// The form that takes it back alone.
    pub take_back: Option<Box<FormPage>>,
    /// For publication: the page that takes the whole story back.
    pub withdraw: Option<String>,
}

/// What an author agreed to.
#[derive(Clone, Debug, Default)]
pub struct AgreedPage {
    /// The story's title.
    pub title: String,
    /// What stands.
    pub lines: Vec<AgreedLine>,
    /// Everything that was said, the newest first.
    pub history: Vec<String>,
    /// The way back.
    pub back: String,
}

/// Each purpose on its own, in the words that were agreed to, with a button that takes back this one and no other.
pub fn agreed(page: AgreedPage) -> impl IntoView {
    let AgreedPage { title, lines, history, back } = page;
    let none = lines.is_empty().then(|| view! { <p>"Nothing stands. We may not use your story for anything."</p> });
    let lines = lines.into_iter().map(line).collect_view();
    let history = history.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
    view! {
        <BackLink href=back label="Where your story stands"/>
        <div class="with-help">
            <div class="page">
                <h1>"What you agreed to"</h1>
                <p><strong>{title}</strong></p>
                {none}
                {lines}
                <Disclosure summary="Everything you said about this, with its day">
                    <ul>{history}</ul>
                </Disclosure>
            </div>
            <HelpAside/>
        </div>
    }
}

fn line(line: AgreedLine) -> impl IntoView {
    let AgreedLine { label, explains, since, until, take_back, withdraw } = line;
    let until = until.map_or_else(|| "until you take it back".to_owned(), |day| format!("until {day}"));
    view! {
        <section>
            <h2>{label.clone()}</h2>
            <p>{explains}</p>
            <p>{format!("You agreed on {since}, {until}.")}</p>
            {take_back.map(|form| view! {
                <FormShell form=form.head()>
                    <Button label=format!("Take this back: {label}") kind=ButtonKind::Secondary/>
                </FormShell>
            })}
            {withdraw.map(|href| view! { <p>"Without this one your story can’t be here. "<a href=href>"Withdraw my story"</a></p> })}
        </section>
    }
}

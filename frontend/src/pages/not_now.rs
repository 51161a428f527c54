//! The page for a form that can't be taken while the hub is read-only: everything that was typed, to copy and keep.

use leptos::prelude::*;

use super::contact::Contact;
use crate::components::TextArea;
use crate::form::Field;

/// One answer as it was typed.
#[derive(Clone, Debug)]
pub struct Typed {
    /// What it answers.
    pub name: String,
    /// The text.
    pub text: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct NotNow {
    /// Everything that was typed.
    pub typed: Vec<Typed>,
    /// Who can help meanwhile.
    pub help: Contact,
}

/// "Not now", and what was typed.
pub fn not_now(page: NotNow) -> impl IntoView {
    let NotNow { typed, help } = page;
    let nothing = typed.is_empty();
    let answers: Vec<_> = typed.into_iter().enumerate().map(|(place, typed)| answer(place, typed)).collect();
    view! {
        <div class="page">
            <h1>"You can’t send this now"</h1>
            <p>"We are mending something. You can read every page, but nothing can be changed for the moment."</p>
            <p>"Nothing you sent was saved. Nothing that was saved before is lost."</p>
            {(!nothing).then(|| view! {
                <h2>"What you typed"</h2>
                <p>"Copy it and keep it. Then come back later today and send it again."</p>
                {answers}
            })}
            <h2>"If it can’t wait"</h2>
            <p>"Write to " <a href=format!("mailto:{}", help.email)>{help.email.clone()}</a> "."</p>
            {help.phone.map(|phone| view! { <p>"Or phone " {phone} "."</p> })}
            <p><a href="/">"Go to the home page"</a></p>
        </div>
    }
}

pub(super) fn answer(place: usize, typed: Typed) -> impl IntoView {
    let lines = typed.text.lines().count() + typed.text.len() / 60;
    let field = Field { name: format!("typed-{place}"), values: vec![typed.text], error: None };
    view! { <TextArea field=field label=typed.name rows=lines.clamp(1, 20) as u16/> }
}

//! The page for a form that met a fault of ours: everything that was typed, and a button that sends it again as it was.

use leptos::prelude::*;

use super::not_now::{Typed, answer};
use crate::components::{Button, FormShell};
use crate::form::FormHead;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct SendAgain {
    /// What happened, such as "Many people are here at once".
    pub heading: String,
    /// What is safe and what to do: a paragraph each.
    pub words: Vec<String>,
    /// The form as it was sent, in hidden fields.
    pub form: FormHead,
    /// Everything that was typed, to be read.
    pub typed: Vec<Typed>,
    /// A reference to quote, when it was our fault.
    pub reference: Option<String>,
}

/// What happened, the button, and what was typed.
pub fn send_again(page: SendAgain) -> impl IntoView {
    let SendAgain { heading, words, form, typed, reference } = page;
    let nothing = typed.is_empty();
    let answers: Vec<_> = typed.into_iter().enumerate().map(|(place, typed)| answer(place, typed)).collect();
    view! {
        <div class="page">
            <h1>{heading}</h1>
            {words.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
        </div>
        <FormShell form>
            <Button label="Send it again"/>
        </FormShell>
        <div class="page">
            {(!nothing).then(|| view! {
                <h2>"What you typed"</h2>
                <p>"The button sends exactly this. You can also copy it and keep it. To change something, go back in your browser."</p>
                {answers}
            })}
            <p><a href="/help">"Get help"</a></p>
            {reference.map(|reference| view! { <p class="quiet">"If you tell us about this, quote " <code>{reference}</code> "."</p> })}
        </div>
    }
}

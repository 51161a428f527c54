//! A session that ended while somebody was writing: nothing typed is lost.

use leptos::prelude::*;

use crate::components::{AnswerRow, Button, ButtonKind, CheckAnswers, FormShell};
use crate::form::FormHead;

/// What was typed, and where it was going.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The form as it was sent, to be sent again.
    pub form: FormHead,
    /// What was typed, each with a label, to be read and copied.
    pub typed: Vec<(String, String)>,
}

/// Says that the session ended, shows what was typed, and sends it again after signing in.
pub fn signed_out(kept: Kept) -> impl IntoView {
    let typed: Vec<_> = kept.typed.into_iter().map(|(label, value)| AnswerRow { label, value: Some(value), change: None }).collect();
    let shown = (!typed.is_empty()).then(|| view! { <h2>"What you wrote"</h2><CheckAnswers rows=typed/> });
    view! {
        <div class="page">
            <h1>"You were signed out"</h1>
            <p>"A session at the desk ends after 30 minutes without a page, and after 12 hours. What you wrote is here, and nothing was sent yet."</p>
            <ol>
                <li><a href="/desk/sign-in" target="_blank" rel="noopener">"Sign in, in a new tab"</a>"."</li>
                <li>"Come back to this tab and press the button."</li>
            </ol>
            <FormShell form=kept.form><Button label="I have signed in: send it now" kind=ButtonKind::Secondary/></FormShell>
            {shown}
        </div>
    }
}

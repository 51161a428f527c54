use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, FormShell};
use crate::form::FormHead;
use crate::pages::register::EventLine;

/// A page with one button: opening a link does nothing, pressing does (quality-bar S-08, S-14).
#[derive(Clone, Debug, Default)]
pub struct Press {
    /// What it is about; none where only the link says so.
    pub event: Option<EventLine>,
    /// The question or the next act.
    pub heading: String,
    /// What pressing does, a paragraph each.
    pub words: Vec<String>,
    /// The button.
    pub label: String,
    /// Whether it takes something away.
    pub takes_away: bool,
    /// The form.
    pub form: FormHead,
    /// The way back.
    pub back: Option<String>,
}

/// The page with one button.
pub fn press(page: Press) -> impl IntoView {
    let kind = if page.takes_away { ButtonKind::Warning } else { ButtonKind::Primary };
    view! {
        {page.back.map(|href| view! { <BackLink href/> })}
        <div class="page">
            <h1>{page.heading}</h1>
            {page.event.map(|event| event.lines())}
            {page.words.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
        </div>
        <FormShell form=page.form>
            <Button label=page.label kind/>
        </FormShell>
    }
}

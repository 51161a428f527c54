use leptos::prelude::*;

use super::frame::{Place, frame};
use super::plainer::{Plainer, plainer};
use crate::components::{Button, Choice, ErrorSummary, FieldError, FormShell, Notice};
use crate::form::FormPage;

/// Something that could give somebody away, in its sentence.
#[derive(Clone, Debug, Default)]
pub struct Hit {
    /// What keeping it sends.
    pub value: String,
    /// "A phone number".
    pub what: String,
    /// Where it stands, where that is not the text: "in your title".
    pub place: String,
    /// What stands before the words in their sentence.
    pub before: String,
    /// The words.
    pub words: String,
    /// What stands behind them.
    pub after: String,
    /// What to do about it.
    pub suggestion: String,
}

/// The page between writing and agreeing.
#[derive(Clone, Debug, Default)]
pub struct GiveAwayPage {
    /// Where the person is.
    pub place: Place,
    /// What was found, in the order of the story.
    pub hits: Vec<Hit>,
    /// The page on which the story is changed.
    pub change: String,
    /// What could be said more plainly.
    pub plainer: Vec<Plainer>,
    /// The form, with the field `keep`.
    pub form: FormPage,
}

/// What could give somebody away: each in its sentence, with what to do instead. Its author decides for each.
pub fn give_away(page: GiveAwayPage) -> impl IntoView {
    let GiveAwayPage { place, hits, change, plainer: offers, form } = page;
    let errors = form.errors.clone();
    let none = hits.is_empty();
    let wrong = form.error("keep").map(|words| view! { <FieldError name="keep" words/> });
    let field = form.field("keep");
    let lines = hits.into_iter().enumerate().map(|(at, hit)| line(at, field.has(&hit.value), hit)).collect_view();
    let found = match none {
        true => view! { <Notice><p>"Nothing was found. That is no promise: read your story once more before you send it."</p></Notice> }.into_any(),
        false => view! {
            <p>"Somebody who knows you, or somebody in your story, could tell who it is by these words. It is your story: you decide for each."</p>
            <p><a href=change.clone()>"Go back and change my story"</a></p>
            {wrong}
            <ol class="give-aways">{lines}</ol>
            <p class="quiet">"A program looked for these. It does not find everything, and it does not understand what it reads. What you wrote was sent nowhere for it."</p>
        }
        .into_any(),
    };
    let body = view! {
        <ErrorSummary errors/>
        <h1>"What could give you away"</h1>
        <FormShell form=form.head()>
            {found}
            <Button label="Save and continue"/>
        </FormShell>
        {plainer(offers, change)}
    };
    frame(place, body)
}

/// Each in its sentence, with what to do instead, and nothing to tick.
pub fn hit_lines(hits: Vec<Hit>) -> impl IntoView {
    let line = |hit: Hit| {
        view! {
            <li>
                <p><b>{hit.what}</b>{hit.place}</p>
                <p class="as-typed">{hit.before}<mark>{hit.words}</mark>{hit.after}</p>
                <p>{hit.suggestion}</p>
            </li>
        }
    };
    view! { <ol class="give-aways">{hits.into_iter().map(line).collect_view()}</ol> }
}

fn line(at: usize, kept: bool, hit: Hit) -> impl IntoView {
    let id = Choice::id("keep", at);
    let help = format!("{id}-help");
    view! {
        <li>
            <p><b>{hit.what}</b>{hit.place}</p>
            <p class="as-typed">{hit.before}<mark>{hit.words.clone()}</mark>{hit.after}</p>
            <p id=help.clone()>{hit.suggestion}</p>
            <div class="choice">
                <input type="checkbox" id=id.clone() name="keep" value=hit.value checked=kept aria-describedby=help/>
                <label for=id>"Keep “"{hit.words}"” as it is"</label>
            </div>
        </li>
    }
}

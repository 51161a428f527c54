use leptos::prelude::*;

use super::frame::{Place, frame};
use super::plainer::{Plainer, plainer};
use super::write::{Preview, shown};
use crate::components::{AnswerRow, Button, CheckAnswers, FormShell, Link, Notice, NoticeKind};
use crate::form::FormPage;

/// The last page before a story is sent.
#[derive(Clone, Debug, Default)]
pub struct CheckPage {
    /// Where the person is.
    pub place: Place,
    /// How it is named and what it says.
    pub story: Vec<AnswerRow>,
    /// What was agreed to, and the address.
    pub agreed: Vec<AnswerRow>,
    /// What is still to be done: a sentence, and the field it is about.
    pub missing: Vec<Link>,
    /// The story as it will look.
    pub preview: Preview,
    /// What could be said more plainly, and the page on which to do that.
    pub plainer: Vec<Plainer>,
    /// The page on which the story is written.
    pub change: String,
    /// What happens before it is public, a sentence each.
    pub promised: Vec<String>,
    /// The form with the button.
    pub form: FormPage,
}

/// Check your answers, then send.
pub fn check(page: CheckPage) -> impl IntoView {
    let CheckPage { place, story, agreed, missing, preview, plainer: offers, change, promised, form } = page;
    let send = if missing.is_empty() {
        view! {
            <FormShell form=form.head()>
                <p>"When you send it, a coordinator reads it. Nobody else sees it before it is published. While they read you can’t change it, but you can take it back."</p>
                <p>"If they would change a word of it, you see that first, and say yes or no."</p>
                {promised.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
                <Button label="Send my story"/>
            </FormShell>
        }
        .into_any()
    } else {
        ().into_any()
    };
    let body = view! {
        {(!missing.is_empty()).then(|| to_do(missing))}
        <h1>"Check your answers"</h1>
        <h2>"Your story"</h2>
        <CheckAnswers rows=story/>
        {shown(preview)}
        {plainer(offers, change)}
        <h2>"What we may do with it, and how we reach you"</h2>
        <CheckAnswers rows=agreed/>
        {send}
    };
    frame(place, body)
}

fn to_do(missing: Vec<Link>) -> impl IntoView {
    let lines = missing.into_iter().map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect_view();
    view! {
        <Notice kind=NoticeKind::Warning>
            <p><strong>"Before you can send it"</strong></p>
            <ul class="links">{lines}</ul>
        </Notice>
    }
}

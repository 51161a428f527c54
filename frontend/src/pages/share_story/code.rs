use leptos::prelude::*;

use super::frame::{Place, frame};
use crate::components::{BackLink, Button, ButtonKind, ErrorSummary, FormShell, Link, TextInput, Width};
use crate::form::FormPage;
use crate::pages::share_story::HelpAside;

/// What there is to show of a story's withdrawal code.
#[derive(Clone, Debug, Default)]
pub enum CodeNow {
    /// It has none before it is sent, unless its author asks for one.
    #[default]
    NotYet,
    /// The code in groups, as it is read aloud: its author has not said that they have it.
    Shown(String),
    /// They have.
    Noted,
    /// They have not, and the hub can't make it again: the key it was made with is gone.
    Lost,
}

/// The page of a story's withdrawal code.
#[derive(Clone, Debug, Default)]
pub struct CodePage {
    /// The code, or why it is not shown.
    pub code: CodeNow,
    /// Where it is typed in.
    pub typed_at: String,
    /// The way back.
    pub back: String,
    /// That they have it. Its hidden field says which act.
    pub kept: FormPage,
    /// A new one in its place.
    pub renew: FormPage,
}

/// The code, large and made to be printed; or the offer of a new one.
pub fn code(page: CodePage) -> impl IntoView {
    let CodePage { code, typed_at, back, kept, renew } = page;
    let ends = "You can have a new one. The old one then opens nothing any more.";
    let body = match code {
        CodeNow::Shown(code) => view! {
            {card(code, typed_at)}
            <FormShell form=kept.head()>
                <p>"Press this when you have written it down or printed it. No page shows it after that."</p>
                <Button label="I have my code"/>
            </FormShell>
        }
        .into_any(),
        CodeNow::Noted => {
            offer("You said that you have your code. It opens your story as before, and no page shows it any more.", ends, renew).into_any()
        }
        CodeNow::Lost => offer("We can’t show your code again. If you wrote it down, it opens your story as before.", ends, renew).into_any(),
        CodeNow::NotYet => {
            offer("Your story has no code yet. It gets one when you send it.", "You can have one now, if you want to come back by it.", renew)
                .into_any()
        }
    };
    let body = view! {
        <div class="page">
            <h1>"Your withdrawal code"</h1>
            {body}
        </div>
    };
    frame(Place { back: Some(Link::new("Where your story stands", back)), ..Place::default() }, body)
}

fn offer(why: &'static str, what: &'static str, renew: FormPage) -> impl IntoView {
    view! {
        <p>{why}</p>
        <FormShell form=renew.head()>
            <p>{what}</p>
            <Button label="Give me a new code" kind=ButtonKind::Secondary/>
        </FormShell>
    }
}

/// The code itself, and what it is for.
pub(super) fn card(code: String, typed_at: String) -> impl IntoView {
    let href = typed_at.clone();
    view! {
        <p class="story-code"><code>{code}</code></p>
        <p>"With this code you can open your story on any device: see where it stands, read what we ask you, and take it back. You need no email address and no name."</p>
        <p>"Type it in at "<a href=href>{typed_at}</a>". Write it down or print this page: we show it to you only now. Whoever has it can do all this too."</p>
    }
}

/// Where a code is typed in.
#[derive(Clone, Debug, Default)]
pub struct EnterCodePage {
    /// The form, with the field `code`.
    pub form: FormPage,
}

/// One field and a button.
pub fn enter_code(page: EnterCodePage) -> impl IntoView {
    let form = page.form;
    let errors = form.errors.clone();
    view! {
        <BackLink href="/share-your-story" label="Share your story"/>
        <div class="with-help">
            <div class="page">
                <ErrorSummary errors/>
                <h1>"Open your story with your code"</h1>
                <p>"You got a withdrawal code when you sent your story. It opens your story on this device for a day, or until you close it there."</p>
                <FormShell form=form.head()>
                    <TextInput
                        field=form.field("code")
                        label="Your withdrawal code"
                        hint="Sixteen letters and numbers, like k7pd-2m9x-4h01-vw3r. Capitals and gaps make no difference."
                        width=Width::Medium
                        autocomplete="off"
                    />
                    <Button label="Open my story"/>
                </FormShell>
                <p>"Do you have a private link instead? Open that link. If you gave us an email address, "<a href="/links">"we can send your link again"</a>"."</p>
                <p>"If you have lost both, write to the coordinators and tell them which story it is. They can take it off the hub at once."</p>
            </div>
            <HelpAside/>
        </div>
    }
}

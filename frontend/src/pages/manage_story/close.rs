use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, FormShell};
use crate::form::FormHead;
use crate::pages::share_story::{HelpAside, kept_here};

/// Closing a story on a device.
#[derive(Clone, Debug, Default)]
pub struct ClosePage {
    /// By which name a copy of it is kept on a device.
    pub copy: String,
    /// The page of its state.
    pub back: String,
    /// The form with the button; none where the story is not open on this device.
    pub form: Option<FormHead>,
}

/// The button, or that it was pressed and how to come back.
pub fn close(page: ClosePage) -> impl IntoView {
    let ClosePage { copy, back, form } = page;
    let is_open = form.is_some();
    let body = match form {
        Some(form) => view! {
            <h1>"Close your story on this device"</h1>
            {close_here(form)}
        }
        .into_any(),
        None => view! {
            <h1>"Your story is closed on this device"</h1>
            <p>"Whoever uses this device next can’t open it here, unless they have your private link or your code."</p>
            <p><a href="/manage/story/code">"Open it again with your code"</a></p>
            <p>"Or open your private link. If you gave us an email address, "<a href="/links">"we can send your link again"</a>"."</p>
        }
        .into_any(),
    };
    let back = is_open.then(|| view! { <BackLink href=back label="Where your story stands"/> });
    view! {
        {back}
        <div class="with-help">
            <div class="page">
                {body}
                {kept_here(copy)}
            </div>
            <HelpAside/>
        </div>
    }
}

/// The button, with what it is for.
pub(crate) fn close_here(form: FormHead) -> impl IntoView {
    view! {
        <FormShell form>
            <p>"Your story stays open on this device for a day. If others use it, close your story when you are done: then it takes your private link or your code to open it here."</p>
            <Button label="Close my story on this device" kind=ButtonKind::Secondary/>
        </FormShell>
    }
}

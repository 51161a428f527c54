use leptos::prelude::*;

use super::code::card;
use super::frame::{Place, frame};
use super::keep_here::kept_here;
use crate::components::{Button, ButtonKind, FormShell, Link, Panel};
use crate::form::{FormHead, FormPage};
use crate::pages::manage_story::close_here;

/// After a story was sent.
#[derive(Clone, Debug, Default)]
pub struct SentPage {
    /// The story's title.
    pub title: String,
    /// The withdrawal code in groups, until its author said that they have it.
    pub code: Option<String>,
    /// Where a code is typed in, whole.
    pub typed_at: String,
    /// That they have it.
    pub kept: FormPage,
    /// The private link, whole.
    pub private_link: String,
    /// Whether its author left an address.
    pub has_contact: bool,
    /// By which name a copy of it is kept on a device.
    pub copy: String,
    /// Closes the story on this device.
    pub close: FormHead,
    /// The page of the story's state.
    pub manage: String,
}

/// That it arrived, and the private link once more: large, and made to be printed.
pub fn sent(page: SentPage) -> impl IntoView {
    let SentPage { title, code, typed_at, kept, private_link, has_contact, copy, close, manage } = page;
    let keep = if has_contact {
        "Keep this link. It is the way back to your story. We have sent it to your email address too."
    } else {
        "This link brings you back to your story too. You gave no email address, so your code and this link are the only way back. Copy it, take a picture of it or print this page."
    };
    let body = view! {
        <Panel heading="We have your story">
            <p><b>{title}</b></p>
            <p>"Thank you for trusting us with it."</p>
        </Panel>
        <div class="page">
            {kept_here(copy)}
            {code.map(|code| view! {
                <h2>"Your withdrawal code"</h2>
                {card(code, typed_at)}
                <FormShell form=kept.head()>
                    <p>"Press this when you have written it down or printed it. No page shows it after that."</p>
                    <Button label="I have my code" kind=ButtonKind::Secondary/>
                </FormShell>
            })}
            <h2>"Your private link"</h2>
            <p>{keep}</p>
            <p class="private-link"><code>{private_link}</code></p>
            <p>"Whoever has it can read your story here and take it back, so keep it to yourself."</p>
            <h2>"What happens next"</h2>
            <p>"A coordinator reads your story. They publish it in your own words, ask you for a change, or tell you why they can’t publish it."</p>
            <p>{if has_contact { "We write to you when that has happened." } else { "Open your private link now and then to see what they say." }}</p>
            <p>"You can take your story back at any time, before it is published and after."</p>
            <p><a href=manage>"See where your story stands"</a></p>
            {close_here(close)}
        </div>
    };
    frame(Place { back: None::<Link>, ..Place::default() }, body)
}

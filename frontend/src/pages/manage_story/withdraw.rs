use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, FormShell};
use crate::form::FormPage;
use crate::pages::share_story::{HelpAside, kept_here};

/// Before a story is taken back.
#[derive(Clone, Debug, Default)]
pub struct WithdrawPage {
    /// The title.
    pub title: String,
    /// Whether it is public now.
    pub is_public: bool,
    /// By which name a copy of it is kept on a device.
    pub copy: String,
    /// The way back.
    pub back: String,
    /// The form with the button.
    pub form: FormPage,
}

/// One page, one button: what goes, and what can't be recalled.
pub fn withdraw(page: WithdrawPage) -> impl IntoView {
    let WithdrawPage { title, is_public, copy, back, form } = page;
    view! {
        <BackLink href=back/>
        <div class="with-help">
            <div class="page">
                <h1>"Withdraw your story"</h1>
                <p><strong>{title}</strong></p>
                <ul>
                    {is_public.then(|| view! {
                        <li>"It leaves every page, list, search and feed of the hub within a minute."</li>
                        <li>"At its address stands a notice that a story was withdrawn: no name, no title."</li>
                    })}
                    <li>"We delete its words, and your email address if you gave one."</li>
                    <li>"Safety copies of the hub hold it for 35 days more. If we ever need one, we take your story out again before anybody is let in."</li>
                    <li>"It can’t be undone. You can share it again as a new story."</li>
                </ul>
                {is_public.then(|| view! {
                    <h2>"What we can’t take back"</h2>
                    <ul>
                        <li>"What is printed, and copies or pictures other people made."</li>
                        <li>"Links and quotes on other sites and on social media."</li>
                        <li>"What search engines still show, until they look again."</li>
                    </ul>
                })}
                {kept_here(copy)}
                <FormShell form=form.head()>
                    <Button label="Withdraw my story" kind=ButtonKind::Warning/>
                </FormShell>
            </div>
            <HelpAside/>
        </div>
    }
}

use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, FormShell, Notice, NoticeKind};
use crate::form::FormPage;

/// The private link of an event.
#[derive(Clone, Debug, Default)]
pub struct LinkPage {
    /// The event's title.
    pub title: String,
    /// The way back.
    pub back: String,
    /// The link, whole.
    pub link: String,
    /// Where it can be mailed to, where that is known.
    pub email: Option<String>,
    /// It was just mailed.
    pub mailed: bool,
    /// The form that mails it.
    pub form: FormPage,
}

/// "Come back later": the link on screen, and by mail.
pub fn link(page: LinkPage) -> impl IntoView {
    let LinkPage { title, back, link, email, mailed, form } = page;
    let mail = match email {
        Some(email) => view! {
            <FormShell form=form.head()>
                <p>"We can also send it to " <strong>{email}</strong> "."</p>
                <div class="row"><Button label="Email me the link" kind=ButtonKind::Secondary/></div>
            </FormShell>
        }
        .into_any(),
        None => view! { <p>"Once you give your email address in the form, we can send you the link too."</p> }.into_any(),
    };
    view! {
        <BackLink href=back/>
        <div class="page">
            <h1>"Your private link"</h1>
            {mailed.then(|| view! { <Notice kind=NoticeKind::Success><p>"We sent you the link. It can take a few minutes."</p></Notice> })}
            <p>"Your answers are saved: " <strong>{title}</strong> "."</p>
            <p>"With this link you come back to them, on any device. Copy it to a safe place. Whoever has it can change the event."</p>
            <p><a href=link.clone()><code>{link.clone()}</code></a></p>
            {mail}
        </div>
    }
}

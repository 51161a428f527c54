//! Taking a story off, at once.

use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, ErrorSummary, FormShell, TextArea};
use crate::form::FormPage;

/// One page, one reason, one button.
pub fn take_down(title: String, form: FormPage, back: String) -> impl IntoView {
    view! {
        <div class="page">
            <ErrorSummary errors=form.errors.clone()/>
            <BackLink href=back label="The story"/>
            <h1>"Take it off now"</h1>
            <p><strong>{title}</strong></p>
            <ul>
                <li>"It leaves every page, list and feed of the hub within a minute. At its address stands a notice without a name or a title."</li>
                <li>"It can’t be put back. Its author can send it again as a new story."</li>
                <li>"Its author reads your reason on their private page. Their words stay there for 30 days, for them alone."</li>
            </ul>
            <FormShell form=form.head()>
                <TextArea field=form.field("reason") label="Why?" hint="Its author reads it in these words. Say it plainly and kindly." rows=3/>
                <Button label="Take it off now" kind=ButtonKind::Warning/>
            </FormShell>
        </div>
    }
}

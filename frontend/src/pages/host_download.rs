//! The list as a file.

use leptos::prelude::*;

use super::register::EventLine;
use crate::components::{BackLink, Button, ButtonKind, ErrorSummary, FormShell, Notice, NoticeKind, Tick};
use crate::form::FormPage;

/// The two files.
#[derive(Clone, Debug, Default)]
pub struct HostDownload {
    /// The event.
    pub event: EventLine,
    /// The host's list.
    pub back: String,
    /// Until when access needs can be seen, in words.
    pub needs_until: String,
    /// The form.
    pub form: FormPage,
}

/// A file without access needs; and, apart from it, one with them.
pub fn host_download(page: HostDownload) -> impl IntoView {
    let form = page.form;
    view! {
        <BackLink href=page.back label="Back to who is coming"/>
        <ErrorSummary errors=form.errors.clone()/>
        <div class="page">
            <h1>"Download the list"</h1>
            {page.event.lines()}
            <p>"A file for a spreadsheet, with names, contacts and places. What would help people is not in it."</p>
        </div>
        <FormShell form=form.head()><Button label="Download the list (CSV file)" name="act" value="list"/></FormShell>
        <div class="page">
            <h2>"With what would help people"</h2>
            <Notice kind=NoticeKind::Warning>
                <p>"People told you this to take part in this event. " {page.needs_until} " Delete the file by then too, and do not send it by email. We note that it was downloaded."</p>
            </Notice>
        </div>
        <FormShell form=form.head()>
            <Tick field=form.field("care") label="I need it to arrange this event, and I will delete the file when the event is over."/>
            <Button label="Download with what would help (CSV file)" kind=ButtonKind::Secondary name="act" value="access"/>
        </FormShell>
    }
}

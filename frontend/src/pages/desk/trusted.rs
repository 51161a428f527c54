//! Hosts whom coordinators trust.

use leptos::prelude::*;

use crate::components::{Button, ButtonKind, EmptyState, FormShell, Link};
use crate::form::FormHead;

/// One of them.
#[derive(Clone, Debug, Default)]
pub struct TrustedLine {
    /// The organisation.
    pub host: String,
    /// Since which day.
    pub since: String,
    /// The event at which it was recorded, at the desk.
    pub event: String,
    /// Takes it back.
    pub form: FormHead,
}

/// Each with what it rests on, and one button.
pub fn trusted(lines: Vec<TrustedLine>) -> impl IntoView {
    let none = lines.is_empty().then(|| {
        let ways_on = vec![Link::new("Go to the queue", "/desk")];
        view! { <EmptyState heading="No host is trusted yet" words="Open an event that was published, and choose “Trust this host”." ways_on/> }
    });
    view! {
        <h1>"Trusted hosts"</h1>
        <p>"What is new from these hosts is published as soon as they send it. Changes to what is published still wait for the desk."</p>
        {none}
        {lines.into_iter().map(one).collect_view()}
    }
}

fn one(line: TrustedLine) -> impl IntoView {
    let hidden = format!(" {}", line.host);
    view! {
        <section class="section">
            <h2>{line.host}</h2>
            <p>"Since "{line.since}". "<a href=line.event>"See the event at which it was recorded"<span class="visually-hidden">{hidden}</span></a></p>
            <FormShell form=line.form><Button label="Take it back" kind=ButtonKind::Secondary/></FormShell>
        </section>
    }
}

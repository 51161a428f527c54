//! What people worry about, for coordinators.

use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, EmptyState, FormShell, Link};
use crate::form::FormPage;

/// One worry.
#[derive(Clone, Debug, Default)]
pub struct ConcernLine {
    /// What it is about.
    pub about: String,
    /// When it came.
    pub when: String,
    /// The words.
    pub words: String,
    /// The page it is about.
    pub page: Option<String>,
    /// How to reach whoever wrote it.
    pub reach: Option<String>,
    /// That it was seen to.
    pub form: FormPage,
}

/// Each with its words and one button.
pub fn concerns(lines: Vec<ConcernLine>) -> impl IntoView {
    let none = lines.is_empty().then(|| {
        let ways_on = vec![Link::new("Go to the queue", "/desk")];
        view! { <EmptyState heading="Nobody has told us about a worry" words="What people tell us about somebody’s safety, or about a page, stands here." ways_on/> }
    });
    view! {
        <BackLink href="/desk" label="Queue"/>
        <h1>"Worries"</h1>
        <p>"Is somebody in danger? Call 999. You can take a story off at once from its page at the desk. When you have seen to a worry, delete it here: the audit keeps that you did, and nothing of what it said."</p>
        {none}
        {lines.into_iter().map(one).collect_view()}
    }
}

fn one(line: ConcernLine) -> impl IntoView {
    view! {
        <section class="section">
            <h2>{line.about}</h2>
            <p class="quiet">{line.when}</p>
            <p class="as-typed">{line.words}</p>
            {line.page.map(|page| view! { <p>"About the page "<a href=page.clone()>{page.clone()}</a></p> })}
            {line.reach.map(|reach| view! { <p>"Reach them: "<b>{reach}</b></p> })}
            <FormShell form=line.form.head()><Button label="I have seen to it: delete it" kind=ButtonKind::Secondary/></FormShell>
        </section>
    }
}

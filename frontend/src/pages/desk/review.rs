//! One event or story under review: as it will look, what was checked, and the three acts, always in the same place.

use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, Check, Checks, ErrorSummary, FormShell, KeyFact, KeyFacts, Link, Notice, TextArea};
use crate::form::FormPage;

/// What may be done now.
#[derive(Clone, Debug)]
pub enum Acts {
    /// It waits, and the reader decides. `publish` is missing where something required is.
    Decide {
        /// Publish it.
        publish: Option<Box<FormPage>>,
        /// Ask for a change, with the field `words`.
        ask: Box<FormPage>,
        /// Decline it, with the field `reason`.
        decline: Box<FormPage>,
    },
    /// It waits, and the reader may not decide.
    ReadOnly,
    /// It doesn't wait: where it stands, and its public page.
    Settled {
        /// "Published".
        state: String,
        /// Its page, where it has one.
        page: Option<String>,
    },
}

/// What stands around the preview.
#[derive(Clone, Debug)]
pub struct Review {
    /// "Event for Scotland 2026. Waiting 2 days."
    pub lead: String,
    /// What the desk wrote before, if it was asked to change.
    pub asked_before: Option<String>,
    /// What only the desk sees: whom to phone.
    pub private: Vec<KeyFact>,
    /// What was checked.
    pub checks: Vec<Check>,
    /// What may be the same, listed twice.
    pub alike: Vec<Link>,
    /// What may be done.
    pub acts: Acts,
    /// More that the reader may do, each on a page of its own.
    pub ways: Vec<Link>,
}

/// The page. `preview` is the event or story as it will look, its title as the page's heading.
pub fn review(page: Review, preview: AnyView) -> impl IntoView {
    let errors = match &page.acts {
        Acts::Decide { ask, decline, .. } => [ask.errors.clone(), decline.errors.clone()].concat(),
        _ => Vec::new(),
    };
    let asked = page.asked_before.map(|words| view! { <Notice><p>"The desk wrote before: "{words}</p></Notice> });
    let private = (!page.private.is_empty()).then(|| {
        view! { <section><h2>"Only the desk sees this"</h2><KeyFacts facts=page.private/></section> }
    });
    let ways = (!page.ways.is_empty()).then(|| {
        let ways = page.ways.into_iter().map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect_view();
        view! { <ul class="links">{ways}</ul> }
    });
    let alike = (!page.alike.is_empty()).then(|| {
        let links = page.alike.into_iter().map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect_view();
        view! { <section><h2>"Is it listed already?"</h2><p>"Look at what is like it, then decide."</p><ul class="links">{links}</ul></section> }
    });
    let mut checks = page.checks;
    checks.sort_by_key(|check| check.good);
    view! {
        <ErrorSummary errors/>
        <BackLink href="/desk" label="Queue"/>
        <p class="quiet">{page.lead}</p>
        {asked}
        <div class="review">
            <div class="as-shown" role="group" aria-label="As it will look">{preview}</div>
            <div class="beside-it">
                {alike}
                <section><h2>"Checks"</h2><Checks checks/></section>
                <section class="acts" aria-labelledby="acts"><h2 id="acts">"What now?"</h2>{acts(page.acts)}{ways}</section>
                {private}
            </div>
        </div>
    }
}

fn acts(acts: Acts) -> AnyView {
    match acts {
        Acts::Decide { publish, ask, decline } => {
            let publish = match publish {
                Some(form) => view! { <FormShell form=form.head()><Button label="Publish"/></FormShell> }.into_any(),
                None => view! { <p>"It can’t be published yet: the checks say what is missing."</p> }.into_any(),
            };
            view! {
                {publish}
                <FormShell form=ask.head()>
                    <TextArea field=ask.field("words") label="What should change?" hint="Sent in these words, with a link to the form." rows=4/>
                    <Button label="Ask for a change" kind=ButtonKind::Secondary/>
                </FormShell>
                <FormShell form=decline.head()>
                    <TextArea field=decline.field("reason") label="Why is it declined?" hint="Sent in these words. Say it plainly and kindly." rows=3/>
                    <Button label="Decline" kind=ButtonKind::Warning/>
                </FormShell>
            }
            .into_any()
        }
        Acts::ReadOnly => view! { <p>"You can read this. Coordinators publish, ask and decline."</p> }.into_any(),
        Acts::Settled { state, page } => view! {
            <p>"Nothing to do. It stands at: "<b>{state}</b>"."</p>
            {page.map(|href| view! { <p><a href=href>"See its page"</a></p> })}
        }
        .into_any(),
    }
}

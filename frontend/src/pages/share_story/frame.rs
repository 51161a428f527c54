use leptos::prelude::*;

use super::help_lines::HelpAside;
use crate::components::{BackLink, Disclosure, Link, Notice, NoticeKind, OnBehalf, StepHeader};

/// How many pages the form has, the check page with them.
const STEPS: usize = 5;

/// Where somebody is in their story.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The number of the page, from 1; 0 shows none.
    pub step: usize,
    /// The page before.
    pub back: Option<Link>,
    /// The private link that brings the story back, whole.
    pub private_link: Option<String>,
    /// The page that closes the story on this device.
    pub close: Option<String>,
    /// What the desk asked its author to change.
    pub asked: Option<String>,
    /// A coordinator writes it down for its author.
    pub on_behalf: bool,
}

/// A page about one story: the way back, the page, and people to talk to beside it.
pub(super) fn frame(place: Place, body: impl IntoView) -> impl IntoView {
    let Place { step, back, private_link, close, asked, on_behalf } = place;
    let top = match (step, back) {
        (0, Some(Link { label, href })) => view! { <BackLink href label/> }.into_any(),
        (0, None) => ().into_any(),
        (step, Some(back)) => view! { <StepHeader back step of=STEPS caption="Share your story"/> }.into_any(),
        (step, None) => view! { <StepHeader step of=STEPS caption="Share your story"/> }.into_any(),
    };
    view! {
        {top}
        <div class="with-help">
            <div>
                {on_behalf.then(|| view! { <OnBehalf whose="author"/> })}
                {asked.map(|words| view! {
                    <Notice kind=NoticeKind::Warning>
                        <p><strong>"A coordinator asks for a change:"</strong></p>
                        <p class="as-typed">{words}</p>
                    </Notice>
                })}
                {body}
                {private_link.map(|link| view! {
                    <Disclosure summary="Stop here and come back another day">
                        <p>"What you wrote is saved each time you press “Save and continue”. This private link brings it back, on any device:"</p>
                        <p><code>{link}</code></p>
                        <p>"Keep it to yourself. Whoever has it can read and change your story."</p>
                        {close.map(|href| view! { <p>"Do others use this device? "<a href=href>"Close your story here"</a>" when you have the link."</p> })}
                    </Disclosure>
                })}
            </div>
            <HelpAside/>
        </div>
    }
}

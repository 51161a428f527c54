//! A booking on paper, to be posted or handed over.

use leptos::prelude::*;

use super::register::EventLine;
use crate::components::{BackLink, KeyFact, KeyFacts, Link, Notice, Qr, QrDrawing};

/// What the letter says.
#[derive(Clone, Debug, Default)]
pub struct HostLetter {
    /// The event.
    pub event: EventLine,
    /// The way back.
    pub back: Link,
    /// Whom it is for.
    pub name: String,
    /// How the booking stands, as the heading.
    pub heading: String,
    /// What it means and what to do, a paragraph each.
    pub words: Vec<String>,
    /// What to know: places, address, how to join.
    pub facts: Vec<KeyFact>,
    /// Who to ask, in the host's words.
    pub ask: Option<String>,
    /// The person's private link as a code, and in words; none where they get it by mail.
    pub link: Option<(QrDrawing, String)>,
}

/// The letter. No access need stands in it: whoever opens the post could read it.
pub fn host_letter(page: HostLetter) -> impl IntoView {
    view! {
        <BackLink href=page.back.href label=page.back.label/>
        <div class="no-print">
            <Notice><p>"Print this page with your browser. Only what is below is printed. What they need is left out."</p></Notice>
        </div>
        <div class="page letter">
            <p>"For " {page.name}</p>
            <h1>{page.heading}</h1>
            {page.event.lines()}
            {page.words.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
            <KeyFacts facts=page.facts/>
            {page.ask.map(|ask| view! { <h2>"Questions?"</h2><p>{ask}</p> })}
            {page.link.map(|(code, link)| view! {
                <h2>"Your private link"</h2>
                <p>"With it you see, change or cancel your booking, and see or delete what we hold about you. Keep it to yourself."</p>
                <Qr drawing=code label="QR code of the link below"/>
                <p><code>{link}</code></p>
            })}
        </div>
    }
}

use leptos::prelude::*;

use crate::components::{
    AnswerRow, Button, ButtonKind, ButtonLink, CheckAnswers, FormShell, KeyFact, KeyFacts, Link, Notice, NoticeKind, Qr, QrDrawing, Quote, Tag,
    TagKind,
};
use crate::form::FormHead;
use crate::pages::register::EventLine;

/// A place that is held for somebody from the waiting list.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    /// Until when, in words: "Wednesday 25 November 2026 at 10:00".
    pub until: String,
    /// The form that takes it.
    pub accept: FormHead,
    /// The form that turns it down.
    pub decline: FormHead,
}

/// A registration as its person sees it.
#[derive(Clone, Debug, Default)]
pub struct RegistrationPage {
    /// The event.
    pub event: EventLine,
    /// How it stands, as the heading.
    pub heading: String,
    /// The same in a word or two.
    pub tag: (String, TagKind),
    /// What it means and what to do, a paragraph each.
    pub words: Vec<String>,
    /// The rules of the waiting list, where they matter now.
    pub rules: Vec<String>,
    /// The host's reason, where they moved it by hand.
    pub reason: Option<String>,
    /// An offer to answer.
    pub offer: Option<Offer>,
    /// Address and joining details, for people who have a place.
    pub joining: Vec<KeyFact>,
    /// The code that leads the host at the door to this booking.
    pub door: Option<QrDrawing>,
    /// What they told us.
    pub answers: Vec<AnswerRow>,
    /// Until when what would help is kept, in words.
    pub needs_kept: Option<String>,
    /// The calendar file.
    pub calendar: Option<String>,
    /// The page to change it.
    pub change: Option<String>,
    /// The page to cancel it, or to leave the waiting list.
    pub cancel: Option<Link>,
    /// The page with everything held about them.
    pub held: String,
    /// The whole private link, to keep.
    pub private_link: Option<String>,
}

/// A person's own registration.
pub fn registration(page: RegistrationPage) -> impl IntoView {
    let (label, kind) = page.tag;
    view! {
        <div class="page">
            <p><Tag label kind/></p>
            <h1>{page.heading}</h1>
            {page.event.lines()}
            {page.words.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
            {page.reason.map(|reason| view! { <p>"The host did this by hand. Their reason:"</p><Quote words=reason by="The host"/> })}
            {page.offer.map(offered)}
            {(!page.rules.is_empty())
                .then(|| {
                    let rules = page.rules.into_iter().map(|rule| view! { <li>{rule}</li> }).collect_view();
                    view! { <h2>"How the waiting list works"</h2><ul>{rules}</ul> }
                })}
            {(!page.joining.is_empty()).then(|| view! { <h2>"How to get there"</h2><KeyFacts facts=page.joining/> })}
            {page.door.map(|drawing| view! {
                <h2>"On the day"</h2>
                <p>"Show this at the door, on your phone or on paper. It shows the host your booking, and opens nothing for anybody else. Your name does just as well."</p>
                <Qr drawing label="QR code for the host at the door"/>
            })}
            {page.calendar.map(|href| view! { <p><a href=href>"Add it to your calendar (.ics file)"</a></p> })}
            <h2>"What you told us"</h2>
        </div>
        <CheckAnswers rows=page.answers/>
        <div class="page">
            {page.needs_kept.map(|words| view! { <p class="quiet">{words}</p> })}
            <div class="row">
                {page.change.map(|href| view! { <ButtonLink label="Change my booking" href kind=ButtonKind::Secondary/> })}
                {page.cancel.map(|Link { label, href }| view! { <ButtonLink label href kind=ButtonKind::Secondary/> })}
            </div>
            <p><a href=page.held>"See or erase everything we hold about you"</a></p>
            {page
                .private_link
                .map(|link| {
                    view! {
                        <h2>"Your private link"</h2>
                        <p>"Keep this link to come back. Anybody who has it can change or cancel your booking."</p>
                        <p><code>{link}</code></p>
                    }
                })}
        </div>
    }
}

fn offered(offer: Offer) -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Warning>
            <p>"A place is held for you until " <strong>{offer.until}</strong> ". After that, it goes to the next person."</p>
        </Notice>
        <FormShell form=offer.accept><Button label="Take the place"/></FormShell>
        <FormShell form=offer.decline><Button label="Turn it down" kind=ButtonKind::Secondary/></FormShell>
    }
}

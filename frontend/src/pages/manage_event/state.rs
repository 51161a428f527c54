mod published;

use domain::event::EventState;
use domain::ids::EventId;
use leptos::prelude::*;

use crate::components::{Button, ButtonKind, ButtonLink, FormShell, Panel, Quote};
use crate::form::FormPage;

/// How an event stands.
#[derive(Clone, Debug)]
pub struct StatePage {
    /// The event.
    pub id: EventId,
    /// Where it stands.
    pub state: EventState,
    /// Whether details were just changed.
    pub changed: bool,
    /// Whether a change waits at the desk.
    pub change_waits: bool,
    /// Whether a change was begun and not sent.
    pub change_open: bool,
    /// How long the desk usually takes to answer, as a sentence goes on, where something waits and that is known.
    pub usually: Option<String>,
    /// Its title.
    pub title: String,
    /// Where its host is reached, as typed.
    pub email: String,
    /// What the desk wrote last.
    pub desk_words: Option<String>,
    /// What its host said when cancelling or postponing.
    pub cancel_words: Option<String>,
    /// Its public page.
    pub public: Option<String>,
    /// Whether people book here.
    pub through_hub: bool,
    /// Whether it has a set time that is still to come.
    pub to_come: bool,
    /// Whether it took place and is over.
    pub over: bool,
    /// Whether it can be listed again in a week that takes events.
    pub again: bool,
    /// Whether its page says what happened.
    pub told: bool,
    /// Where to go on with the form.
    pub go_on: String,
    /// The form that mails the link again.
    pub link: FormPage,
}

/// How an event stands, what happens next, and what its host can do.
pub fn state(page: StatePage) -> impl IntoView {
    let body = match page.state {
        EventState::Draft => draft(&page).into_any(),
        EventState::Sent => sent(&page).into_any(),
        EventState::Queued => queued(&page).into_any(),
        EventState::ChangesAsked => changes_asked(&page).into_any(),
        EventState::Published => published::published(&page).into_any(),
        EventState::Postponed => published::postponed(&page).into_any(),
        EventState::Cancelled => cancelled(&page).into_any(),
        EventState::Declined => declined(&page).into_any(),
        EventState::Withdrawn => withdrawn(&page).into_any(),
    };
    view! { <div class="page">{body}</div> }
}

fn draft(page: &StatePage) -> impl IntoView + use<> {
    view! {
        <h1>{page.title.clone()}</h1>
        <p class="lead">"Your event is saved. It is not sent yet."</p>
        <p><ButtonLink label="Go on with it" href=page.go_on.clone()/></p>
        <h2>"Come back on another day"</h2>
        <p><a href=format!("/manage/event/{}/link", page.id)>"Get your private link"</a></p>
        {withdraw_link(&page.id)}
    }
}

fn sent(page: &StatePage) -> impl IntoView + use<> {
    let (email, title) = (page.email.clone(), page.title.clone());
    view! {
        <Panel heading="Check your email">
            <p>"We sent a link to " <strong>{email}</strong> "."</p>
            <p>{title}</p>
        </Panel>
        <h2>"What happens next"</h2>
        <ol>
            <li>"Open the email, follow its link and press the button there."</li>
            <li>"Then a coordinator of the week reads your event."</li>
            <li>"We tell you by email when it is published, or when something should change."</li>
        </ol>
        <h2>"No email?"</h2>
        <p>"It can take a few minutes. Look in your spam folder too."</p>
        <FormShell form=page.link.head()>
            <div class="row"><Button label="Send the email again" kind=ButtonKind::Secondary/></div>
        </FormShell>
        <p>"Is the address wrong? " <a href=format!("/manage/event/{}/host?from=check", page.id)>"Change it"</a> ", and send your event again."</p>
        {withdraw_link(&page.id)}
    }
}

fn queued(page: &StatePage) -> impl IntoView + use<> {
    let title = page.title.clone();
    view! {
        <Panel heading="Thank you. Your event is with the coordinators">
            <p>{title}</p>
        </Panel>
        <h2>"What happens next"</h2>
        <p>"A coordinator of the week reads your event. They publish it, or ask you for a change. We tell you by email."</p>
        {usually(page)}
        <p>"You can’t change it while they read it. If something is wrong, withdraw it, or wait for their answer."</p>
        {withdraw_link(&page.id)}
    }
}

/// How long it usually takes, where enough answers say so.
fn usually(page: &StatePage) -> impl IntoView + use<> {
    page.usually.clone().map(|time| view! { <p>{format!("The coordinators of this week usually take {time} to answer.")}</p> })
}

fn changes_asked(page: &StatePage) -> impl IntoView + use<> {
    view! {
        <h1>{page.title.clone()}</h1>
        <p class="lead">"A coordinator asked for a change. Make it, and send your event again."</p>
        {page.desk_words.clone().map(|words| view! { <Quote words by="A coordinator of the week"/> })}
        <p><ButtonLink label="Change my event" href=page.go_on.clone()/></p>
        {withdraw_link(&page.id)}
    }
}

fn cancelled(page: &StatePage) -> impl IntoView + use<> {
    let told = page.through_hub.then(|| {
        view! {
            <p>"Everyone who had a place, or waited for one, is told."</p>
            <p><a href=format!("/manage/event/{}/registrations", page.id)>"See who had a place"</a></p>
        }
    });
    view! {
        <h1>{page.title.clone()}</h1>
        <p class="lead">"Your event is cancelled. Its page stays, and says so."</p>
        {page.cancel_words.clone().map(|words| view! { <Quote words by="Your words on the page"/> })}
        {told}
        {again(page)}
        {page.public.clone().map(|href| view! { <p><a href=href>"See the page"</a></p> })}
    }
}

/// The way to list it again in another week.
fn again(page: &StatePage) -> impl IntoView + use<> {
    let href = format!("/manage/event/{}/again", page.id);
    page.again.then(|| {
        view! {
            <h2>"List it again"</h2>
            <p>"Is there one like it in the next week? Begin with what you told of this one."</p>
            <p><a href=href>"List this event again"</a></p>
        }
    })
}

fn declined(page: &StatePage) -> impl IntoView + use<> {
    view! {
        <h1>{page.title.clone()}</h1>
        <p class="lead">"The coordinators did not publish your event."</p>
        {page.desk_words.clone().map(|words| view! { <Quote words by="A coordinator of the week"/> })}
        <p>"You can list another event, or ask us about it."</p>
        <p><ButtonLink label="List an event" href="/list-an-event" kind=ButtonKind::Secondary/></p>
        <p><a href="/help">"How to reach us"</a></p>
    }
}

fn withdrawn(page: &StatePage) -> impl IntoView + use<> {
    view! {
        <h1>{page.title.clone()}</h1>
        <p class="lead">"You withdrew this event. It is not public."</p>
        <p><ButtonLink label="List another event" href="/list-an-event" kind=ButtonKind::Secondary/></p>
    }
}

fn withdraw_link(id: &EventId) -> impl IntoView + use<> {
    view! {
        <h2>"Changed your mind?"</h2>
        <p><a href=format!("/manage/event/{id}/withdraw")>"Withdraw this event"</a></p>
    }
}

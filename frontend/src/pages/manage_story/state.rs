use domain::story::StoryState;
use leptos::prelude::*;

use super::close::close_here;
use crate::components::{ButtonKind, ButtonLink, Disclosure, Quote, Tag, TagKind};
use crate::form::FormHead;
use crate::pages::share_story::{HelpAside, kept_here};

/// Where a story stands, for its author.
#[derive(Clone, Debug)]
pub struct StatePage {
    /// The title.
    pub title: String,
    /// Where it stands.
    pub state: StoryState,
    /// What the desk wrote last.
    pub desk_words: Option<String>,
    /// The first page of the form that lacks something, or the check page.
    pub go_on: String,
    /// The check page.
    pub check: String,
    /// Its public page, once it has one.
    pub public: Option<String>,
    /// The page of the edits that wait for an answer.
    pub edits: String,
    /// What they wrote, part by part with its name, where no other page of theirs shows it.
    pub wrote: Vec<(String, String)>,
    /// From which day it is live, while it is scheduled.
    pub goes_live: Option<String>,
    /// The page that stops it before.
    pub stop: String,
    /// The page to add something to it, once it is public.
    pub update: Option<String>,
    /// The page to end messages from readers, while they can write.
    pub messages: Option<String>,
    /// The page to take it back.
    pub withdraw: String,
    /// The private link, whole.
    pub private_link: String,
    /// The page of what was agreed to, once something was.
    pub agreed: Option<String>,
    /// The page of its withdrawal code.
    pub code: String,
    /// Whether its author left an address.
    pub has_contact: bool,
    /// The page to change or delete it.
    pub address: String,
    /// By which name a copy of it is kept on a device.
    pub copy: String,
    /// Closes the story on this device.
    pub close: FormHead,
    /// Whether it ended because the time that its author chose was over.
    pub ran_out: bool,
}

/// Where a story stands, and what its author can do now.
pub fn state(page: StatePage) -> impl IntoView {
    let StatePage { title, state, desk_words, go_on, check, public, edits, goes_live, stop, update, messages, withdraw, .. } = page.clone();
    let StatePage { private_link, agreed, code, has_contact, address, copy, close, wrote, ran_out, .. } = page;
    let reach = if has_contact { "Change or delete your email address" } else { "Give an email address, to hear from us" };
    let withdrawn = state == StoryState::Withdrawn;
    let page_words = if ran_out { over().into_any() } else { words(state, has_contact).into_any() };
    let kind = match state {
        StoryState::Draft | StoryState::Queued => TagKind::Plain,
        StoryState::ChangesAsked | StoryState::EditsProposed | StoryState::Scheduled => TagKind::Mind,
        StoryState::Live => TagKind::Good,
        StoryState::Declined | StoryState::TakenDown | StoryState::Withdrawn => TagKind::Stopped,
    };
    view! {
        <div class="with-help">
            <div class="page">
                <p><Tag label=state.words() kind/></p>
                <h1>{title}</h1>
                {page_words}
                {kept_here(copy)}
                {desk_words.filter(|_| matches!(state, StoryState::ChangesAsked | StoryState::EditsProposed | StoryState::Declined | StoryState::TakenDown)).map(|words| view! { <Quote words by="The coordinators"/> })}
                {matches!(state, StoryState::Declined | StoryState::TakenDown).then(|| view! {
                    <p>"Your words are kept here for 30 days, so that you can copy them. You can take them back now, and they are deleted at once."</p>
                })}
                {match state {
                    StoryState::Draft => view! { <p><ButtonLink label="Go on with my story" href=go_on/></p> }.into_any(),
                    StoryState::ChangesAsked => view! {
                        <p><ButtonLink label="Change my story" href=go_on/></p>
                        <p><a href=check>"Check your answers and send it again"</a></p>
                    }.into_any(),
                    StoryState::EditsProposed => view! { <p><ButtonLink label="See the edits and answer" href=edits/></p> }.into_any(),
                    StoryState::Scheduled => view! {
                        {goes_live.map(|day| view! { <p>"It is published on "<b>{day}</b>", and not before."</p> })}
                        <p><ButtonLink label="Stop it" href=stop kind=ButtonKind::Secondary/></p>
                        <p>"You can stop it until then, without a reason. It is your draft again when you do."</p>
                    }.into_any(),
                    StoryState::Live => public.map(|href| view! { <p><ButtonLink label="See your story" href/></p> }).into_any(),
                    _ => ().into_any(),
                }}
                {(!wrote.is_empty()).then(|| own_words(wrote))}
                {update.map(|href| view! { <p><a href=href>"Add an update to your story"</a></p> })}
                {messages.map(|href| view! { <p>"Readers can write to the address you gave for that. "<a href=href>"End messages from readers"</a></p> })}
                {agreed.map(|href| view! { <p><a href=href>"What you agreed to"</a></p> })}
                {(!withdrawn).then(|| view! {
                    <h2>"Take it back"</h2>
                    <p>"You can take your story back now or at any later time. You don’t have to say why."</p>
                    <p><a href=withdraw>"Withdraw my story"</a></p>
                    <Disclosure summary="Your private link">
                        <p>"This link brings you back here, on any device. Keep it to yourself."</p>
                        <p><code>{private_link}</code></p>
                    </Disclosure>
                    <p><a href=code>"Your withdrawal code"</a></p>
                    <p><a href=address>{reach}</a></p>
                })}
                {close_here(close)}
            </div>
            <HelpAside/>
        </div>
    }
}

/// Of a story that its author did not take back: they had chosen for how long.
fn over() -> impl IntoView {
    view! {
        <p>"The time that you chose for your story is over. It is on no page of the hub any more, and its words are deleted here."</p>
        <p>"If you gave us an email address, that is deleted too."</p>
        <p>"You are welcome to share it again, as a new story."</p>
        <p><a href="/share-your-story">"Share a story"</a></p>
    }
}

/// How long a story waits for its author; see `domain::retention`.
const WAITS: &str = "It waits for you for 30 days. If you don’t come back, nothing is published, and it is deleted.";

/// As they were typed, so that they can be copied.
fn own_words(wrote: Vec<(String, String)>) -> impl IntoView {
    let parts = wrote.into_iter().map(|(part, words)| view! { <h2>{part}</h2> <p class="as-typed">{words}</p> }).collect_view();
    view! { <Disclosure summary="What you wrote">{parts}</Disclosure> }
}

fn words(state: StoryState, has_contact: bool) -> impl IntoView {
    let told = if has_contact {
        "We write to you when they have read it."
    } else {
        "Open your story now and then, with your private link or your code, to see what they say."
    };
    match state {
        StoryState::Draft => {
            view! { <p>"You have not sent your story yet. What you wrote is saved, for 30 days after your last change."</p> }.into_any()
        }
        StoryState::Queued => {
            view! { <p>"A coordinator will read your story. Nobody else sees it before it is published."</p><p>{told}</p> }.into_any()
        }
        StoryState::ChangesAsked => {
            view! { <p>{WAITS}</p><p>"A coordinator has read your story and asks you for a change. This is what they wrote:"</p> }.into_any()
        }
        StoryState::EditsProposed => {
            view! { <p>"A coordinator has read your story, and would change some of its words. Nothing is changed without your yes."</p><p>{WAITS}</p> }.into_any()
        }
        StoryState::Scheduled => view! { <p>"A coordinator has said yes to your story, in the words that you sent or agreed to."</p> }.into_any(),
        StoryState::TakenDown => {
            view! { <p>"A coordinator has taken your story off the hub. It is on no page any more. This is why:"</p> }.into_any()
        }
        StoryState::Live => view! { <p>"Your story is published, in your own words and under the name you chose."</p> }.into_any(),
        StoryState::Declined => view! { <p>"The coordinators have decided not to publish your story. This is why:"</p> }.into_any(),
        StoryState::Withdrawn => view! {
            <p>"Your story is withdrawn. It is on no page of the hub any more, and its words are deleted here."</p>
            <p>"If you gave us an email address, that is deleted too."</p>
            <p>"You are welcome to share another story at any time."</p>
            <p><a href="/share-your-story">"Share a story"</a></p>
        }
        .into_any(),
    }
}

use domain::story::StoryState;
use leptos::prelude::*;

use crate::components::{ButtonLink, Disclosure, Quote, Tag, TagKind};
use crate::pages::share_story::HelpAside;

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
}

/// Where a story stands, and what its author can do now.
pub fn state(page: StatePage) -> impl IntoView {
    let StatePage { title, state, desk_words, go_on, check, public, withdraw, private_link, agreed, code, has_contact } = page;
    let withdrawn = state == StoryState::Withdrawn;
    let kind = match state {
        StoryState::Draft | StoryState::Queued => TagKind::Plain,
        StoryState::ChangesAsked => TagKind::Mind,
        StoryState::Live => TagKind::Good,
        StoryState::Declined | StoryState::Withdrawn => TagKind::Stopped,
    };
    view! {
        <div class="with-help">
            <div class="page">
                <p><Tag label=state.words() kind/></p>
                <h1>{title}</h1>
                {words(state, has_contact)}
                {desk_words.filter(|_| matches!(state, StoryState::ChangesAsked | StoryState::Declined)).map(|words| view! { <Quote words by="The coordinators"/> })}
                {match state {
                    StoryState::Draft => view! { <p><ButtonLink label="Go on with my story" href=go_on/></p> }.into_any(),
                    StoryState::ChangesAsked => view! {
                        <p><ButtonLink label="Change my story" href=go_on/></p>
                        <p><a href=check>"Check your answers and send it again"</a></p>
                    }.into_any(),
                    StoryState::Live => public.map(|href| view! { <p><ButtonLink label="See your story" href/></p> }).into_any(),
                    _ => ().into_any(),
                }}
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
                })}
            </div>
            <HelpAside/>
        </div>
    }
}

fn words(state: StoryState, has_contact: bool) -> impl IntoView {
    let told = if has_contact {
        "We write to you when they have read it."
    } else {
        "Open your story now and then, with your private link or your code, to see what they say."
    };
    match state {
        StoryState::Draft => view! { <p>"You have not sent your story yet. What you wrote is saved."</p> }.into_any(),
        StoryState::Queued => {
            view! { <p>"A coordinator will read your story. Nobody else sees it before it is published."</p><p>{told}</p> }.into_any()
        }
        StoryState::ChangesAsked => {
            view! { <p>"A coordinator has read your story and asks you for a change. This is what they wrote:"</p> }.into_any()
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

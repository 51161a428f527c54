use domain::story::StoryPage;
use leptos::prelude::*;

use crate::components::{ButtonKind, ButtonLink};

/// What readers can do. A message goes through the hub; before publication nothing leads anywhere.
pub(super) fn asks(story: &StoryPage, preview: bool) -> impl IntoView + use<> {
    let message = format!("{}/message", story.path());
    story.call.clone().map(|call| {
        let way = match (call.url, call.relay) {
            (Some(url), _) => view! { <p><a href=url.as_str().to_owned() rel="nofollow noopener noreferrer ugc">{call.words}</a></p> }.into_any(),
            (None, Some(_)) if !preview => view! {
                <p>{call.words}</p>
                <p><ButtonLink label="Write a message" href=message kind=ButtonKind::Secondary/></p>
                <p class="quiet">"The hub passes it on. No address is shown, theirs or yours."</p>
            }
            .into_any(),
            _ => view! { <p>{call.words}</p> }.into_any(),
        };
        view! { <section class="asks" aria-labelledby="asks"><h2 id="asks">{call.kind.words()}</h2>{way}</section> }
    })
}

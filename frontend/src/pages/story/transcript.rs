use domain::story::{StoryPage, Transcript};
use leptos::prelude::*;

/// What is said in a film or podcast, where it can be read, or that it can not be read yet.
pub(super) fn transcript(story: &StoryPage) -> impl IntoView + use<> {
    story.transcript.clone().map(|transcript| {
        let words = match transcript {
            Transcript::Here(words) => view! { <p class="as-typed">{words}</p> }.into_any(),
            Transcript::InText => view! { <p>"What is said in it is in the text above."</p> }.into_any(),
            Transcript::Elsewhere(url) => view! {
                <p><a href=url.as_str().to_owned() rel="nofollow noopener noreferrer ugc">"Read the transcript"</a></p>
            }
            .into_any(),
            Transcript::NotYet => view! { <p>"There is no transcript yet."</p> }.into_any(),
        };
        view! { <section class="transcript" aria-labelledby="transcript"><h2 id="transcript">"Transcript"</h2>{words}</section> }
    })
}

//! One story, to be read.

use domain::markup;
use domain::story::StoryPage;
use domain::time::month_and_year;
use leptos::prelude::*;

use crate::components::{BackLink, Link, Prose};

/// What a story's page shows.
#[derive(Clone, Debug)]
pub struct StoryView {
    /// The story.
    pub story: StoryPage,
    /// The question it answers, in words, and its page.
    pub question: Option<Link>,
    /// The way back to the week's stories.
    pub back: Option<Link>,
    /// Shown at the desk before publication.
    pub preview: bool,
}

/// The story's page.
pub fn story_page(page: StoryView) -> impl IntoView {
    let StoryView { story, question, back, preview } = page;
    let month = month_and_year(story.month);
    let by = match story.byline.words() {
        Some(by) => format!("{by}, {month}"),
        None => month,
    };
    view! {
        <article class="story">
            {back.map(|link| view! { <BackLink href=link.href label=link.label/> })}
            <header>
                <h1>{story.title.clone()}</h1>
                <p class="by">
                    {by}
                    {question.map(|q| view! { ". Answers the question " <a href=q.href>{q.label}</a> })}
                </p>
            </header>
            {story.content_note.clone().map(|note| view! { <div class="content-note"><p><b>"Before you read: "</b>{note}</p></div> })}
            <Prose html=markup::render(&story.body)/>
            {(!preview).then(|| view! {
                <footer>
                    <p>"Does something in this story worry you? "<a href="/help">"Tell us"</a>"."</p>
                    <p>"If it brought something up for you, there are people to talk to at the foot of this page."</p>
                    <p>"Is this your story? You can take it back with your private link or "<a href="/manage/story/code">"with your code"</a>". "<a href="/links">"Send my link again"</a>"."</p>
                </footer>
            })}
        </article>
    }
}

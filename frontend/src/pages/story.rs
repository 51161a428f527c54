//! One story, to be read.

mod answers;
mod asks;
mod share;
mod transcript;

use domain::markup;
use domain::story::{Quotation, StoryLink, StoryPage};
use domain::time::month_and_year;
use jiff::civil::Date;
use leptos::prelude::*;

use answers::answers;
use asks::asks;
pub use share::Share;
use share::share;
use transcript::transcript;

use super::stories::{StoryLine, story_lines};
use crate::components::{BackLink, Link, Prose, Quote};

/// What a story's page shows.
#[derive(Clone, Debug)]
pub struct StoryView {
    /// The story.
    pub story: StoryPage,
    /// The questions it answers, in words, each with its page.
    pub questions: Vec<Link>,
    /// The event it is about, and its page.
    pub event: Option<Link>,
    /// The day it is read: what is to come from a later day leads nowhere yet.
    pub today: Date,
    /// The way back to the week's stories.
    pub back: Option<Link>,
    /// What somebody passes on; none before publication.
    pub share: Option<Share>,
    /// Stories to read next, a few.
    pub related: Vec<StoryLine>,
    /// Shown at the desk before publication.
    pub preview: bool,
}

/// Quotes, each by itself: two can't run together.
pub fn quotations(quotes: Vec<Quotation>) -> impl IntoView {
    quotes
        .into_iter()
        .map(|quote| {
            let by = (!quote.who.is_empty()).then_some(quote.who);
            view! { <Quote words=quote.words nostrip:by=by/> }
        })
        .collect_view()
}

/// Who stands behind a story, a line for each: written by, for whom, about whom, and who posted it are four different things.
fn standing_behind(story: &StoryPage) -> impl IntoView + use<> {
    let byline = &story.byline;
    let lines = [
        byline.on_behalf.as_ref().map(|group| format!("On behalf of {group}")),
        byline.about.as_ref().map(|about| format!("About: {about}")),
        story.posted_for.then(|| "Posted by a coordinator of the week for its author".to_owned()),
    ];
    lines.into_iter().flatten().map(|line| view! { <p class="by">{line}</p> }).collect_view()
}

/// What a story leads to, with what to know before following it.
fn leads_to(link: StoryLink, today: Date) -> impl IntoView {
    let facts = Some(link.facts(today)).filter(|facts| !facts.is_empty()).map(|facts| format!(", {facts}"));
    let title = match link.leads(today).map(str::to_owned) {
        Some(href) => view! { <a href=href rel="nofollow noopener noreferrer ugc">{link.title}</a> }.into_any(),
        None => link.title.into_any(),
    };
    view! { <p class="leads-to">{title}{facts}</p> }
}

/// What its author added later, each with when that was.
fn updates(story: &StoryPage) -> impl IntoView + use<> {
    let any = !story.updates.is_empty();
    let lines: Vec<_> = story.updates.iter().map(|update| (update.when(), update.words.clone())).collect();
    let lines = lines.into_iter().map(|(when, words)| view! { <h3>{when}</h3> <p class="as-typed">{words}</p> }).collect_view();
    any.then(|| view! { <section class="updates" aria-labelledby="updates"><h2 id="updates">"Updates by its author"</h2>{lines}</section> })
}

/// The story's page.
pub fn story_page(page: StoryView) -> impl IntoView {
    let StoryView { story, questions, event, today, back, share: passed_on, related, preview } = page;
    let worry = format!("/report-a-concern?page={}&week={}", story.path(), story.week);
    let month = month_and_year(story.month);
    let by = match story.byline.words() {
        Some(by) => format!("{by}, {month}"),
        None => month,
    };
    let by = if story.between_weeks { format!("{by}. Between weeks") } else { by };
    view! {
        <article class="story">
            {back.map(|link| view! { <BackLink href=link.href label=link.label/> })}
            <header>
                <h1>{story.title.clone()}</h1>
                <p class="by">
                    {by}
                    {answers(questions)}
                    {event.map(|event| view! { ". About the event " <a href=event.href>{event.label}</a> })}
                </p>
                {standing_behind(&story)}
            </header>
            {story.content_note.clone().map(|note| view! { <div class="content-note"><p><b>"Before you read: "</b>{note}</p></div> })}
            {story.links.clone().into_iter().map(|link| leads_to(link, today)).collect_view()}
            <Prose html=markup::render(&story.body)/>
            {quotations(story.quotes.clone())}
            {transcript(&story)}
            {updates(&story)}
            {asks(&story, preview)}
            {story.byline.bio.clone().map(|bio| view! { <p class="bio">{bio}</p> })}
            {passed_on.map(share)}
            {(!preview).then(|| view! {
                <footer>
                    <p>"Does something in this story worry you, or are you worried about somebody? "<a href=worry>"Tell us about a worry"</a>"."</p>
                    <p>"If it brought something up for you, there are people to talk to at the foot of this page."</p>
                    <p>"Is this your story? You can take it back with your private link or "<a href="/manage/story/code">"with your code"</a>". "<a href="/links">"Send my link again"</a>"."</p>
                </footer>
            })}
        </article>
        {(!related.is_empty()).then(|| view! {
            <section class="section related no-print" aria-labelledby="related"><h2 id="related">"More to read"</h2>{story_lines(related)}</section>
        })}
    }
}

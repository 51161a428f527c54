//! The stories of a week.

use domain::story::StoryCard;
use domain::time::month_and_year;
use leptos::prelude::*;

use crate::components::{BackLink, EmptyState, Link};

/// A story in a list.
#[derive(Clone, Debug, Default)]
pub struct StoryLine {
    /// "Story", "Blog".
    pub kind: String,
    /// The title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Who and when: `By a carer, November 2026`.
    pub by: String,
    /// The first words; the content note in their place where there is one.
    pub words: String,
    /// Whether the words are a content note.
    pub note: bool,
}

impl StoryLine {
    /// From a card.
    pub fn of(card: &StoryCard) -> Self {
        let month = month_and_year(card.month);
        let by = match card.byline.is_empty() {
            true => month,
            false => format!("By {}, {month}", card.byline),
        };
        let by = if card.between_weeks { format!("{by}. Between weeks") } else { by };
        let (words, note) = match &card.content_note {
            Some(note) => (note.clone(), true),
            None => (card.excerpt.clone(), false),
        };
        Self { kind: card.kind.label().into(), title: card.title.clone(), href: format!("/stories/{}", card.slug), by, words, note }
    }
}

/// Stories as a list, under an `h2`.
pub fn story_lines(stories: Vec<StoryLine>) -> impl IntoView {
    let lines = stories
        .into_iter()
        .map(|s| {
            view! {
                <li>
                    <p class="who">{s.kind}</p>
                    <h3 class="line"><a href=s.href>{s.title}</a></h3>
                    <p class="who">{s.by}</p>
                    <p>{s.note.then(|| view! { <b>"Before you read: "</b> })}{s.words}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="lines two">{lines}</ul> }
}

/// The page of a week's stories.
#[derive(Clone, Debug, Default)]
pub struct StoriesPage {
    /// The week's name and address.
    pub week: Option<Link>,
    /// Name and dates.
    pub when: String,
    /// The stories of this page.
    pub stories: Vec<StoryLine>,
    /// `12 stories`.
    pub count: String,
    /// The feed's address.
    pub feed: String,
    /// The page before and the page after.
    pub before: Option<Link>,
    /// The page after.
    pub after: Option<Link>,
}

/// The stories of a week.
pub fn stories(page: StoriesPage) -> impl IntoView {
    let none = page.stories.is_empty();
    let pages = [page.before, page.after].into_iter().flatten().map(|l| view! { <a href=l.href>{l.label}</a> }).collect_view();
    view! {
        {page.week.map(|week| view! { <BackLink href=week.href label=week.label/> })}
        <section class="week"><h1>"Stories"</h1><p class="when">{page.when}</p></section>
        {match none {
            true => view! {
                <EmptyState
                    heading="No stories here yet"
                    words="If you were part of this week, you can tell what it was like. You choose the name your story carries, and you can take it back."
                    ways_on=vec![Link::new("Share your story", "/share-your-story")]
                />
            }.into_any(),
            false => view! {
                <div class="result"><h2>{page.count}</h2><ul><li><a href=page.feed>"Follow by feed"</a></li></ul></div>
                {story_lines(page.stories)}
                <nav class="pages" aria-label="Pages">{pages}</nav>
            }.into_any(),
        }}
    }
}

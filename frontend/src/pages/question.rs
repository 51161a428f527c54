//! The questions of a week, and everything that answers one.

use leptos::prelude::*;

use super::stories::{StoryLine, story_lines};
use crate::components::{BackLink, ButtonLink, EmptyState, EventRow, EventSummary, Link};

/// One question in a list.
#[derive(Clone, Debug, Default)]
pub struct QuestionLine {
    /// From 1.
    pub number: u8,
    /// The question.
    pub text: String,
    /// Its page.
    pub href: String,
    /// `7 answers`, or that there are none.
    pub answers: String,
}

/// The questions as a list.
pub fn question_lines(questions: Vec<QuestionLine>) -> impl IntoView {
    let lines = questions
        .into_iter()
        .map(|q| {
            view! {
                <li>
                    <p class="who">{format!("Question {}", q.number)}</p>
                    <p class="ask-one"><a href=q.href>{q.text}</a></p>
                    <p>{q.answers}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="lines two">{lines}</ol> }
}

/// One question's page.
#[derive(Clone, Debug, Default)]
pub struct QuestionPage {
    /// From 1.
    pub number: u8,
    /// The question.
    pub text: String,
    /// The week's name and address.
    pub week: Option<Link>,
    /// The stories that answer it.
    pub stories: Vec<StoryLine>,
    /// The events that answer it.
    pub events: Vec<EventSummary>,
    /// Where an answer begins; none once the week takes no more.
    pub answer: String,
}

/// Everything that answers a question.
pub fn question(page: QuestionPage) -> impl IntoView {
    let none = page.stories.is_empty() && page.events.is_empty();
    let events = (!page.events.is_empty()).then(|| {
        let count = domain::text::counted(page.events.len() as u64, "event", "events");
        let rows = page.events.into_iter().map(|event| view! { <EventRow event/> }).collect_view();
        view! { <section class="section"><h2>{count}</h2>{rows}</section> }
    });
    let count = domain::text::counted(page.stories.len() as u64, "story", "stories");
    view! {
        {page.week.map(|week| view! { <BackLink href=week.href label=week.label/> })}
        <section class="week">
            <p class="when">{format!("Question {}", page.number)}</p>
            <h1>{page.text}</h1>
            <p><ButtonLink label="Answer this question" href=page.answer.clone()/></p>
        </section>
        {match none {
            true => view! {
                <EmptyState heading="No answers yet" words="Yours can be the first. You choose the name it carries." ways_on=vec![Link::new("Answer it", page.answer)]/>
            }.into_any(),
            false if page.stories.is_empty() => ().into_any(),
            false => view! { <section class="section"><h2>{count}</h2>{story_lines(page.stories)}</section> }.into_any(),
        }}
        {events}
    }
}

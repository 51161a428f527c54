//! The questions of a week, and everything that answers one.

use leptos::prelude::*;

use super::calendar::time_zone;
use super::stories::{StoryLine, story_lines};
use crate::components::{BackLink, ButtonLink, EmptyState, EventRow, EventSummary, Link, Pagination};

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

/// What answers a question in one week.
#[derive(Clone, Debug, Default)]
pub struct AnswersOfWeek {
    /// `Scotland 2025`.
    pub name: String,
    /// Of another week: the question as it asked it, and its page there.
    pub asked: Option<Link>,
    /// The stories that answer it.
    pub stories: Vec<StoryLine>,
    /// `120 events`: of this week in all, whichever of them are on this page.
    pub count: String,
    /// The events that answer it.
    pub events: Vec<EventSummary>,
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
    /// Whether several weeks asked it: headings then name their week.
    pub several: bool,
    /// What answers it, its own week first.
    pub weeks: Vec<AnswersOfWeek>,
    /// Where there is more than one page.
    pub before: Option<Link>,
    /// Where there is more than one page.
    pub after: Option<Link>,
    /// `Page 2 of 5`.
    pub place: Option<String>,
    /// Where an answer begins; none once the week takes no more.
    pub answer: String,
}

/// Everything that answers a question.
pub fn question(page: QuestionPage) -> impl IntoView {
    let none = page.weeks.is_empty();
    let several = page.several;
    let weeks = page.weeks.into_iter().map(|of| answers(of, several)).collect_view();
    view! {
        {page.week.map(|week| view! { <BackLink href=week.href label=week.label/> })}
        <section class="week">
            <p class="when">{format!("Question {}", page.number)}</p>
            <h1>{page.text}</h1>
            <p><ButtonLink label="Answer this question" href=page.answer.clone()/></p>
        </section>
        {none.then(|| view! {
            <EmptyState heading="No answers yet" words="Yours can be the first. You choose the name it carries." ways_on=vec![Link::new("Answer it", page.answer)]/>
        })}
        {weeks}
        <Pagination nostrip:before=page.before nostrip:after=page.after nostrip:place=page.place/>
    }
}

/// The stories and events of one week, each under a heading.
fn answers(of: AnswersOfWeek, several: bool) -> impl IntoView {
    let heading = |count: String| if several { format!("{}: {count}", of.name) } else { count };
    let asked = of.asked.clone().map(|link| view! { <p class="when">"Asked as: "<a href=link.href>{link.label}</a></p> });
    let (with_stories, with_events) = if of.stories.is_empty() { (None, asked) } else { (asked, None) };
    let stories = (!of.stories.is_empty()).then(|| {
        let count = heading(domain::text::counted(of.stories.len() as u64, "story", "stories"));
        view! { <section class="section"><h2>{count}</h2>{with_stories}{story_lines(of.stories)}</section> }
    });
    let events = (!of.events.is_empty()).then(|| {
        let rows = of.events.into_iter().map(|event| view! { <EventRow event/> }).collect_view();
        view! { <section class="section"><h2>{heading(of.count)}</h2>{with_events}{time_zone()}{rows}</section> }
    });
    view! { {stories} {events} }
}

//! Home: the nearest week, what you can do, the others.

use leptos::prelude::*;

use super::calendar::{WeekHead, week_head};
use super::question::{QuestionLine, question_lines};
use super::stories::{StoryLine, story_lines};
use crate::components::{ButtonKind, ButtonLink, Link};

/// What home shows.
#[derive(Clone, Debug, Default)]
pub struct HomePage {
    /// The nearest or current week.
    pub head: WeekHead,
    /// Its calendar; none where it has no days.
    pub calendar: Option<String>,
    /// Its questions.
    pub questions: Vec<QuestionLine>,
    /// Some of its stories.
    pub stories: Vec<StoryLine>,
    /// All its stories.
    pub all_stories: String,
    /// The other weeks, newest first.
    pub weeks: Vec<Link>,
}

/// The home page.
pub fn home(page: HomePage) -> impl IntoView {
    let has_weeks = !page.weeks.is_empty();
    view! {
        {week_head(page.head)}
        <div class="ways">
            {page.calendar.map(|href| view! {
                <div>
                    <h2>"Come along"</h2>
                    <p>"Find an event that fits your day, your place and what you need."</p>
                    <p><ButtonLink label="See the calendar" href/></p>
                </div>
            })}
            <div>
                <h2>"Put something on"</h2>
                <p>"Listing an event takes about ten minutes. You can stop and come back."</p>
                <p><ButtonLink label="List an event" href="/list-an-event" kind=ButtonKind::Secondary/></p>
            </div>
            <div>
                <h2>"Say what changed"</h2>
                <p>"Tell your story under the name you choose. You can take it back."</p>
                <p><ButtonLink label="Share your story" href="/share-your-story" kind=ButtonKind::Secondary/></p>
            </div>
        </div>
        {(!page.questions.is_empty()).then(|| view! {
            <section class="section" id="questions"><h2>"Questions of the week"</h2>{question_lines(page.questions)}</section>
        })}
        {(!page.stories.is_empty()).then(|| view! {
            <section class="section">
                <h2>"Stories"</h2>
                {story_lines(page.stories)}
                <p><a href=page.all_stories>"All stories of this week"</a></p>
            </section>
        })}
        {has_weeks.then(|| view! {
            <section class="section">
                <h2>"Other weeks"</h2>
                <ul class="years">{page.weeks.into_iter().map(|w| view! { <li><a href=w.href>{w.label}</a></li> }).collect_view()}</ul>
            </section>
        })}
    }
}

//! The top of every page: the seven bars, the navigation, and the desk's own bar.

use leptos::prelude::*;

use crate::components::{Button, ButtonKind};

/// The part of the hub a page belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Section {
    /// The week's events.
    Calendar,
    /// The week's stories.
    Stories,
    /// The week's questions.
    Questions,
    /// The archive.
    PastWeeks,
    /// Sharing a story.
    ShareYourStory,
    /// Listing an event.
    ListAnEvent,
    /// The coordinators' side.
    Desk,
    /// None of these.
    #[default]
    None,
}

/// Where the navigation leads within a week.
#[derive(Clone, Debug, Default)]
pub struct WeekLinks {
    /// The week's calendar.
    pub calendar: String,
    /// The week's stories.
    pub stories: String,
    /// The week's questions.
    pub questions: String,
}

/// Who is at the desk, and where.
#[derive(Clone, Debug, Default)]
pub struct DeskBar {
    /// Who is signed in.
    pub name: String,
    /// Administrators also see the people.
    pub administrator: bool,
    /// The page of the desk.
    pub page: DeskPage,
    /// The form key of the sign-out button.
    pub form_key: String,
}

/// A page of the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeskPage {
    /// What waits.
    #[default]
    Queue,
    /// An event for somebody who phoned or wrote.
    EnterEvent,
    /// A story for somebody who phoned or wrote.
    EnterStory,
    /// A registration for somebody who phoned or wrote.
    EnterRegistration,
    /// Hosts whose new events need no reading.
    Trusted,
    /// The weeks' settings.
    Weeks,
    /// Who may sign in.
    People,
    /// What was done, by whom.
    Audit,
}

/// The header of every page: what is not real, the navigation, and the desk's bar at the desk.
pub(super) fn header(section: Section, week: Option<WeekLinks>, demonstration: bool, desk: Option<DeskBar>) -> impl IntoView {
    let week = week.unwrap_or_else(|| WeekLinks { calendar: "/".to_owned(), stories: "/#stories".to_owned(), questions: "/#questions".to_owned() });
    let entry = move |this: Section, href: String, label: &'static str| {
        view! { <li><a href=href aria-current=(section == this).then_some("page")>{label}</a></li> }
    };
    let listing = (section == Section::ListAnEvent).then_some("page");
    view! {
        <header class="site">
            {demonstration.then(|| view! { <p class="demonstration"><span class="frame">{NOT_REAL}</span></p> })}
            <div class="frame">
                <a class="mark" href="/">{mark()}<span>"Co-production Week"</span></a>
                <nav aria-label="Main">
                    <ul>
                        {entry(Section::Calendar, week.calendar, "Calendar")}
                        {entry(Section::Stories, week.stories, "Stories")}
                        {entry(Section::Questions, week.questions, "Questions")}
                        {entry(Section::PastWeeks, "/weeks".to_owned(), "Past weeks")}
                        {entry(Section::ShareYourStory, "/share-your-story".to_owned(), "Share your story")}
                        <li><a class="button" href="/list-an-event" aria-current=listing>"List an event"</a></li>
                    </ul>
                </nav>
            </div>
            {desk.map(desk_bar)}
        </header>
    }
}

const NOT_REAL: &str = "This week is a demonstration: its events and organisations are not real.";

/// The seven bars: a week, with one day that shines.
fn mark() -> impl IntoView {
    const BARS: [(u8, &str); 7] = [(10, "plum"), (18, "plum"), (14, "plum"), (26, "sun"), (21, "plum"), (16, "teal"), (9, "plum")];
    let bars = BARS
        .into_iter()
        .enumerate()
        .map(|(day, (height, colour))| {
            let x = (day * 11).to_string();
            view! { <rect class=colour x=x y=(26 - height).to_string() width="8" height=height.to_string() rx="3"></rect> }
        })
        .collect_view();
    view! { <svg class="bars" viewBox="0 0 74 26" width="74" height="26" aria-hidden="true" focusable="false">{bars}</svg> }
}

/// The desk's own bar, under the header.
fn desk_bar(desk: DeskBar) -> impl IntoView {
    let page = desk.page;
    let entry = move |this: DeskPage, href: &'static str, label: &'static str| {
        view! { <li><a href=href aria-current=(page == this).then_some("page")>{label}</a></li> }
    };
    view! {
        <div class="desk-bar">
            <div class="frame">
                <nav aria-label="Desk">
                    <ul>
                        {entry(DeskPage::Queue, "/desk", "Queue")}
                        {entry(DeskPage::EnterEvent, "/desk/enter-event", "Enter an event")}
                        {entry(DeskPage::EnterStory, "/desk/enter-story", "Enter a story")}
                        {entry(DeskPage::EnterRegistration, "/desk/enter-registration", "Register somebody")}
                        {entry(DeskPage::Trusted, "/desk/trusted", "Trusted hosts")}
                        {entry(DeskPage::Weeks, "/desk/weeks", "Weeks")}
                        {desk.administrator.then(|| entry(DeskPage::People, "/desk/people", "People"))}
                        {entry(DeskPage::Audit, "/desk/audit", "Audit")}
                    </ul>
                </nav>
                <form method="post" action="/desk/sign-out" novalidate>
                    <span>{desk.name}</span>
                    <input type="hidden" name="form_key" value=desk.form_key/>
                    <input type="hidden" name="website" value=""/>
                    <Button label="Sign out" kind=ButtonKind::Secondary/>
                </form>
            </div>
        </div>
    }
}

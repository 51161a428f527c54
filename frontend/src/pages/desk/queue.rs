//! What waits, longest first. The oldest is the loudest.

use leptos::prelude::*;

use crate::components::{EmptyState, Link, Notice, NoticeKind, TableBox, Tag, TagKind};

/// One thing that waits.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// "2 days".
    pub age: String,
    /// "Event" or "Story".
    pub what: &'static str,
    /// Its title.
    pub title: String,
    /// Its page at the desk.
    pub href: String,
    /// The host, or how the author is named.
    pub who: String,
    /// "Scotland 2026".
    pub week: String,
    /// It waits longer than people should wait.
    pub late: bool,
}

/// What was just done.
#[derive(Clone, Debug, Default)]
pub struct Done {
    /// "Published: The kettle rule."
    pub words: String,
    /// Its public page, where it has one.
    pub page: Option<String>,
}

/// The queue.
#[derive(Clone, Debug, Default)]
pub struct QueuePage {
    /// What waits, the longest first.
    pub waiting: Vec<Waiting>,
    /// What was just done.
    pub done: Option<Done>,
    /// How many worries nobody has seen to.
    pub worries: usize,
    /// Whether the reader may decide.
    pub may_decide: bool,
}

/// The page.
pub fn queue(page: QueuePage) -> impl IntoView {
    let heading = match page.waiting.len() {
        0 => "Nothing is waiting".to_owned(),
        1 => "1 is waiting".to_owned(),
        n => format!("{n} are waiting"),
    };
    let done = page.done.map(|done| {
        let page = done.page.map(|href| view! { " "<a href=href>"See its page"</a> });
        view! { <Notice kind=NoticeKind::Success><p>{done.words}{page}</p></Notice> }
    });
    let worries = (page.worries > 0).then(|| {
        let words = domain::text::counted(page.worries as u64, "person has written about a worry", "people have written about a worry");
        view! { <Notice kind=NoticeKind::Warning><p><strong>{words}"."</strong>" "<a href="/desk/concerns">"Read this first"</a></p></Notice> }
    });
    let body = match page.waiting.is_empty() {
        true => view! {
            <EmptyState heading="You are up to date" words="New events and stories appear here when their hosts and authors have sent them." ways_on=quick_links(page.may_decide)/>
        }
        .into_any(),
        false => table(page.waiting).into_any(),
    };
    view! {
        {done}
        {worries}
        <h1>{heading}</h1>
        {(!page.may_decide).then(|| view! { <p class="quiet">"You can read everything here. Coordinators publish, ask and decline."</p> })}
        {body}
    }
}

fn quick_links(may_decide: bool) -> Vec<Link> {
    let mut links = vec![Link::new("See what was done today", "/desk/audit"), Link::new("See the weeks", "/desk/weeks")];
    if may_decide {
        links.insert(0, Link::new("Enter an event for somebody who phoned or wrote", "/desk/enter-event"));
        links.insert(1, Link::new("Enter a story for somebody who phoned or wrote", "/desk/enter-story"));
    }
    links
}

fn table(waiting: Vec<Waiting>) -> impl IntoView {
    let rows = waiting
        .into_iter()
        .map(|w| {
            view! {
                <tr>
                    <td class="waiting">{w.age}</td>
                    <td>{w.what}</td>
                    <th scope="row"><a href=w.href>{w.title}</a></th>
                    <td>{w.who}</td>
                    <td>{w.week}{w.late.then(|| view! { " "<Tag label="Waits long" kind=TagKind::Mind/> })}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <TableBox label="What waits">
            <table class="queue">
                <caption class="visually-hidden">"What waits, longest first"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Waiting"</th>
                        <th scope="col">"What"</th>
                        <th scope="col">"Title"</th>
                        <th scope="col">"By"</th>
                        <th scope="col">"Week"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </TableBox>
    }
}

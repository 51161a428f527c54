//! What was done, by whom, day by day.

use leptos::prelude::*;

use crate::components::{EmptyState, Link, Pagination, TableBox};

/// One act.
#[derive(Clone, Debug, Default)]
pub struct AuditLine {
    /// "14:05"; empty for stories, whose entries carry the day only.
    pub time: String,
    /// "Priya Example published the event".
    pub words: String,
    /// What it was done to, and its page at the desk; an empty address gives the words alone.
    pub subject: Option<Link>,
    /// The reason given.
    pub reason: String,
}

/// One page of one day.
#[derive(Clone, Debug, Default)]
pub struct AuditDay {
    /// "Friday 20 November 2026".
    pub day: String,
    /// The newest first.
    pub lines: Vec<AuditLine>,
    /// The rest of the day.
    pub more: Option<Link>,
    /// The day before.
    pub before: Option<Link>,
    /// The day after, unless it is to come.
    pub after: Option<Link>,
}

/// The page.
pub fn audit(page: AuditDay) -> impl IntoView {
    let more = page.more.map(|link| view! { <p><a href=link.href>{link.label}</a></p> });
    let body = match page.lines.is_empty() {
        true => {
            view! { <EmptyState heading="Nothing was done" words="No act at the desk, and none by hosts or authors, is recorded for this day."/> }
                .into_any()
        }
        false => table(page.lines).into_any(),
    };
    view! {
        <h1>"What was done"</h1>
        <p class="lead">{page.day}</p>
        {body}
        {more}
        <Pagination nostrip:before=page.before nostrip:after=page.after/>
    }
}

fn table(lines: Vec<AuditLine>) -> impl IntoView {
    let rows = lines
        .into_iter()
        .map(|line| {
            let subject = line.subject.map(|link| match link.href.is_empty() {
                true => view! { " "{link.label} }.into_any(),
                false => view! { " "<a href=link.href>{link.label}</a> }.into_any(),
            });
            view! { <tr><td>{line.time}</td><td>{line.words}{subject}</td><td>{line.reason}</td></tr> }
        })
        .collect_view();
    view! {
        <TableBox label="What was done">
            <table class="audit">
                <caption class="visually-hidden">"What was done, newest first"</caption>
                <thead><tr><th scope="col">"Time"</th><th scope="col">"What"</th><th scope="col">"Reason"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </TableBox>
    }
}

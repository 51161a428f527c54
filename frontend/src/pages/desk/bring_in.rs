//! Bringing in many events from a table.

use leptos::prelude::*;

use crate::components::{BackLink, Button, Choice, ErrorSummary, FormShell, Select, TextArea};
use crate::form::FormPage;

/// A line of the table that is not right.
#[derive(Clone, Debug, Default)]
pub struct WrongRow {
    /// Its line in the table.
    pub line: usize,
    /// The event's title, as far as there is one.
    pub title: String,
    /// What is wrong, a sentence each.
    pub sentences: Vec<String>,
}

/// The form, and what was wrong with the table.
#[derive(Clone, Debug, Default)]
pub struct BringInPage {
    /// The form.
    pub form: FormPage,
    /// The weeks; they may be past.
    pub weeks: Vec<Choice>,
    /// The lines that are not right, in order.
    pub rows: Vec<WrongRow>,
    /// The empty table.
    pub template: String,
    /// How many events it takes.
    pub most: usize,
}

/// How a table is made, the form for it, and row by row what is to be changed.
pub fn bring_in(page: BringInPage) -> impl IntoView {
    let BringInPage { form, weeks, rows, template, most } = page;
    let wrong = (!rows.is_empty()).then(|| {
        let rows = rows.into_iter().map(row).collect_view();
        view! { <section class="section" id="rows"><h2>"What to change"</h2>{rows}</section> }
    });
    view! {
        <div class="page">
            <ErrorSummary errors=form.errors.clone()/>
            <BackLink href="/desk/enter-event" label="Enter an event"/>
            <h1>"Bring in many events"</h1>
            <p>"For a programme that is a table already. Nothing is brought in until every event is right. Then all of them wait in the queue."</p>
            <ol>
                <li><a href=template>"Download the empty table"</a>". Its first line names the fields of the form: leave it as it is."</li>
                <li>{format!("Write one event on each line, {most} at most. Columns that you don’t need can go.")}</li>
                <li>"Choices have the short names of the form, such as “in-person” or “not-sure”. Several in one cell have a semicolon between."</li>
                <li>"Copy all of it, with the first line, and paste it here."</li>
            </ol>
            <FormShell form=form.head()>
                <Select field=form.field("week") label="Which week?" choices=weeks/>
                <TextArea
                    field=form.field("agreed")
                    label="How did their hosts agree?"
                    hint="Such as: by email on 3 November. Kept in the audit: no names, no numbers, nothing about health."
                    rows=3
                />
                <TextArea field=form.field("table") label="The table" hint="From a spreadsheet, or the text of a CSV file." rows=12/>
                <Button label="Check it and bring it in"/>
            </FormShell>
            {wrong}
        </div>
    }
}

fn row(row: WrongRow) -> impl IntoView {
    let title = if row.title.is_empty() { "no title".to_owned() } else { row.title };
    let sentences = row.sentences.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
    view! { <h3>{format!("Line {}: {title}", row.line)}</h3><ul>{sentences}</ul> }
}

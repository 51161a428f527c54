//! The weeks: what is known of each, opening a new one, changing one.

use domain::nation::Nation;
use leptos::prelude::*;

use crate::components::{BackLink, Button, Choice, ErrorSummary, FormShell, InputKind, Radios, TableBox, TextArea, TextInput, Tick, Width};
use crate::form::FormPage;

/// One week.
#[derive(Clone, Debug, Default)]
pub struct WeekLine {
    /// "Scotland 2026".
    pub name: String,
    /// Its public page.
    pub page: String,
    /// "Monday 23 to Sunday 29 November 2026".
    pub dates: String,
    /// Its theme, or "Not known".
    pub theme: String,
    /// How many questions.
    pub questions: usize,
    /// Where it is changed; none for those who may not.
    pub change: Option<String>,
    /// Where suggested questions are; none for those who may not read them.
    pub suggested: Option<String>,
}

/// All weeks, and for those who may, a form to open a new one.
pub fn weeks(weeks: Vec<WeekLine>, form: Option<FormPage>) -> impl IntoView {
    let rows = weeks.into_iter().map(row).collect_view();
    let errors = form.as_ref().map(|f| f.errors.clone()).unwrap_or_default();
    view! {
        <ErrorSummary errors/>
        <h1>"Weeks"</h1>
        <TableBox label="Weeks">
            <table>
                <caption class="visually-hidden">"Weeks"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Week"</th>
                        <th scope="col">"Dates"</th>
                        <th scope="col">"Theme"</th>
                        <th scope="col">"Questions"</th>
                        <th scope="col">"Act"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </TableBox>
        {form.map(new_week)}
    }
}

fn row(w: WeekLine) -> impl IntoView {
    let hidden = format!(" {}", w.name);
    let of = format!(" of {}", w.name);
    view! {
        <tr>
            <th scope="row"><a href=w.page>{w.name}</a></th>
            <td>{w.dates}</td>
            <td>{w.theme}</td>
            <td>
                {w.questions.to_string()}
                {w.suggested.map(|href| view! { " " <a href=href>"Suggested"<span class="visually-hidden">{of}</span></a> })}
            </td>
            <td>{w.change.map(|href| view! { <a href=href>"Change"<span class="visually-hidden">{hidden}</span></a> })}</td>
        </tr>
    }
}

fn new_week(form: FormPage) -> impl IntoView {
    let nations = Nation::ALL.iter().map(|n| Choice::new(n.value(), n.words())).collect::<Vec<_>>();
    view! {
        <section class="section">
            <h2>"Open a new week"</h2>
            <FormShell form=form.head()>
                <Radios field=form.field("nation") legend="Whose week is it?" choices=nations inline=true/>
                <TextInput field=form.field("year") label="Year" kind=InputKind::Digits width=Width::Tiny/>
                {fields(&form)}
                <Button label="Open the week"/>
            </FormShell>
        </section>
    }
}

/// Changes a week. `name` is "Scotland 2026".
pub fn change_week(name: String, form: FormPage) -> impl IntoView {
    view! {
        <div class="page">
            <ErrorSummary errors=form.errors.clone()/>
            <BackLink href="/desk/weeks" label="Weeks"/>
            <h1>"Change "{name}</h1>
            <FormShell form=form.head()>
                {fields(&form)}
                <TextArea
                    field=form.field("featured")
                    label="Events to show first on the week’s page"
                    hint="The address of each event’s page, one on each line, up to six."
                    rows=3
                    optional=true
                />
                <Button label="Save"/>
            </FormShell>
        </div>
    }
}

fn fields(form: &FormPage) -> impl IntoView + use<> {
    view! {
        <TextInput field=form.field("name") label="Name of the week" hint="As people know it, such as Co-production Week Scotland"/>
        <TextInput field=form.field("organiser") label="Who organises it?"/>
        <TextInput field=form.field("first") label="First day" hint="For example, 23 11 2026. Leave it empty while it is not known." width=Width::Medium optional=true/>
        <TextInput field=form.field("last") label="Last day" width=Width::Medium optional=true/>
        <TextInput field=form.field("theme") label="Theme" optional=true/>
        <TextInput field=form.field("hashtag") label="Hashtag" width=Width::Medium optional=true/>
        <TextArea
            field=form.field("questions")
            label="Questions of the week"
            hint="One on each line, up to nine. A new question needs no number; leave the others theirs, because answers go by it. Where another week asked the same, write which after it: 2: Who decides? = scotland/2025/1. Its answers then stand on the same page."
            rows=4
            optional=true
        />
        <TextArea
            field=form.field("deadlines")
            label="Deadlines"
            hint="One on each line: the day, a colon, and what it is for. For example, 30 10 2026: events for the printed programme. Shown on the week’s page until the day is over."
            rows=3
            optional=true
        />
        <TextArea
            field=form.field("concerns_read")
            label="When does a coordinator read what people worry about?"
            hint="Shown before anybody writes about somebody’s safety. Say when nobody reads it, too. Empty: working days, 9 am to 5 pm."
            rows=2
            optional=true
        />
        <Tick
            field=form.field("notice")
            label="Stories go live after a day’s notice"
            hint="Their authors have at least 24 hours in which they can stop them."
        />
        <Tick
            field=form.field("two_keys")
            label="Stories need two keys"
            hint="A reviewer with lived experience reads each one too, and records whether somebody could be recognised, before a coordinator can publish it."
        />
    }
}

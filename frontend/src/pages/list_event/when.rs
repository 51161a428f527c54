use domain::time::{Which, comes_twice, parse_date, parse_time};
use domain::week::Week;
use jiff::civil::Date;
use leptos::prelude::*;

use crate::components::{Choice, DateInput, Radios, TextInput, TimeInput};
use crate::form::FormPage;

/// A day and times, or any time.
pub(super) fn when(form: &FormPage, week: &Week) -> impl IntoView {
    let timing = vec![
        Choice::new("timed", "On a day, at a set time").hint("Give the day and the times below."),
        Choice::new("any-time", "At any time, on demand").hint("Such as a film to watch or a recording. Leave the day and the times empty."),
    ];
    let days = match week.first {
        Some(first) => format!("The week is {}. For example, {} {} {}", week.dates_in_words(), first.day(), first.month(), first.year()),
        None => "The days of the week are not known yet. For example, 25 11 2026".to_owned(),
    };
    let day = parse_date(&form.values, "The date").ok();
    let asked = |field: &str| form.values.has(field) || form.error(field).is_some();
    let outside = day.is_some_and(|day| week.is_outside(day)) || asked("outside_reason");
    view! {
        <Radios field=form.field("timing") legend="Does it have a set time?" choices=timing/>
        <DateInput day=form.field("day") month=form.field("month") year=form.field("year") legend="Which day is it?" hint=days/>
        {outside
            .then(|| {
                view! {
                    <TextInput
                        field=form.field("outside_reason")
                        label="Why is it outside the week?"
                        hint="It stands on the event’s page. Such as “The hall is free only the week after”."
                    />
                }
            })}
        <div class="pair">
            <TimeInput field=form.field("start") label="It starts at"/>
            <TimeInput field=form.field("end") label="It ends at"/>
        </div>
        {which(form, day, "start", "Which of the two does it start at?")}
        {which(form, day, "end", "Which of the two does it end at?")}
        <p>"Times are UK time. Does it run on several days? List each day as an event of its own."</p>
    }
}

/// Which of two equal times is meant, in the night in which the clocks go back.
fn which(form: &FormPage, day: Option<Date>, time: &str, legend: &'static str) -> Option<AnyView> {
    let field = form.field(&format!("{time}_which"));
    let typed = parse_time(&form.value(time), "").ok();
    let twice = day.zip(typed).is_some_and(|(day, time)| comes_twice(day, time)) || field.error.is_some();
    let choices = || Which::ALL.iter().map(|which| Choice::new(which.value(), which.words())).collect();
    twice.then(|| view! { <Radios field legend hint="The clocks go back that night, and this time comes twice." choices=choices()/> }.into_any())
}

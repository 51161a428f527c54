use domain::week::Week;
use leptos::prelude::*;

use crate::components::{Choice, DateInput, Radios, TimeInput};
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
    view! {
        <Radios field=form.field("timing") legend="Does it have a set time?" choices=timing/>
        <DateInput day=form.field("day") month=form.field("month") year=form.field("year") legend="Which day is it?" hint=days/>
        <div class="pair">
            <TimeInput field=form.field("start") label="It starts at"/>
            <TimeInput field=form.field("end") label="It ends at"/>
        </div>
        <p>"Times are UK time. Does it run on several days? List each day as an event of its own."</p>
    }
}

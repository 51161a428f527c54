use domain::event::Session;
use domain::time::{Which, comes_twice, parse_date, parse_date_line, parse_time};
use domain::week::Week;
use jiff::civil::Date;
use leptos::prelude::*;

use crate::components::{Choice, DateInput, Disclosure, Fieldset, Legend, Radios, TextInput, TimeInput, Width};
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
    let later = Session::further().filter_map(|n| parse_date_line(&form.value(&Session::fields(n)[0]), "").ok());
    let outside = day.into_iter().chain(later).any(|day| week.is_outside(day)) || asked("outside_reason");
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
        <p>"Times are UK time."</p>
        {sessions(form)}
    }
}

/// The sessions after the first: folded until one is there.
fn sessions(form: &FormPage) -> impl IntoView + use<> {
    let told = |n: usize| Session::fields(n).iter().any(|field| form.values.has(field) || form.error(field).is_some());
    let open = Session::further().any(told);
    let all = Session::further().map(|n| session(form, n)).collect_view();
    view! {
        <Disclosure summary="It meets more than once: add its other sessions" open>
            <p>"For a course or a festival that people book as one. If people can choose a day, list each day as an event of its own."</p>
            {all}
        </Disclosure>
    }
}

fn session(form: &FormPage, number: usize) -> impl IntoView + use<> {
    let names = Session::fields(number);
    let date = parse_date_line(&form.value(&names[0]), "").ok();
    let [day, start, end] = names.clone().map(|name| form.field(&name));
    let [_, from, to] = names;
    let from = which(form, date, &from, "Which of the two does it start at?");
    let to = which(form, date, &to, "Which of the two does it end at?");
    view! {
        <Fieldset name=format!("session{number}") legend=format!("Session {number}") size=Legend::Large>
            <TextInput field=day label="Its day" hint="Day, month and year, such as 26 11 2026." width=Width::Medium optional=true/>
            <div class="pair">
                <TimeInput field=start label="It starts at" optional=true/>
                <TimeInput field=end label="It ends at" optional=true/>
            </div>
            {from}
            {to}
        </Fieldset>
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

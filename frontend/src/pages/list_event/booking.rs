use domain::event::{BookingType, Cost, OpenTo};
use leptos::prelude::*;

use crate::components::{Choice, InputKind, Radios, TextInput, Width};
use crate::form::FormPage;

/// How people book, how many can come, what it costs.
pub(super) fn booking(form: &FormPage, amending: bool) -> impl IntoView {
    let costs = Cost::ALL.iter().map(|cost| Choice::new(cost.value(), cost.words())).collect();
    view! {
        {match amending {
            true => amended(form).into_any(),
            false => way(form).into_any(),
        }}
        <Radios field=form.field("cost") legend="Does it cost anything to come?" choices=costs/>
        <TextInput field=form.field("cost_note") label="What it costs" hint="If there is a charge. Such as “£5, or what you can pay”."/>
        <TextInput
            field=form.field("expenses")
            label="Which expenses do you pay?"
            hint="Such as “Travel and childcare, paid on the day”."
            optional=true
        />
        <TextInput
            field=form.field("paid_involvement")
            label="Are people paid for their part?"
            hint="Such as “£25 an hour for everyone who speaks or plans”. Empty reads “Not stated”."
            optional=true
        />
    }
}

/// Who can come, and how they book.
fn way(form: &FormPage) -> impl IntoView + use<> {
    let ways = BookingType::ALL.iter().map(|way| Choice::new(way.value(), way.words()).hint(help(*way))).collect();
    view! {
        {who(form)}
        <Radios field=form.field("booking") legend="Do people need to book?" choices=ways/>
        {numbers(form, matches!(form.value("format").as_str(), "hybrid" | ""))}
        {own_page(form, "Leave it empty and people book here: you see who is coming and what access to arrange.")}
    }
}

/// What of it can be changed once the event is published: who can come, and where one's own booking page is.
fn amended(form: &FormPage) -> impl IntoView + use<> {
    let bookable = OpenTo::from_value(&form.value("open_to")).unwrap_or_default().is_bookable();
    let own = form.values.has("booking_link") || form.error("booking_link").is_some() || !bookable;
    view! {
        <p>"Whether people book stays as it is. You change the number of places under “Who is coming”."</p>
        {who(form)}
        {own.then(|| own_page(form, "Where people book on your own site."))}
    }
}

fn who(form: &FormPage) -> impl IntoView + use<> {
    let open_to = OpenTo::ALL.iter().map(|to| Choice::new(to.value(), to.words())).collect();
    let mut field = form.field("open_to");
    if field.value().is_empty() {
        field.values = vec![OpenTo::default().value().to_owned()];
    }
    view! { <Radios field legend="Who can come?" hint="An event that is not for everyone is listed too, and can’t be booked." choices=open_to/> }
}

fn own_page(form: &FormPage, hint: &'static str) -> impl IntoView + use<> {
    view! { <TextInput field=form.field("booking_link") label="Your own booking page" hint kind=InputKind::Url optional=true/> }
}

/// How many places there are: asked when an event is listed, and at any time later.
pub(in crate::pages) fn numbers(form: &FormPage, hybrid: bool) -> impl IntoView + use<> {
    let rooms = if hybrid { "How many places are there in the room?" } else { "How many places are there?" };
    let number = |name: &'static str, label: &'static str, hint: &'static str| {
        view! { <TextInput field=form.field(name) label hint kind=InputKind::Digits width=Width::Tiny optional=true/> }
    };
    view! {
        {number("capacity", rooms, "Leave it empty if there is no limit. Support workers, companions and interpreters do not use up a place.")}
        {hybrid.then(|| number("online_capacity", "How many places are there online?", "Leave it empty if there is no limit."))}
        {number("kept_back", "How many of them do you hold back for people who need support to come?", "They often book later, because they have to arrange it.")}
        {number("kept_days", "How many days before the event do those come free for everybody?", "Leave it empty for 7 days.")}
    }
}

fn help(way: BookingType) -> &'static str {
    match way {
        BookingType::NotNeeded => "People just come.",
        BookingType::OnTheDay => "People sign up when they arrive.",
        BookingType::Preferred => "People can come without, but you would like to know.",
        BookingType::Required => "People need a place before they come.",
    }
}

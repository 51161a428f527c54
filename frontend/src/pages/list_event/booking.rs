use domain::event::{BookingType, Cost};
use leptos::prelude::*;

use crate::components::{Choice, InputKind, Radios, TextInput, Width};
use crate::form::FormPage;

/// How people book, how many can come, what it costs.
pub(super) fn booking(form: &FormPage) -> impl IntoView {
    let ways = BookingType::ALL.iter().map(|way| Choice::new(way.value(), way.words()).hint(help(*way))).collect();
    let costs = Cost::ALL.iter().map(|cost| Choice::new(cost.value(), cost.words())).collect();
    view! {
        <Radios field=form.field("booking") legend="Do people need to book?" choices=ways/>
        <TextInput
            field=form.field("capacity")
            label="How many places are there?"
            hint="Leave it empty if there is no limit. Support workers do not use up a place."
            kind=InputKind::Digits
            width=Width::Tiny
            optional=true
        />
        <TextInput
            field=form.field("booking_link")
            label="Your own booking page"
            hint="Leave it empty and people book here: you see who is coming and what access to arrange."
            kind=InputKind::Url
            optional=true
        />
        <Radios field=form.field("cost") legend="Does it cost anything to come?" choices=costs/>
        <TextInput field=form.field("cost_note") label="What it costs" hint="If there is a charge. Such as “£5, or what you can pay”."/>
        <TextInput
            field=form.field("expenses")
            label="Which expenses do you pay?"
            hint="Such as “Travel and childcare, paid on the day”."
            optional=true
        />
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

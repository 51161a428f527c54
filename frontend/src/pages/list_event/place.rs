use domain::event::Format;
use leptos::prelude::*;

use crate::components::{Choice, InputKind, Radios, TextArea, TextInput, Tick, Width};
use crate::form::FormPage;

/// How people take part, and what they need to find it.
pub(super) fn place(form: &FormPage) -> impl IntoView {
    // A time was given, or not: asking again would allow two answers that disagree.
    let fits = |format: &&Format| match form.values.get("timing") {
        "timed" => **format != Format::OnDemand,
        "any-time" => **format == Format::OnDemand,
        _ => true,
    };
    let formats: Vec<Format> = Format::ALL.iter().filter(fits).copied().collect();
    let choices = formats.iter().map(|format| Choice::new(format.value(), format.words()).hint(help(*format))).collect();
    let shown = |any: &[Format]| formats.iter().any(|format| any.contains(format));
    view! {
        <Radios field=form.field("format") legend="How do people take part?" choices/>
        {shown(&[Format::InPerson, Format::Hybrid]).then(|| venue(form))}
        {shown(&[Format::Online, Format::Hybrid]).then(|| online(form))}
        {shown(&[Format::OnDemand]).then(|| on_demand(form))}
    }
}

fn help(format: Format) -> &'static str {
    match format {
        Format::InPerson => "Fill in “The venue”.",
        Format::Online => "Fill in “Joining online”.",
        Format::Hybrid => "Fill in both.",
        Format::OnDemand => "Fill in “Watching or reading it”.",
    }
}

fn venue(form: &FormPage) -> impl IntoView + use<> {
    view! {
        <h2>"The venue"</h2>
        <p>"For events in person."</p>
        <TextInput field=form.field("venue") label="Name of the venue"/>
        <TextArea field=form.field("address") label="Street and town" rows=3/>
        <TextInput field=form.field("postcode") label="Postcode" width=Width::Short/>
        <TextArea field=form.field("directions") label="How to find the door" hint="Buses, parking, the entrance, the floor." rows=3 optional=true/>
        <TextInput
            field=form.field("arrival")
            label="Where to go on arriving, and from when"
            hint="Such as “The blue door on Mill Lane, from 9:45. Sam meets you there.”"
            optional=true
        />
        <Tick
            field=form.field("address_private")
            label="Show the venue only to people who have a place"
            hint="Some places, such as refuges, need to stay private."
        />
    }
}

fn online(form: &FormPage) -> impl IntoView + use<> {
    view! {
        <h2>"Joining online"</h2>
        <p>"For events online."</p>
        <TextInput field=form.field("platform") label="What people use to join" hint="Such as Zoom, Teams or a phone call. Everyone can see this." width=Width::Medium/>
        <TextInput
            field=form.field("platform_help")
            label="Who helps people to try it out before?"
            hint="A role and a number, such as “Dee, our tech volunteer, 01632 960 003”. Everyone can see this."
            optional=true
        />
        <TextArea
            field=form.field("joining")
            label="Link or numbers to join"
            hint="Only people who have a place see this."
            rows=3
            optional=true
        />
    }
}

fn on_demand(form: &FormPage) -> impl IntoView + use<> {
    view! {
        <h2>"Watching or reading it"</h2>
        <TextInput
            field=form.field("watch_link")
            label="Web address"
            hint="Where people watch, listen or read, such as https://example.org/film. Everyone can see this."
            kind=InputKind::Url
        />
    }
}

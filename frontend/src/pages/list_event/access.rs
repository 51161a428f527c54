use domain::access::{AccessFact, YesNo};
use domain::event::{BslHow, Format, facts_asked};
use leptos::prelude::*;

use crate::components::{Choice, Legend, Radios, TextInput, Tick, Width};
use crate::form::FormPage;

/// The facts that apply to the format, each with three answers and room for a note.
pub(super) fn access(form: &FormPage) -> impl IntoView {
    let questions = facts_asked(&form.values).map(|fact| question(form, fact)).collect_view();
    view! {
        <p>
            "People choose events by these answers. “No” helps too: it saves a journey. “Not sure” is a true answer: people can ask you. "
            "Where something can’t be part of your event, choose “No”."
        </p>
        {questions}
        {preparing(form)}
    }
}

/// What lets people prepare.
fn preparing(form: &FormPage) -> impl IntoView + use<> {
    let answers = YesNo::ALL.iter().map(|answer| Choice::new(answer.value(), answer.words())).collect();
    let room = Format::from_value(&form.value("format")).is_none_or(Format::has_room);
    view! {
        <h2>"What lets people prepare"</h2>
        <p>"You can leave these empty. They then read “Not stated”."</p>
        <Radios
            field=form.field("handouts")
            legend="Do papers and slides come beforehand?"
            hint="To everybody who has a place, or to whoever asks."
            choices=answers
            inline=true
        />
        <TextInput
            field=form.field("light_sound")
            label="What are light and sound like?"
            hint="Such as “Daylight, no music, a microphone is used” or “A film with flashing lights”."
            optional=true
        />
        {room
            .then(|| {
                view! {
                    <TextInput
                        field=form.field("travel_help")
                        label="What helps people to get there?"
                        hint="Such as “Blue badge parking at the door. We meet you at the station if you ring.”"
                        optional=true
                    />
                }
            })}
    }
}

fn question(form: &FormPage, fact: AccessFact) -> impl IntoView + use<> {
    let field = form.field(&format!("access_{}", fact.value()));
    let note = form.field(&format!("access_{}_note", fact.value()));
    let choices = YesNo::ALL.iter().map(|answer| Choice::new(answer.value(), answer.words())).collect();
    let about = format!("Note on “{}”", fact.words());
    view! {
        <div class="stack">
            <Radios field legend=fact.words() choices inline=true size=Legend::Large hint=help(fact)/>
            {more(form, fact)}
            <TextInput field=note label=about optional=true/>
        </div>
    }
}

/// What a yes can mean more exactly.
fn more(form: &FormPage, fact: AccessFact) -> Option<AnyView> {
    match fact {
        AccessFact::Bsl => {
            let ways = BslHow::ALL.iter().map(|how| Choice::new(how.value(), how.words())).collect();
            Some(
                view! {
                    <Radios field=form.field("bsl_how") legend="If yes: how do they come?" choices=ways/>
                    <TextInput field=form.field("bsl_by") label="If on request: ask by which day?" hint="Such as 18 11 2026." width=Width::Medium/>
                }
                .into_any(),
            )
        }
        AccessFact::Captions => {
            Some(view! { <Tick field=form.field("captions_automatic") label="There are automatic captions, made by a computer"/> }.into_any())
        }
        _ => None,
    }
}

/// What each fact means, in a sentence.
fn help(fact: AccessFact) -> &'static str {
    match fact {
        AccessFact::StepFree => "There is a way in, and to every room you use, without a step.",
        AccessFact::Toilet => "A toilet that people who use a wheelchair can use.",
        AccessFact::HearingLoop => "A loop that works with hearing aids, switched on and tested.",
        AccessFact::Bsl => "Somebody interprets into British Sign Language.",
        AccessFact::Captions => "A person types what is said.",
        AccessFact::EasyRead => "The papers are also there in short words with pictures.",
        AccessFact::QuietSpace => "A room or corner where people can rest from the crowd.",
        AccessFact::Breaks => "There are breaks, and people know when.",
        AccessFact::SupportWorker => "A support worker comes along free, and does not use up a place.",
        AccessFact::CameraOff => "Online, nobody has to be seen.",
    }
}

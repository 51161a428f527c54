use domain::access::YesNo;
use domain::event::{Audience, Language};
use domain::week::Week;
use leptos::prelude::*;

use super::resources::resources;
use crate::components::{Checkboxes, Choice, InputKind, Radios, TextArea, TextInput};
use crate::form::FormPage;

/// What may be left out: for whom, languages, recording, what to know before, questions, how it came about, materials.
pub(super) fn more(form: &FormPage, week: &Week) -> impl IntoView {
    let audience = Audience::ALL.iter().map(|who| Choice::new(who.value(), who.words())).collect();
    let languages = Language::ALL.iter().map(|language| Choice::new(language.value(), language.words())).collect();
    let recording: Vec<Choice> = YesNo::ALL.iter().map(|answer| Choice::new(answer.value(), answer.words())).collect();
    let photos = recording.clone();
    let questions: Vec<Choice> = week.questions.iter().map(|q| Choice::new(q.number.to_string(), q.text.clone())).collect();
    view! {
        <p>"You can leave any of this empty. What you tell helps people choose."</p>
        <Checkboxes field=form.field("audience") legend="Who is it made for?" hint="Others can still come. Choose all that fit." choices=audience/>
        <Checkboxes field=form.field("languages") legend="Which languages are spoken or signed?" hint="Choose all that fit." choices=languages/>
        <TextInput field=form.field("languages_note") label="More about languages" hint="Such as “Welsh, with live translation into English”." optional=true/>
        <Radios field=form.field("recording") legend="Is it recorded?" hint="Some people only come if it is not." choices=recording inline=true/>
        <Radios field=form.field("photos") legend="Are photos or films taken?" hint="Some people can’t be seen in one." choices=photos inline=true/>
        <TextInput
            field=form.field("content_note")
            label="Content note"
            hint="What some people want to know before they come, such as “We talk about restraint”."
            optional=true
        />
        {(!questions.is_empty())
            .then(|| {
                view! {
                    <Checkboxes
                        field=form.field("questions")
                        legend="Does it answer a question of the week?"
                        hint="It is then shown on the question’s page too."
                        choices=questions
                    />
                }
            })}
        <TextInput field=form.field("local_theme") label="Theme of your local programme" hint="If it is part of one." optional=true/>
        <TextArea
            field=form.field("coproduced")
            label="How did you make this together?"
            hint="Who planned it, who decides, who leads on the day. It has a place of its own on the page."
            rows=5
            optional=true
        />
        <TextArea
            field=form.field("speakers")
            label="Who speaks or leads?"
            hint="Each on a line of its own. Name only people who agreed to be named."
            rows=3
            optional=true
        />
        <TextInput
            field=form.field("own_site")
            label="More about it on your own site"
            hint="Such as https://example.org/event."
            kind=InputKind::Url
            optional=true
        />
        <TextInput field=form.field("hashtag") label="Hashtag" hint="Only if it has one of its own, such as #ExampleTalks." optional=true/>
        {resources(form)}
    }
}

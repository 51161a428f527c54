use domain::story::{HowLong, Purpose, STORY_CONSENT_VERSION, consent_words};
use leptos::prelude::*;

use super::frame::{Place, frame};
use crate::components::{Button, Choice, DateInput, ErrorSummary, FormShell, InputKind, Select, TextInput, Tick};
use crate::form::FormPage;

/// The page of consents.
#[derive(Clone, Debug, Default)]
pub struct ConsentPage {
    /// Where the person is.
    pub place: Place,
    /// The form.
    pub form: FormPage,
}

/// What may be done with the story: each purpose a box of its own, none ticked beforehand; that its author is an adult; and
/// an address, if they want mail.
pub fn consent(page: ConsentPage) -> impl IntoView {
    let ConsentPage { place, form } = page;
    let (channels, uses): (Vec<Purpose>, Vec<Purpose>) =
        Purpose::ALL.iter().copied().filter(|purpose| purpose.is_asked()).partition(|purpose| Purpose::CHANNELS.contains(purpose));
    let times = HowLong::ALL.iter().map(|long| Choice::new(long.value(), long.words())).collect();
    let errors = form.errors.clone();
    let body = view! {
        <ErrorSummary errors/>
        <h1>"What may we do with it?"</h1>
        <FormShell form=form.head()>
            <p>"Tick only what you want. Your story is yours: you can take it back at any time, and what you leave unticked we don’t do."</p>
            {boxes(&form, uses)}
            <h2>"Social media"</h2>
            <p>"Each place is a question by itself. You can agree to one and not to another, and take each back alone."</p>
            {boxes(&form, channels)}
            <h2>"For how long"</h2>
            <Select
                field=form.field("consent_until")
                label="For how long?"
                hint="It is the same time for all that you ticked. You can take each back earlier. A time in years ends with a month, so that it does not tell the day on which you sent your story."
                choices=times
            />
            <DateInput
                day=form.field("day")
                month=form.field("month")
                year=form.field("year")
                legend="The last day, if you chose a date"
                hint="For example, 31 12 2027. Leave it empty if you chose another time."
            />
            <h2>"About you"</h2>
            <Tick field=form.field("adult") label="I am 18 or over" hint="We can publish stories by adults only."/>
            <TextInput
                field=form.field("email")
                label="Your email address"
                kind=InputKind::Email
                autocomplete="email"
                optional=true
                hint="Only if you want to hear from us: when your story is published, or when we have a question. It is kept apart from your story, and the coordinators don’t see it. You can leave it empty and use your private link instead."
            />
            <Button label="Save and continue"/>
        </FormShell>
    };
    frame(place, body)
}

/// A box for each purpose, in the words as the record of consent knows them.
fn boxes(form: &FormPage, purposes: Vec<Purpose>) -> impl IntoView + use<> {
    let words = purposes.into_iter().filter_map(|purpose| Some((purpose, consent_words(STORY_CONSENT_VERSION, purpose)?)));
    words.map(|(purpose, words)| view! { <Tick field=form.field(purpose.field()) label=words.label hint=words.explains/> }).collect_view()
}

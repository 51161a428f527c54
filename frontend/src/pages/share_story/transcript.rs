use domain::story::{StoryKind, TRANSCRIPT_FIELDS, TranscriptWay};
use leptos::prelude::*;

use crate::components::{Choice, Disclosure, InputKind, Radios, TextArea, TextInput};
use crate::form::FormPage;

/// For a film or podcast: where what is said in it can be read. Closed for everything else.
pub(super) fn transcript(form: &FormPage) -> impl IntoView + use<> {
    let film = form.values.get("kind") == StoryKind::Film.value();
    let open = film || TRANSCRIPT_FIELDS.iter().any(|field| form.values.has(field) || form.error(field).is_some());
    let ways = TranscriptWay::ALL.iter().map(|way| Choice::new(way.value(), way.words())).collect();
    let [way, words, link] = TRANSCRIPT_FIELDS.map(|field| form.field(field));
    view! {
        <Disclosure summary="For a film or podcast: its transcript" open>
            <Radios
                field=way
                legend="Can people read what is said in it?"
                hint="A transcript is for everybody who does not hear it, or would rather read. If there is none yet, the page says so."
                choices=ways
            />
            <TextArea field=words label="The transcript, if you put it here" hint="Who speaks, and what they say. Up to 40,000 characters." rows=8 optional=true/>
            <TextInput field=link label="The address of the transcript, if it is elsewhere" kind=InputKind::Url optional=true/>
        </Disclosure>
    }
}

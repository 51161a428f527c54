//! On the day: who is here, for whoever stands at the door.

use leptos::prelude::*;

use super::register::EventLine;
use crate::components::{
    BackLink, Button, ButtonKind, EmptyState, ErrorSummary, FormShell, InputKind, KeyFact, KeyFacts, SearchForm, Tag, TagKind, TextInput, Width,
};
use crate::form::{FormHead, FormPage};

/// Somebody who has a place.
#[derive(Clone, Debug, Default)]
pub struct Arrival {
    /// The name they go by.
    pub name: String,
    /// For how many, in the room or online.
    pub party: String,
    /// Since when they are here, in words.
    pub came: Option<String>,
    /// The form that notes it, or takes the note back.
    pub form: FormHead,
}

/// The page for the door.
#[derive(Clone, Debug, Default)]
pub struct HostDoor {
    /// The event.
    pub event: EventLine,
    /// The host's list.
    pub back: String,
    /// This page.
    pub here: String,
    /// How many are expected, are here, came without a booking.
    pub counts: Vec<KeyFact>,
    /// What was searched for.
    pub query: String,
    /// How many were found, where not all of them are shown.
    pub more: Option<String>,
    /// Those found, by name.
    pub people: Vec<Arrival>,
    /// The form that counts those who came without a booking.
    pub walk_ins: FormPage,
}

/// Who is here: search, press, next.
pub fn host_door(page: HostDoor) -> impl IntoView {
    let nobody = page.people.is_empty();
    let words = match page.query.is_empty() {
        true => "Nobody has a place yet. Count people who come without a booking below.",
        false => "Nobody with a place has a name like that. Try a part of the name.",
    };
    let walk_ins = page.walk_ins;
    view! {
        <BackLink href=page.back label="Back to who is coming"/>
        <ErrorSummary errors=walk_ins.errors.clone()/>
        <h1>"On the day"</h1>
        <div class="stack">
            {page.event.lines()}
            <KeyFacts facts=page.counts/>
        </div>
        <SearchForm action=page.here label="Find somebody by name" value=page.query/>
        {nobody.then(|| view! { <EmptyState heading="Nobody found" words ways_on=Vec::new()/> })}
        {(!nobody).then(|| view! { <ul class="lines arrivals">{page.people.into_iter().map(arrival).collect_view()}</ul> })}
        {page.more.map(|words| view! { <p class="quiet">{words}</p> })}
        <div class="page">
            <h2>"Without a booking"</h2>
            <p>"Count everybody who came and had not registered. Only the number is kept."</p>
        </div>
        <FormShell form=walk_ins.head()>
            <TextInput field=walk_ins.field("people") label="People without a booking" kind=InputKind::Digits width=Width::Tiny/>
            <Button label="Save the number" kind=ButtonKind::Secondary name="act" value="walk-ins"/>
        </FormShell>
    }
}

fn arrival(person: Arrival) -> impl IntoView {
    let here = person.came.is_some();
    let (label, act, kind) = match here {
        true => (format!("{} is not here", person.name), "did-not-come", ButtonKind::Secondary),
        false => (format!("{} is here", person.name), "came", ButtonKind::Primary),
    };
    view! {
        <li>
            <div>
                <strong>{person.name}</strong>
                <br/>
                <span class="quiet">{person.party}</span>
                {person.came.map(|since| view! { " " <Tag label=since kind=TagKind::Good/> })}
            </div>
            <FormShell form=person.form><Button label kind name="act" value=act/></FormShell>
        </li>
    }
}

//! One person on a host's list.

use domain::registration::{Arranging, ToArrange};
use leptos::prelude::*;

use super::host_call::{CallToMake, call_to_make};
use super::register::EventLine;
use crate::components::{BackLink, Button, ButtonKind, Choice, ErrorSummary, FormShell, KeyFact, KeyFacts, Select, Tag, TagKind, TextArea};
use crate::form::FormPage;

/// One person, and what the host can do.
#[derive(Clone, Debug, Default)]
pub struct HostPerson {
    /// The event.
    pub event: EventLine,
    /// The host's list.
    pub back: String,
    /// The name they go by.
    pub name: String,
    /// How their registration stands.
    pub state: (String, TagKind),
    /// For how many.
    pub party: String,
    /// Address and number.
    pub contact: Vec<String>,
    /// Calls made, a line each.
    pub calls: Vec<String>,
    /// What would help them, each with where arranging it stands: the name of its field, what it is, where it stands.
    pub to_arrange: Vec<ToArrange>,
    /// Who wrote it down for them and how they asked, in words.
    pub on_behalf: Option<String>,
    /// The booking on paper.
    pub letter: Option<String>,
    /// A call to make.
    pub to_call: Option<CallToMake>,
    /// The reason of the last move by hand.
    pub reason: Option<String>,
    /// Whether a place can be offered out of turn.
    pub offers: bool,
    /// Whether the booking can be cancelled.
    pub removes: bool,
    /// Whether they came; none where that is not asked.
    pub came: Option<bool>,
    /// That they were noted already, in words.
    pub here_since: Option<String>,
    /// The form.
    pub form: FormPage,
}

/// The page for one person.
pub fn host_person(page: HostPerson) -> impl IntoView {
    let HostPerson { state: (label, kind), form, .. } = page.clone();
    let facts = vec![
        KeyFact::new("Places", page.party),
        KeyFact { label: "Contact".into(), lines: page.contact, link: None },
        KeyFact { label: "Calls".into(), lines: if page.calls.is_empty() { vec!["None noted".into()] } else { page.calls }, link: None },
    ];
    view! {
        <BackLink href=page.back label="Back to who is coming"/>
        <ErrorSummary errors=form.errors.clone()/>
        <div class="page">
            <p><Tag label kind/></p>
            <h1>{page.name}</h1>
            {page.event.lines()}
            <KeyFacts facts/>
            {page.on_behalf.map(|words| view! { <p>{words}</p> })}
            {page.letter.map(|href| view! { <p><a href=href>"The booking on paper, to post or hand over"</a></p> })}
            {page.reason.map(|reason| view! { <p>"Your reason for the last move: " {reason}</p> })}
        </div>
        {page.to_call.map(|call| call_to_make(call, &form))}
        {(!page.to_arrange.is_empty()).then(|| arrange(page.to_arrange, &form))}
        {page.came.map(|came| arrival(came, page.here_since, &form))}
        {(page.offers || page.removes).then(|| by_hand(page.offers, page.removes, &form))}
    }
}

fn arrange(things: Vec<ToArrange>, form: &FormPage) -> impl IntoView + use<> {
    let fields = things.into_iter().map(|thing| {
        let choices = Arranging::ALL.iter().map(|stands| Choice::new(stands.value(), stands.words())).collect::<Vec<_>>();
        let mut field = form.field(&format!("arrange_{}", thing.name));
        if field.values.is_empty() {
            field.values = vec![thing.stands.value().to_owned()];
        }
        view! { <Select field label=thing.words choices/> }
    });
    let (head, fields) = (form.head(), fields.collect_view());
    view! {
        <div class="page">
            <h2>"What would help them"</h2>
            <p>"Note where arranging stands. They see the same on their page. Only you and they see this, and we note that you looked."</p>
        </div>
        <FormShell form=head>
            {fields}
            <Button label="Save" kind=ButtonKind::Secondary name="act" value="arrange"/>
        </FormShell>
    }
}

fn arrival(came: bool, since: Option<String>, form: &FormPage) -> impl IntoView + use<> {
    let (label, act) = if came { ("They did not come", "did-not-come") } else { ("They are here", "came") };
    let head = form.head();
    view! {
        <div class="page"><h2>"On the day"</h2>{since.map(|words| view! { <p>{words}</p> })}</div>
        <FormShell form=head><Button label kind=ButtonKind::Secondary name="act" value=act/></FormShell>
    }
}

fn by_hand(offers: bool, removes: bool, form: &FormPage) -> impl IntoView + use<> {
    let (head, reason) = (form.head(), form.field("reason"));
    view! {
        <div class="page">
            <h2>"Change it by hand"</h2>
            <p>"The waiting list serves people in order by itself. If you change something by hand, give a reason. The person reads it."</p>
        </div>
        <FormShell form=head>
            <TextArea field=reason label="Your reason" hint="Up to 300 characters. Write nothing about anybody’s health." rows=3/>
            <div class="row">
                {offers.then(|| view! { <Button label="Offer them a place now" kind=ButtonKind::Secondary name="act" value="offer"/> })}
                {removes.then(|| view! { <Button label="Cancel their booking" kind=ButtonKind::Warning name="act" value="remove"/> })}
            </div>
        </FormShell>
    }
}

//! The host's decisions about places, at any time.

use domain::text::counted;
use leptos::prelude::*;

use super::list_event::numbers;
use super::register::EventLine;
use crate::components::{BackLink, Button, ButtonKind, ErrorSummary, FormShell};
use crate::form::FormPage;

/// What is decided, and the forms to decide otherwise.
#[derive(Clone, Debug, Default)]
pub struct HostPlaces {
    /// The event.
    pub event: EventLine,
    /// The host's list.
    pub back: String,
    /// Whether the room and online are counted apart.
    pub split: bool,
    /// Whether bookings are taken.
    pub open: bool,
    /// Whether the event was cancelled.
    pub over: bool,
    /// Places taken or held.
    pub taken: u32,
    /// The form.
    pub form: FormPage,
}

/// The page for a host's places.
pub fn host_places(page: HostPlaces) -> impl IntoView {
    let form = page.form;
    let taken = counted(page.taken.into(), "place is", "places are");
    view! {
        <BackLink href=page.back label="Back to who is coming"/>
        <ErrorSummary errors=form.errors.clone()/>
        <div class="page">
            <h1>"Places"</h1>
            {page.event.lines()}
            <p>{taken} " taken or held now."</p>
            <ul>
                <li>"If you lower the number, nobody loses a place. No place is given until enough came back."</li>
                <li>"If you raise it, free places are offered to the waiting list at once."</li>
            </ul>
        </div>
        {(!page.over).then(|| (decide(&form, page.split), booking(&form, page.open)))}
    }
}

fn decide(form: &FormPage, split: bool) -> impl IntoView + use<> {
    let (head, numbers) = (form.head(), numbers(form, split));
    view! { <FormShell form=head>{numbers} <Button label="Save the places"/></FormShell> }
}

fn booking(form: &FormPage, open: bool) -> impl IntoView + use<> {
    let (heading, words, label, act) = match open {
        true => (
            "Close booking",
            "Nobody new can book or join the waiting list. Those who have a place keep it. Those who wait keep their turn, and nothing is offered to them until you open booking again.",
            "Close booking",
            "close",
        ),
        false => (
            "Booking is closed",
            "While it is closed, nothing is offered to the people who wait. They keep their turn. When you open it, free places are offered to the waiting list first.",
            "Open booking",
            "open",
        ),
    };
    let head = form.head();
    view! {
        <div class="page">
            <h2>{heading}</h2>
            <p>{words}</p>
        </div>
        <FormShell form=head><Button label kind=ButtonKind::Secondary name="act" value=act/></FormShell>
    }
}

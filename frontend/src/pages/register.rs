//! Registering for an event: your details, what would help you, your answers to check, what happens next.

mod access;
mod check;
mod details;
mod party;
mod sent;

pub use access::access;
pub(in crate::pages) use access::needs_fields;
pub use check::check;
pub use details::details;
pub(in crate::pages) use party::party_fields;
pub use sent::{Sent, sent};

use leptos::prelude::*;

use super::waiting_rules::waiting_rules;
use crate::components::{Link, Notice, StepHeader};
use crate::form::FormPage;
use crate::islands::LivePlaces;

/// What the form is called, over every page of it.
const CAPTION: &str = "Register for a place";

/// The event, as every page around a registration names it.
#[derive(Clone, Debug, Default)]
pub struct EventLine {
    /// The title.
    pub title: String,
    /// When, in words.
    pub when: String,
    /// Where, in one line.
    pub place: String,
    /// Its page.
    pub href: String,
}

impl EventLine {
    /// Title and time, under a heading.
    pub(super) fn lines(&self) -> impl IntoView + use<> {
        let EventLine { title, when, place, href } = self.clone();
        view! { <p class="lead"><a href=href>{title}</a></p><p>{when}<br/>{place}</p> }
    }
}

/// A page of the form.
#[derive(Clone, Debug, Default)]
pub struct RegisterPage {
    /// The event.
    pub event: EventLine,
    /// How many places there are, in words.
    pub places: String,
    /// Of how many, in words; empty where there is no limit.
    pub capacity: String,
    /// Whether a newcomer joins the waiting list.
    pub full: bool,
    /// The words people agree to when they give access needs.
    pub consent: String,
    /// What would help, as rows to check.
    pub needs: Vec<String>,
    /// Whether people choose between the room and online.
    pub both: bool,
    /// For how many, as a row to check.
    pub party: String,
    /// Until when places are held back for people who need support, in words.
    pub kept_until: Option<String>,
    /// The form.
    pub form: FormPage,
}

impl RegisterPage {
    fn head(&self, step: usize) -> impl IntoView + use<> {
        let back = Link::new("Back to the event", self.event.href.clone());
        view! { <StepHeader back step of=3 caption=CAPTION/> }
    }

    /// The places, kept true while somebody fills in the form.
    fn places(&self) -> impl IntoView + use<> {
        let (words, small) = (self.places.clone(), self.capacity.clone());
        view! {
            <LivePlaces href=format!("{}/places", self.event.href)>
                <p class="live"><span data-words>{words}</span>" "<small data-small>{small}</small></p>
            </LivePlaces>
        }
    }

    /// That a newcomer waits; and where places are held back, `say_so`: how somebody who needs support gets one.
    fn is_full(&self, say_so: &str) -> impl IntoView + use<> {
        let kept = self.kept_until.as_ref().map(|date| {
            let words = format!("Some places are held back until {date} for people who need support to come. {say_so}");
            view! { <p>{words}</p> }
        });
        self.full.then(|| {
            view! {
                <Notice>
                    <p>"This event is full. You can join the waiting list. When places come free, we offer them to the first person or group that they are enough for."</p>
                    {kept}
                </Notice>
                {waiting_rules()}
            }
        })
    }
}
